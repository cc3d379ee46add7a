import { transformWithOxc, type Plugin } from 'vite';

const isCustomElement = (tag: string) => tag === 'baanx-kyc-step';

/** Vue's and Svelte's own compilers, as far as the demo's examples need them: no styles, no hot replacement. */
export function demoCompilers(): Plugin {
  return {
    name: 'demo-compilers',
    config: () => ({
      define: {
        __VUE_OPTIONS_API__: 'false',
        __VUE_PROD_DEVTOOLS__: 'false',
        __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
      },
      // What no file of ours names: found only once a page asks for it, it would make that page load anew.
      optimizeDeps: {
        include: [
          'preact/jsx-dev-runtime',
          'react/jsx-dev-runtime',
          'svelte/internal/client',
          'svelte/internal/disclose-version',
        ],
      },
    }),
    async transform(source, id) {
      if (id.endsWith('.svelte')) {
        const { compile } = await import('svelte/compiler');
        return { code: compile(source, { filename: id }).js.code };
      }
      if (id.endsWith('.vue')) {
        const { parse, compileScript } = await import('vue/compiler-sfc');
        const { content } = compileScript(
          parse(source, { templateParseOptions: { isCustomElement } }).descriptor,
          {
            id,
            inlineTemplate: true,
          },
        );
        return { code: (await transformWithOxc(content, `${id}.ts`)).code };
      }
      return undefined;
    },
  };
}

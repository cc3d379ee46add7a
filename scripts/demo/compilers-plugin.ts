/** A Vite plugin: compiles the examples of the frameworks that need a compiler. */
import { runnerImport, transformWithOxc, type Plugin, type ResolvedConfig } from 'vite';

const isCustomElement = (tag: string) => tag === 'baanx-kyc-step';

/** Compiles the demo's examples with the frameworks' own compilers, without styles and hot replacement. */
export function demoCompilers(): Plugin {
  let config: ResolvedConfig;
  return {
    name: 'demo-compilers',
    // Before Vite transforms JSX for React and Preact.
    enforce: 'pre',
    config: () => ({
      define: {
        __VUE_OPTIONS_API__: 'false',
        __VUE_PROD_DEVTOOLS__: 'false',
        __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
      },
      // Only compiled code imports these. If Vite discovered them at a request, it would reload the page.
      optimizeDeps: {
        include: [
          'preact/jsx-dev-runtime',
          'react/jsx-dev-runtime',
          'solid-js/web',
          'svelte/internal/client',
          'svelte/internal/disclose-version',
        ],
      },
    }),
    configResolved(resolved) {
      config = resolved;
    },
    async transform(source, id) {
      if (id.endsWith('.svelte')) return svelte(source, id);
      if (id.endsWith('.vue')) return vue(source, id);
      if (/\/solid\/[\w-]+\.tsx$/.test(id)) return solid(source, id);
      if (id.endsWith('/next/rendered.tsx')) return rendered(id, config);
      return undefined;
    },
  };
}

async function svelte(source: string, id: string) {
  const { compile } = await import('svelte/compiler');
  return { code: compile(source, { filename: id }).js.code };
}

async function vue(source: string, id: string) {
  const { parse, compileScript } = await import('vue/compiler-sfc');
  const { descriptor } = parse(source, { templateParseOptions: { isCustomElement } });
  const { content } = compileScript(descriptor, { id, inlineTemplate: true });
  return { code: (await transformWithOxc(content, `${id}.ts`)).code };
}

async function solid(source: string, id: string) {
  const { transformAsync } = await import('@babel/core');
  const { code } = await transformWithOxc(source, id, { jsx: 'preserve' });
  const compiled = await transformAsync(code, {
    filename: id,
    presets: ['solid'],
    configFile: false,
    babelrc: false,
  });
  return { code: compiled?.code ?? '' };
}

/** Runs the module in Node, as a server would, and replaces it with the values that it exports. */
async function rendered(id: string, { resolve }: ResolvedConfig) {
  const { module } = await runnerImport<Record<string, unknown>>(id, {
    configFile: false,
    logLevel: 'error',
    resolve: { alias: resolve.alias },
  });
  return {
    code: Object.entries(module)
      .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
      .join('\n'),
  };
}

import { runnerImport, transformWithOxc, type Plugin, type ResolvedConfig } from 'vite';

const isCustomElement = (tag: string) => tag === 'baanx-kyc-step';

/** The frameworks' own compilers, as far as the demo's examples need them: no styles, no hot replacement. */
export function demoCompilers(): Plugin {
  let config: ResolvedConfig;
  return {
    name: 'demo-compilers',
    // Before JSX is made what React and Preact take.
    enforce: 'pre',
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

/** Runs the file here, as a server would, and says in its place what it exports. */
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

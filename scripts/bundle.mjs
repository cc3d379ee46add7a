/** Builds the files for script tags: the element, bundled with Lit and the English texts, and one file per other language. */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { minifyTemplateLiterals } from 'rollup-plugin-minify-template-literals';
import { minify } from 'terser';
import { build } from 'vite';
import { root } from './root.mjs';

/**
 * Syntax that Safari 15.4 can read. It supports private members and class fields, but the compiler's table lists private
 * members from Safari 16 only, because of a parser bug that our code does not meet.
 */
export const target = ['es2022', 'safari16'];

/** The file names of the bundles, by format. */
export const BUNDLES = /** @type {const} */ ({ es: 'baanx-kyc-step.js', iife: 'baanx-kyc-step.iife.js' });

/** What shows the link of a hand-off. Both bundles load it on demand; the path is relative to them, in a classic script too. */
export const HANDOFF_FILE = 'handoff.js';

/** Leaves that out of a bundle. @type {import('vite').Plugin} */
const loadHandoffOnDemand = {
  name: 'load-handoff-on-demand',
  enforce: 'pre',
  resolveId: (source) =>
    source === './handoff-link.js' ? { id: `./${HANDOFF_FILE}`, external: true } : undefined,
};

/**
 * Silences the bundler's warning about "use client" in src/react.ts. The build checks that the directive is kept.
 * @type {NonNullable<import('vite').Rolldown.InputOptions['onLog']>}
 */
export const onLog = (level, log, defaultHandler) => {
  if (log.code !== 'MODULE_LEVEL_DIRECTIVE') defaultHandler(level, log);
};

/**
 * Builds one self-contained script from an entry module, and minifies it with terser, whose result is 480 bytes of brotli
 * smaller than that of the bundler's own minifier alone. Vite does not minify ES libraries with terser itself.
 * @param {object} options
 * @param {string} options.entry path of the entry module
 * @param {'es' | 'iife'} options.format
 * @param {string} options.fileName
 * @param {string} [options.outDir] where to write the file; without it nothing is written
 * @param {string} [options.name] the global variable of an `iife`
 * @param {(string | RegExp)[]} [options.external] modules to leave out
 * @param {boolean} [options.sourcemap] whether to write a source map beside it
 * @param {Record<string, string | [file: string, name: string]>} [options.inject] globals to import instead, by name
 * @returns {Promise<string>} the code
 */
export async function buildScript({
  entry,
  format,
  fileName,
  outDir,
  name = 'baanxKycStep',
  external = [],
  sourcemap = false,
  inject = {},
}) {
  const result = await build({
    configFile: false,
    root,
    logLevel: 'warn',
    publicDir: false,
    plugins: [
      loadHandoffOnDemand,
      { ...minifyTemplateLiterals({ include: [join(root, 'src/**')], failOnError: true }), enforce: 'pre' },
    ],
    // Lit's production build, even if NODE_ENV is `test`.
    resolve: { conditions: ['module', 'browser', 'production'] },
    build: {
      target,
      write: false,
      // The paths in the source map are relative to it.
      ...(outDir !== undefined && { outDir }),
      sourcemap,
      // Vite's own `minify` keeps the white space of ES libraries.
      rolldownOptions: {
        external,
        transform: { inject },
        output: { minify: true, comments: false },
        checks: { bundlerTimings: false },
      },
      lib: { entry, name, formats: [format], fileName: () => fileName },
    },
  });
  const [output] = /** @type {import('vite').Rolldown.RolldownOutput[]} */ (
    Array.isArray(result) ? result : [result]
  );
  const chunk = output?.output[0];
  if (!chunk) throw new Error(`The bundler made nothing of ${entry}.`);
  const { code = '', map } = await minify(chunk.code, {
    module: format === 'es',
    ecma: 2020,
    compress: { passes: 3 },
    ...(chunk.map && { sourceMap: { content: JSON.stringify(chunk.map), url: `${fileName}.map` } }),
  });
  if (outDir !== undefined) {
    mkdirSync(outDir, { recursive: true });
    writeFileSync(join(outDir, fileName), code);
    if (typeof map === 'string') writeFileSync(join(outDir, `${fileName}.map`), map);
  }
  return code;
}

/**
 * Builds one of the bundles.
 * @param {keyof typeof BUNDLES} format
 * @param {string} [outDir] where to write the file and its source map; without it nothing is written
 * @returns {Promise<string>} the code
 */
export const bundle = (format, outDir) =>
  buildScript({
    // What a classic script exports would become a global variable.
    entry: format === 'iife' ? 'src/script-tag.ts' : 'src/index.ts',
    format,
    fileName: BUNDLES[format],
    ...(outDir !== undefined && { outDir, sourcemap: true }),
    // Lit extends `Symbol`, which wallets freeze.
    inject: { Symbol: [join(root, 'src/element/extensible-symbol.ts'), 'Symbol'] },
  });

/**
 * Builds what shows the link of a hand-off into a file of its own.
 * @param {string} outDir
 */
export const bundleHandoff = (outDir) =>
  buildScript({ entry: 'src/element/handoff-link.ts', format: 'es', fileName: HANDOFF_FILE, outDir });

/**
 * Builds one script per language into `locales` below a folder. They are classic scripts, so that a page may load them
 * with `defer` or as modules, in any order with the element's own script.
 * @param {string} outDir
 * @returns the paths of the files, relative to the folder
 */
export async function bundleLocales(outDir) {
  const languages = readdirSync(join(root, 'src/i18n/locales'))
    .filter((file) => file !== 'en.ts')
    .map((file) => file.replace(/\.ts$/, ''));
  await Promise.all(
    languages.map((language) =>
      buildScript({
        entry: `src/i18n/locales/${language}.ts`,
        format: 'iife',
        fileName: `${language}.js`,
        outDir: join(outDir, 'locales'),
        name: 'baanxKycStepLocale',
      }),
    ),
  );
  return languages.map((language) => `locales/${language}.js`);
}

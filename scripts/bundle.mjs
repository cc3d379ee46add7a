/** The script-tag bundles: one file each, lit inside; and one a language, to lie beside them. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { minifyTemplateLiterals } from 'rollup-plugin-minify-template-literals';
import { build } from 'vite';

export const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * What Safari 15.4 can read: private members and class fields as they are, no static blocks. The compiler's table
 * has private members from Safari 16 only, for a fault of older parsers that nothing here meets.
 */
export const target = ['es2022', 'safari16'];

/** The bundles by format. */
export const BUNDLES = /** @type {const} */ ({ es: 'baanx-kyc-step.js', iife: 'baanx-kyc-step.iife.js' });

/** Smaller than what Vite leaves of a library: it keeps the white space. */
const minify = { mangle: true, compress: true, codegen: { removeWhitespace: true } };

/**
 * Leaves out what is said of every file with "use client"; the build looks whether it is still there.
 * @type {NonNullable<import('vite').Rolldown.InputOptions['onLog']>}
 */
export const onLog = (level, log, otherwise) => {
  if (log.code !== 'MODULE_LEVEL_DIRECTIVE') otherwise(level, log);
};

/**
 * Builds one bundle into a folder.
 * @param {keyof typeof BUNDLES} format
 * @param {string} outDir
 */
export async function bundle(format, outDir) {
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    publicDir: false,
    // Lit's production build, also where a test runner says that this is a test.
    resolve: { conditions: ['module', 'browser', 'production'] },
    plugins: [{ ...minifyTemplateLiterals({ include: ['src/**'], failOnError: true }), enforce: 'pre' }],
    build: {
      target,
      outDir,
      emptyOutDir: false,
      sourcemap: true,
      minify: false,
      lib: {
        entry: 'src/index.ts',
        name: 'baanxKycStep',
        formats: [format],
        fileName: () => BUNDLES[format],
      },
      rolldownOptions: {
        output: {
          minify,
          // Lit's notices cost every page 300 bytes over the line: scripts/build.mjs puts them beside the bundles.
          comments: { legal: false, annotation: false },
        },
      },
    },
  });
}

/**
 * Builds the script of each language into `locales` in a folder: classic, so that it may be `defer` or a module, and
 * does not wait for the element nor the element for it.
 * @param {string} outDir
 * @returns the names of the files in the folder
 */
export async function bundleLocales(outDir) {
  const names = readdirSync(join(root, 'src/i18n/locales'))
    .filter((name) => name !== 'en.ts')
    .map((name) => name.replace(/\.ts$/, '.js'));
  await Promise.all(
    names.map((name) =>
      build({
        configFile: false,
        root,
        logLevel: 'warn',
        publicDir: false,
        build: {
          target,
          outDir: join(outDir, 'locales'),
          emptyOutDir: false,
          minify: false,
          lib: {
            entry: `src/i18n/locales/${name.replace(/\.js$/, '.ts')}`,
            name: 'baanxKycStepLocale',
            formats: ['iife'],
            fileName: () => name,
          },
          rolldownOptions: { output: { minify } },
        },
      }),
    ),
  );
  return names.map((name) => `locales/${name}`);
}

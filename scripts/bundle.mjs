/** The script-tag bundles: one file each, lit inside. */
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
    plugins: [{ ...minifyTemplateLiterals({ include: ['src/**'], failOnError: true }), enforce: 'pre' }],
    build: {
      target,
      outDir,
      emptyOutDir: false,
      sourcemap: true,
      // Vite leaves the white space of ES libraries alone; the option below does not.
      minify: false,
      lib: {
        entry: 'src/index.ts',
        name: 'baanxKycStep',
        formats: [format],
        fileName: () => BUNDLES[format],
      },
      rolldownOptions: {
        output: {
          minify: { mangle: true, compress: true, codegen: { removeWhitespace: true } },
          // Lit's notices cost every page 300 bytes over the line: scripts/build.mjs puts them beside the bundles.
          comments: { legal: false, annotation: false },
        },
      },
    },
  });
}

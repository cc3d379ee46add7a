/** The script-tag bundles: one file each, lit inside; and one a language, to lie beside them. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { minifyTemplateLiterals } from 'rollup-plugin-minify-template-literals';
import { minify as terser } from 'terser';
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
 * Leaves out what is said of every file with "use client"; the build looks whether it is still there.
 * @type {NonNullable<import('vite').Rolldown.InputOptions['onLog']>}
 */
export const onLog = (level, log, otherwise) => {
  if (log.code !== 'MODULE_LEVEL_DIRECTIVE') otherwise(level, log);
};

/**
 * Members of ours that nobody outside of the bundle knows: by one letter each they are 120 bytes of brotli less.
 * Neither what a page may name, nor what copies of the script share (src/i18n/registry.ts).
 */
export const UNSEEN = [
  'announced',
  'asking',
  'atOnce',
  'attention',
  'baanx',
  'before',
  'begun',
  'box',
  'canRetry',
  'cause',
  'createSession',
  'doubt',
  'failure',
  'fillIn',
  'follow',
  'go',
  'forget',
  'handedInAt',
  'heard',
  'hintAtWords',
  'intend',
  'internals',
  'interval',
  'isDisabled',
  'isElsewhere',
  'isIdentified',
  'isKnown',
  'isRunning',
  'language',
  'mark',
  'may',
  'navigate',
  'offline',
  'onChange',
  'onFailure',
  'onOverdue',
  'onStatus',
  'opened',
  'path',
  'ports',
  'prepareVeriff',
  'prompt',
  'readStatus',
  'reloadPage',
  'retryAfter',
  'send',
  'session',
  'sessions',
  'since',
  'snapshot',
  'submission',
  'tellForm',
  'texts',
  'trusted',
  'waiting',
  'way',
  'woken',
];

/**
 * Terser by hand, since Vite leaves the white space of ES libraries alone: 90 bytes of brotli less than the bundler's
 * own minifier.
 * @param {readonly string[]} [unseen] members to be called by one letter
 * @param {boolean} [ownsTop] whether no name at the top of the file can be one of the page's
 */
export const minifier = (unseen = [], ownsTop = true) =>
  /** @type {const} */ ({
    name: 'minified',
    // After Vite has written the syntax of the target.
    enforce: 'post',
    /** @param {string} code */
    async renderChunk(code) {
      const { code: short = '', map } = await terser(code, {
        module: ownsTop,
        ecma: 2022,
        compress: { passes: 3 },
        mangle: {
          // Also where the DOM has a member of that name, which nothing here asks for.
          properties: unseen.length > 0 && { regex: new RegExp(`^(?:${unseen.join('|')})$`), builtins: true },
        },
        format: { comments: false, inline_script: false },
        sourceMap: true,
      });
      return { code: short, map: typeof map === 'string' ? map : null };
    },
  });

/**
 * Our style sheets have no values in them, so Lit's `css`, which puts values in and refuses wrong ones, is not needed:
 * 100 bytes of brotli less. The build fails where a sheet gets one.
 */
const plainCss = /** @type {const} */ ({
  name: 'plain-css',
  enforce: 'pre',
  /** @param {string} code @param {string} id */
  transform(code, id) {
    if (!/\/src\/element\/.*styles\.ts$/.test(id)) return null;
    if (/\$\{/.test(code)) throw new Error(`${id}: css with a value in it`);
    return {
      code: code.replace('import { css }', 'import { unsafeCSS }').replace(/css(`[^`]*`)/g, 'unsafeCSS($1)'),
      map: null,
    };
  },
});

/**
 * What is all words lies together at the top of the file, and the code below it: Brotli packs like with like, 150 bytes
 * better.
 */
const WORDS = [
  'i18n/locales/en',
  'element/hints',
  'element/styles',
  'element/dialog-styles',
  'element/icons',
];
const wordsFirst = /** @type {const} */ ({
  name: 'words-first',
  enforce: 'pre',
  /** @param {string} code @param {string} id */
  transform(code, id) {
    if (id !== join(root, 'src/index.ts')) return null;
    return { code: [...WORDS.map((file) => `import './${file}.js';`), code].join('\n'), map: null };
  },
});

/** Nothing of the bundler's own after Terser. */
export const rolldownOptions = { output: { minify: false }, checks: { bundlerTimings: false } };

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
    plugins: [
      { ...minifyTemplateLiterals({ include: ['src/**'], failOnError: true }), enforce: 'pre' },
      plainCss,
      wordsFirst,
      minifier(UNSEEN),
    ],
    // Lit's production build, also where a test runner says that this is a test.
    resolve: { conditions: ['module', 'browser', 'production'] },
    build: {
      target,
      outDir,
      emptyOutDir: false,
      sourcemap: true,
      minify: false,
      rolldownOptions: {
        ...rolldownOptions,
        transform: { inject: { Symbol: [join(root, 'src/element/extensible-symbol.ts'), 'Symbol'] } },
      },
      lib: {
        entry: 'src/index.ts',
        name: 'baanxKycStep',
        formats: [format],
        fileName: () => BUNDLES[format],
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
        plugins: [minifier([], false)],
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
          rolldownOptions,
        },
      }),
    ),
  );
  return names.map((name) => `locales/${name}`);
}

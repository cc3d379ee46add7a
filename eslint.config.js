import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import noOnlyTests from 'eslint-plugin-no-only-tests';
import wc from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

const sharedWire = 'baanx/(?:wire|trusted-origin)\\.js$';

/**
 * The rooms of `src` and what each may import: other rooms at run time (`run`), by `import type` alone (`types`),
 * and packages. Whatever is not named is forbidden, and so is everything outside of `src`.
 */
const rooms = {
  element: { run: ['flow/', 'veriff/', 'baanx/', 'i18n/'], packages: 'lit$|lit/' },
  flow: { types: ['baanx/'] },
  veriff: { run: [sharedWire], types: ['flow/'] },
  baanx: { types: ['flow/'] },
  i18n: { types: ['flow/'] },
  proxy: { run: [sharedWire], packages: '(?!node:)' },
  sandbox: { run: [sharedWire, 'proxy/'] },
};

/**
 * @param {string} room
 * @param {{ run?: string[], types?: string[], packages?: string }} may
 * @param {number} [depth] how many folders the files are below `src`
 */
const imports = (room, { run = [], types = [], packages = '$^' }, depth = 1) => {
  const up = `^(?:\\.\\./){${depth}}`;
  const named = [...run, ...types].join('|') || '$^';
  return {
    '@typescript-eslint/no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            regex: `${up}(?!${named})`,
            message: `${room} does not import this room (see the rooms in eslint.config.js).`,
          },
          ...(types.length === 0
            ? []
            : [
                {
                  regex: `${up}(?:${types.join('|')})`,
                  allowTypeImports: true,
                  message: `${room} imports this room by "import type" only.`,
                },
              ]),
          { regex: `^(?!\\.|${packages})`, message: `${room} does not import this package.` },
        ],
      },
    ],
  };
};

const noDynamicImport = {
  selector: 'ImportExpression',
  message: 'What a browser loads is one file: no dynamic import, and none around the rooms.',
};

export default defineConfig(
  {
    ignores: [
      'dist',
      'dist-demo',
      'coverage',
      '.cache',
      'test/consumers/*/',
      'demo/frameworks/*/',
      '**/*.d.ts',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylistic,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['*.js'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      // TypeScript knows the names, and each tsconfig knows which of them exist.
      'no-undef': 'off',
      eqeqeq: 'error',
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // It believes that `signal.aborted` stays what it was across an `await`.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/no-floating-promises': 'error',
      // `async` also turns a throw into a rejection, which is what a port's reader expects.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // `noPropertyAccessFromIndexSignature` is off, and both ways of writing are clear.
      '@typescript-eslint/dot-notation': 'off',
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-restricted-exports': [
        'error',
        {
          restrictDefaultExports: {
            direct: true,
            named: true,
            defaultFrom: true,
            namedFrom: true,
            namespaceFrom: true,
          },
        },
      ],
    },
  },
  {
    files: ['src/*.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        { patterns: [{ regex: '^\\.\\./', message: 'src imports nothing from outside of src.' }] },
      ],
      // Frameworks keep the types of their tags in namespaces.
      '@typescript-eslint/no-namespace': ['error', { allowDeclarations: true }],
    },
  },
  ...Object.entries(rooms).map(([room, may]) => ({
    files: [`src/${room}/**/*.ts`],
    rules: imports(room, may),
  })),
  { files: ['src/i18n/locales/*.ts'], rules: imports('i18n', rooms.i18n, 2) },
  {
    files: ['src/proxy/{node,undici-transport,cli}.ts'],
    rules: imports('proxy', { ...rooms.proxy, packages: '' }),
  },
  {
    files: ['src/proxy/process/*.ts'],
    rules: imports('proxy', { run: [sharedWire, 'proxy/'], packages: '' }, 2),
  },
  { files: ['src/sandbox/node.ts'], rules: imports('sandbox', { ...rooms.sandbox, packages: 'node:' }) },
  {
    files: ['src/{element,flow,veriff,baanx,i18n}/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', noDynamicImport] },
  },
  {
    files: ['src/flow/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...['document', 'window', 'fetch', 'localStorage', 'sessionStorage', 'navigator', 'globalThis'].map(
          (name) => ({ name, message: 'The flow reaches the world through its ports only.' }),
        ),
      ],
    },
  },
  {
    files: ['src/**/*.ts', 'demo/**/*.ts', 'test/**/*.browser.ts'],
    extends: [
      lit.configs['flat/recommended'],
      wc.configs['flat/recommended'],
      wc.configs['flat/best-practice'],
      litA11y.configs.recommended,
    ],
    settings: { wc: { elementBaseClasses: ['LitElement'] } },
    rules: {
      // LitElement has them all.
      'wc/guard-super-call': 'off',
      // How an element gets its typed `addEventListener`.
      '@typescript-eslint/no-unsafe-declaration-merging': 'off',
    },
  },
  {
    files: ['test/**/*.ts'],
    plugins: { 'no-only-tests': noOnlyTests },
    rules: {
      'no-only-tests/no-only-tests': 'error',
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      // What came over the wire is looked at, whatever it is.
      '@typescript-eslint/no-unsafe-assignment': 'off',
    },
  },
  {
    files: ['test/types/**/*.{ts,tsx}'],
    // What is expected not to compile has no type to be safe.
    rules: { '@typescript-eslint/no-unsafe-return': 'off' },
  },
  {
    files: ['test/**/*.browser.ts'],
    rules: {
      // `expect(x).to.be.true` is chai's way to say it.
      '@typescript-eslint/no-unused-expressions': 'off',
      // `equal` is no promise, whatever @open-wc/semantic-dom-diff declares.
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [{ from: 'package', package: '@open-wc/semantic-dom-diff', name: 'Equal' }],
        },
      ],
    },
  },
  {
    files: ['test/**/*.test.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...['describe', 'it', 'before', 'after', 'beforeEach', 'afterEach', 'test', 'suite'].map((name) => ({
          name,
          message: 'Import it from vitest: the global one is mocha’s, for browser tests.',
        })),
      ],
    },
  },
  {
    files: ['**/*.js', '**/*.mjs'],
    rules: {
      // Packages without types are many among the tools.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/restrict-plus-operands': 'off',
    },
  },
);

import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import noOnlyTests from 'eslint-plugin-no-only-tests';
import wc from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

const noDynamicImport = {
  selector: 'ImportExpression[source.value!="./handoff-link.js"]',
  message:
    'The script tag is one file, so what it contains cannot be loaded on demand, but for a hand-off’s link.',
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
      // Compiled in test/docs and test/consumers, as the apps of those who copy them.
      'docs/examples',
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
      // TypeScript reports undefined names, with the globals that each tsconfig declares.
      'no-undef': 'off',
      eqeqeq: 'error',
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // The rule assumes that `signal.aborted` does not change during an `await`.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/no-floating-promises': 'error',
      // An `async` function without `await` turns a throw into a rejection, which callers of a port expect.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // `noPropertyAccessFromIndexSignature` is off, so both notations are allowed.
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
      // Frameworks declare the types of their tags in namespaces.
      '@typescript-eslint/no-namespace': ['error', { allowDeclarations: true }],
    },
  },
  {
    files: ['src/{element,headless,flow,veriff,baanx,i18n}/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', noDynamicImport] },
  },
  {
    files: ['src/flow/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...['document', 'window', 'fetch', 'localStorage', 'sessionStorage', 'navigator', 'globalThis'].map(
          (name) => ({ name, message: 'The flow has no DOM: use one of its ports.' }),
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
      // LitElement implements every callback, so `super` is always there to call.
      'wc/guard-super-call': 'off',
      // An interface of the class's name gives the element its typed `addEventListener`.
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
      // Tests assert on parsed JSON, which has no type.
      '@typescript-eslint/no-unsafe-assignment': 'off',
    },
  },
  {
    files: ['test/types/**/*.{ts,tsx}'],
    // Expressions that must not compile have no type.
    rules: { '@typescript-eslint/no-unsafe-return': 'off' },
  },
  {
    files: ['test/**/*.browser.ts'],
    rules: {
      // Chai asserts with expressions such as `expect(x).to.be.true`.
      '@typescript-eslint/no-unused-expressions': 'off',
      // @open-wc/semantic-dom-diff declares that `equal` returns a promise, but it does not.
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
          message: 'Import it from vitest: the global one belongs to mocha, for browser tests.',
        })),
      ],
    },
  },
  {
    files: ['**/*.js', '**/*.mjs'],
    rules: {
      // Many build tools have no types.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/restrict-plus-operands': 'off',
    },
  },
);

/** What the published scripts must not contain because Safari 15.4 cannot parse it: `npm run build` checks `dist`. */
import { defineConfig } from 'eslint/config';
import esX from 'eslint-plugin-es-x';

export default defineConfig({
  files: ['dist/**/*.js'],
  linterOptions: { noInlineConfig: true },
  // Newer syntax than that of 2022 is a parse error.
  languageOptions: { ecmaVersion: 2022, sourceType: 'module' },
  plugins: { 'es-x': esX },
  rules: {
    'es-x/no-class-static-block': 'error',
    'es-x/no-regexp-lookbehind-assertions': 'error',
    'es-x/no-regexp-v-flag': 'error',
  },
});

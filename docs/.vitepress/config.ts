import { defineConfig } from 'vitepress';
import { anchorOf } from '../../scripts/docs/markdown.js';
import { makeRelative, PLACEHOLDER_BASE } from '../../scripts/docs/relative-site.js';
import { SITE_SOURCE } from '../../scripts/docs/site-source.js';
import { sidebar } from '../../scripts/docs/sidebar.js';

/** The documentation as a website. `npm run build:demo` writes its pages to `SITE_SOURCE` and builds it. */
export default defineConfig({
  title: 'baanx-kyc-step',
  description: 'The identity-verification step of a Baanx card sign-up, as one custom element.',
  lang: 'en',
  srcDir: SITE_SOURCE,
  cacheDir: `${SITE_SOURCE}.cache`,
  base: PLACEHOLDER_BASE,
  head: [['link', { rel: 'icon', href: 'data:,' }]],
  buildEnd: ({ outDir }) => makeRelative(outDir),
  markdown: {
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
    // The links in the pages are written for GitHub.
    anchor: { slugify: anchorOf },
    config(md) {
      // Vue would take `{{ … }}` in inline code for an expression.
      const code = md.renderer.rules.code_inline;
      md.renderer.rules.code_inline = (...args) =>
        code?.(...args).replace(/^<code(?! v-pre)/, '<code v-pre') ?? '';
      // A table that is wider than the page can be focused, so that it can be scrolled with the keyboard.
      md.renderer.rules.table_open = () => '<div class="wide" tabindex="0"><table>';
      md.renderer.rules.table_close = () => '</table></div>';
      // An empty `<th>` is an accessibility violation.
      md.core.ruler.push('empty-header-cells', ({ tokens }) => {
        tokens.forEach((token, index) => {
          if (token.type !== 'th_open' || tokens[index + 1]?.content !== '') return;
          for (const cell of [token, tokens[index + 2]]) if (cell) cell.tag = 'td';
        });
      });
    },
  },
  themeConfig: {
    nav: [
      { text: 'Quick start', link: './quick-start.html' },
      { text: 'Reference', link: './reference.html' },
      { text: 'Playground', link: '../index.html', target: '_self' },
    ],
    sidebar: sidebar(),
    outline: [2, 3],
    search: { provider: 'local', options: { detailedView: true } },
    docFooter: { prev: 'Previous page', next: 'Next page' },
  },
});

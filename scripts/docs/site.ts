import { posix } from 'node:path';
import { Marked } from 'marked';
import { anchorOf, isForUsers } from './markdown.js';

/** Where a page of the documentation lies as HTML. */
const addressOf = (file: string): string => file.replace(/\.md(?=#|$)/, '.html');
const titleOf = (page: string): string => /^# (.+)$/m.exec(page)?.[1] ?? '';

const marked = new Marked({
  renderer: {
    heading({ tokens, depth, text }) {
      return `<h${depth} id="${anchorOf(text)}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
    },
    link({ href, tokens }) {
      const to = /^https?:/.test(href) ? href : addressOf(href);
      return `<a href="${to}">${this.parser.parseInline(tokens)}</a>`;
    },
    table({ header, rows }) {
      const line = (cells: typeof header, tag: string) =>
        // A head of nothing is no head.
        `<tr>${cells.map(({ tokens, text, align }) => `<${text ? tag : 'td'}${align ? ` align="${align}"` : ''}>${this.parser.parseInline(tokens)}</${text ? tag : 'td'}>`).join('')}</tr>`;
      // Scrolled by the keyboard too where it is wider than the page.
      return `<div class="table" tabindex="0"><table>${line(header, 'th')}${rows.map((row) => line(row, 'td')).join('')}</table></div>\n`;
    },
    checkbox: ({ checked }) => (checked ? '☑ ' : '☐ '),
  },
});

/** The pages named, as HTML, each with a way to all that are for users. */
export function siteHtml(pages: ReadonlyMap<string, string>, files: readonly string[]): [string, string][] {
  return files.map((file) => {
    const page = pages.get(file) ?? '';
    const up = (to: string) => posix.relative(posix.dirname(file), to);
    const links = files
      .filter(isForUsers)
      .map(
        (other) =>
          `<a href="${up(addressOf(other))}"${other === file ? ' aria-current="page"' : ''}>${titleOf(pages.get(other) ?? '')}</a>`,
      );
    return [
      addressOf(file),
      `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${titleOf(page)} · baanx-kyc-step</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${up('docs.css')}">
</head>
<body>
<nav aria-label="Pages"><a href="${up('index.html')}">Playground</a> ${links.join(' ')}</nav>
<main>
${marked.parse(page, { async: false })}</main>
</body>
</html>
`,
    ];
  });
}

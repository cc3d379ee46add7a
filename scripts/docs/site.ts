import { posix } from 'node:path';
import { Marked } from 'marked';
import { anchorOf, isForUsers } from './markdown.js';

/** The path of a page, or a link to one, in the HTML documentation. */
const htmlPathOf = (file: string): string => file.replace(/\.md(?=#|$)/, '.html');
const titleOf = (page: string): string => /^# (.+)$/m.exec(page)?.[1] ?? '';

const marked = new Marked({
  renderer: {
    heading({ tokens, depth, text }) {
      return `<h${depth} id="${anchorOf(text)}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
    },
    link({ href, tokens }) {
      const target = /^https?:/.test(href) ? href : htmlPathOf(href);
      return `<a href="${target}">${this.parser.parseInline(tokens)}</a>`;
    },
    table({ header, rows }) {
      const line = (cells: typeof header, tag: string) =>
        // An empty header cell becomes a plain cell: an empty `<th>` is an accessibility violation.
        `<tr>${cells.map(({ tokens, text, align }) => `<${text ? tag : 'td'}${align ? ` align="${align}"` : ''}>${this.parser.parseInline(tokens)}</${text ? tag : 'td'}>`).join('')}</tr>`;
      // A table that is wider than the page can be focused, so that it can be scrolled with the keyboard.
      return `<div class="table" tabindex="0"><table>${line(header, 'th')}${rows.map((row) => line(row, 'td')).join('')}</table></div>\n`;
    },
    checkbox: ({ checked }) => (checked ? '☑ ' : '☐ '),
  },
});

/** The pages as HTML, by path, each with links to all pages for users. */
export function siteHtml(pages: ReadonlyMap<string, string>, files: readonly string[]): [string, string][] {
  return files.map((file) => {
    const page = pages.get(file) ?? '';
    const relativePath = (to: string) => posix.relative(posix.dirname(file), to);
    const links = files
      .filter(isForUsers)
      .map(
        (other) =>
          `<a href="${relativePath(htmlPathOf(other))}"${other === file ? ' aria-current="page"' : ''}>${titleOf(pages.get(other) ?? '')}</a>`,
      );
    return [
      htmlPathOf(file),
      `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${titleOf(page)} · baanx-kyc-step</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${relativePath('docs.css')}">
</head>
<body>
<nav aria-label="Pages"><a href="${relativePath('index.html')}">Playground</a> ${links.join(' ')}</nav>
<main>
${marked.parse(page, { async: false })}</main>
</body>
</html>
`,
    ];
  });
}

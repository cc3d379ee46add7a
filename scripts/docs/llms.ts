import { isForUsers } from './markdown.js';

/** The title of a page and its first paragraph, below its front matter if it has one. */
function headOf(markdown: string): { title: string; about: string } {
  const page = markdown.replace(/^---\n[^]*?\n---\n+/, '');
  const title = /^# (.+)$/m.exec(page)?.[1] ?? '';
  const about = /^# .+\n+([^\n#<|!][^]*?)(?:\n\n|\n*$)/.exec(page)?.[1] ?? '';
  return { title, about: about.replaceAll('\n', ' ').replace(/\[([^\]]+)\]\([^)]+\)/g, '$1') };
}

const pagesForUsers = (pages: ReadonlyMap<string, string>): [string, string][] =>
  [...pages].filter(([file]) => isForUsers(file));

/** `llms.txt`: what the package is, and links to the pages. */
export function llmsIndex(pages: ReadonlyMap<string, string>): string {
  const { title, about } = headOf(pages.get('README.md') ?? '');
  const links = pagesForUsers(pages).map(([file, page]) => {
    const head = headOf(page);
    return `- [${head.title}](${file})${head.about === about ? '' : `: ${head.about}`}`;
  });
  return `# ${title}\n\n> ${about}\n\n## Pages\n\n${links.join('\n')}\n`;
}

/** `llms-full.txt`: all pages for users in one file, without the markers of generated parts. */
export const llmsFull = (pages: ReadonlyMap<string, string>): string =>
  pagesForUsers(pages)
    .map(([file, page]) => `<!-- ${file} -->\n\n${page.replace(/<!-- \/?generated.*-->\n\n?/g, '').trim()}\n`)
    .join('\n');

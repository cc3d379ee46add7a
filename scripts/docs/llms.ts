import { isForUsers } from './markdown.js';

/** What a page is about: its first heading and the first paragraph under it. */
function headOf(page: string): { title: string; about: string } {
  const title = /^# (.+)$/m.exec(page)?.[1] ?? '';
  const about = /^# .+\n+([^\n#<|!][^]*?)(?:\n\n|\n*$)/.exec(page)?.[1] ?? '';
  return { title, about: about.replaceAll('\n', ' ').replace(/\[([^\]]+)\]\([^)]+\)/g, '$1') };
}

const forUsers = (pages: ReadonlyMap<string, string>): [string, string][] =>
  [...pages].filter(([file]) => isForUsers(file));

/** `llms.txt`: the package in a sentence, and where to read on. */
export function llmsIndex(pages: ReadonlyMap<string, string>): string {
  const { title, about } = headOf(pages.get('README.md') ?? '');
  const links = forUsers(pages).map(([file, page]) => {
    const head = headOf(page);
    return `- [${head.title}](${file})${head.about === about ? '' : `: ${head.about}`}`;
  });
  return `# ${title}\n\n> ${about}\n\n## Pages\n\n${links.join('\n')}\n- [All of them in one](llms-full.txt)\n`;
}

/** `llms-full.txt`: every page for users in one, without the marks of what is generated. */
export const llmsFull = (pages: ReadonlyMap<string, string>): string =>
  forUsers(pages)
    .map(([file, page]) => `<!-- ${file} -->\n\n${page.replace(/<!-- \/?generated.*-->\n\n?/g, '').trim()}\n`)
    .join('\n');

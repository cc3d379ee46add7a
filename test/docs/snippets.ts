import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pageFiles } from '../../scripts/docs/page-files.js';
import { root } from '../../scripts/root.mjs';

/** A code block of a page. */
export interface Snippet {
  /** Its file and line: `README.md:31`. */
  readonly at: string;
  /** Its file and the heading above it. */
  readonly section: string;
  readonly language: string;
  readonly text: string;
}

/** Every code block of the documentation. */
export function snippets(): Snippet[] {
  return pageFiles().flatMap((file) => {
    const page = readFileSync(join(root, file), 'utf8');
    return [...page.matchAll(/^( *)```(\w+)\n([^]*?)\n\1```$/gm)].map((match) => ({
      at: `${file}:${page.slice(0, match.index).split('\n').length}`,
      section: `${file} ${/^[^]*\n(#+ .+)/.exec(page.slice(0, match.index))?.[1]}`,
      language: match[2] ?? '',
      text: match[3] ?? '',
    }));
  });
}

/** Whether it is a script for a web page, and not for a server, a tool's configuration or a test. */
export const isForPage = ({ language, text }: Snippet): boolean =>
  language === 'ts' &&
  !/^\/\/ \S+\.ts$/m.test(text) &&
  !/from '(?:node:|baanx-kyc-step\/(?:proxy|sandbox|server))/.test(text);

/** The code of a file that the page shows. The snippet's first line is a comment with the file's name. */
export function snippetOf(page: string, file: string): string {
  const found = snippets().find(
    ({ at, text }) => at.startsWith(`${page}:`) && text.startsWith(`// ${file}\n`),
  );
  if (!found) throw new Error(`${page} has no snippet of ${file}`);
  return found.text;
}

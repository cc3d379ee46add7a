import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pageFiles } from '../../scripts/docs/pages.js';
import { root } from '../../scripts/bundle.mjs';

/** A fenced block of a page. */
export interface Snippet {
  /** `README.md:31` */
  readonly at: string;
  /** The heading that it is under. */
  readonly section: string;
  readonly language: string;
  readonly text: string;
}

/** Every fenced block of the documentation. */
export function snippets(): Snippet[] {
  return pageFiles().flatMap((file) => {
    const page = readFileSync(join(root, file), 'utf8');
    return [...page.matchAll(/^( *)```(\w+)\n([^]*?)\n\1```$/gm)].map((found) => ({
      at: `${file}:${page.slice(0, found.index).split('\n').length}`,
      section: `${file} ${/^[^]*\n(#+ .+)/.exec(page.slice(0, found.index))?.[1]}`,
      language: found[2] ?? '',
      text: found[3] ?? '',
    }));
  });
}

/** Whether it is script for a page, and not for a server, a tool's settings or a test of an integrator's. */
export const isForPage = ({ language, text }: Snippet): boolean =>
  language === 'ts' &&
  !/^\/\/ \S+\.ts$/m.test(text) &&
  !/from '(?:node:|baanx-kyc-step\/(?:proxy|sandbox))/.test(text);

/** The snippet of the page that is this file: its first line names it. */
export function snippetOf(page: string, file: string): string {
  const found = snippets().find(
    ({ at, text }) => at.startsWith(`${page}:`) && text.startsWith(`// ${file}\n`),
  );
  if (!found) throw new Error(`${page} has no ${file}`);
  return found.text;
}

import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { renderMermaidSVG } from 'beautiful-mermaid';
import { root } from '../root.mjs';

/** The folder from which VitePress builds the website. */
export const SITE_SOURCE = join(root, '.cache/docs-site/');

/** The names of the pages that are not in `docs`. All pages of the website are in one folder. */
const NAMES: Readonly<Record<string, string>> = {
  'README.md': 'index.md',
  'CONTRIBUTING.md': 'contributing.md',
  'CHANGELOG.md': 'changelog.md',
  'SECURITY.md': 'security-policy.md',
  'CODE_OF_CONDUCT.md': 'code-of-conduct.md',
  'scripts/browsers/README.md': 'test-browsers.md',
  LICENSE: 'license.md',
};

/** The name of a page on the website, or undefined if the file is not one of its pages. */
export const nameOnSite = (file: string): string | undefined =>
  NAMES[file] ?? (/^docs\/[^/]+\.md$/.test(file) ? posix.basename(file) : undefined);

/** Files of `docs` that the pages show or link to. */
const FILES = ['step.png', 'tokens.png', 'flow.svg'];
const LINKED_FOLDERS = ['deploy'];

/**
 * Writes the pages to `SITE_SOURCE`, with their links and pictures as VitePress needs them.
 * @param pages the pages by their paths in the repository
 */
export function writeSiteSource(pages: ReadonlyMap<string, string>): void {
  rmSync(SITE_SOURCE, { recursive: true, force: true });
  mkdirSync(join(SITE_SOURCE, 'public'), { recursive: true });
  for (const file of FILES) cpSync(join(root, 'docs', file), join(SITE_SOURCE, file));
  for (const folder of LINKED_FOLDERS)
    cpSync(join(root, 'docs', folder), join(SITE_SOURCE, 'public', folder), { recursive: true });
  const licence = readFileSync(join(root, 'LICENSE'), 'utf8');
  for (const [file, page] of [...pages, ['LICENSE', `# Licence\n\n${licence}`] as const]) {
    const name = nameOnSite(file);
    if (name) writeFileSync(join(SITE_SOURCE, name), withDiagrams(withSiteLinks(page, file), name));
  }
}

/** Makes the links of a page lead to the pages of the website. */
const withSiteLinks = (page: string, file: string): string =>
  page.replace(/\]\((?!https?:|#)([^)#\s]+)(#[^)\s]*)?\)/g, (link, path: string, anchor = '') => {
    const target = posix.join(posix.dirname(file), path);
    const name = nameOnSite(target);
    if (name) return `](./${name}${anchor})`;
    const inDocs = target.replace(/^docs\//, '');
    // Not a page: the browser loads it, not VitePress's router.
    if (LINKED_FOLDERS.includes(inDocs.split('/')[0] ?? '')) return `](./${inDocs}){target="_self"}`;
    return FILES.includes(inDocs) ? `](./${inDocs})` : link;
  });

const MERMAID = /^```mermaid\n([^]*?)^```$/gm;

/** The colors of diagrams, which are pictures on a white ground in light and dark. */
const DIAGRAM = { bg: '#ffffff', fg: '#1b1b1f', muted: '#51515a', accent: '#2447c5', font: 'system-ui' };

/** Draws the Mermaid diagrams of a page, which GitHub draws by itself. */
function withDiagrams(page: string, name: string): string {
  let count = 0;
  return page.replace(MERMAID, (_, diagram: string, offset: number) => {
    const file = `${name.replace('.md', '')}-diagram-${(count += 1)}.svg`;
    // The library loads its font from the web.
    const svg = renderMermaidSVG(diagram, DIAGRAM).replace(/@import url\([^)]*\);/g, '');
    writeFileSync(join(SITE_SOURCE, file), svg);
    const heading = /^[^]*\n#+ (.+)/.exec(`\n${page.slice(0, offset)}`)?.[1] ?? '';
    return `![Diagram: ${heading}](./${file})`;
  });
}

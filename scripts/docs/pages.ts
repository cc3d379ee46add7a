import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { SCENARIOS } from '../../src/sandbox/index.js';
import { root } from '../bundle.mjs';
import { benches, benchSummary } from './benches.js';
import { elementTables, readManifest } from './element-tables.js';
import { errorTable } from './error-table.js';
import { flowMermaid, flowPicture, flowTable } from './flow-parts.js';
import { exampleParts, frameworkTable } from './framework-parts.js';
import { headlessParts } from './headless-parts.js';
import { languageList } from './language-list.js';
import { layerGraph } from './layer-graph.js';
import { llmsFull, llmsIndex } from './llms.js';
import { code, fill, table } from './markdown.js';
import { messageTable } from './message-table.js';
import { sideBySide } from './side-by-side.js';
import { siteHtml } from './site.js';
import { themeList } from './theme-list.js';
import { TypeTexts } from './type-text.js';

/** The functions that generate the parts, by the names in the pages' markers. */
function parts(): ReadonlyMap<string, () => string> {
  const types = new TypeTexts();
  return new Map([
    ...elementTables(readManifest(), types),
    ...exampleParts(),
    ...headlessParts(types),
    ['frameworks', frameworkTable],
    ['errors', errorTable],
    ['side-by-side', sideBySide],
    ['benches', benches],
    ['bench-glance', benchSummary],
    ['languages', languageList],
    ['messages', messageTable],
    ['themes', themeList],
    ['attacks', () => readFileSync(join(root, 'test/attack/results.md'), 'utf8').trim()],
    ['flow-mermaid', flowMermaid],
    ['flow-table', flowTable],
    [
      'scenarios',
      () =>
        table(
          ['The id begins with', 'What happens'],
          SCENARIOS.map(({ id, description }) => [code(id), description]),
        ),
    ],
  ]);
}

/** The paths of all pages of the documentation, relative to the root. */
export const pageFiles = (): string[] => [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'SECURITY.md',
  'CODE_OF_CONDUCT.md',
  'scripts/browsers/README.md',
  ...readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
];

/** Every page and picture with its generated parts up to date, by its path. */
export async function freshPages(): Promise<Map<string, string>> {
  const layers = await layerGraph();
  const generators = new Map([...parts(), ['layers', () => layers] as const]);
  const pages = new Map<string, string>();
  for (const file of pageFiles()) {
    const path = join(root, file);
    const options = { ...(await resolveConfig(path)), filepath: path };
    pages.set(file, await format(fill(readFileSync(path, 'utf8'), generators), options));
  }
  pages.set('docs/flow.svg', flowPicture());
  return pages;
}

/**
 * The documentation for the website: as HTML, and for language models as Markdown, with an index (`llms.txt`) and a file of
 * all pages (`llms-full.txt`).
 */
export async function sitePages(): Promise<Map<string, string>> {
  const pages = await freshPages();
  return new Map([
    ...pages,
    ...siteHtml(pages, pageFiles()),
    ['llms.txt', llmsIndex(pages)],
    ['llms-full.txt', llmsFull(pages)],
  ]);
}

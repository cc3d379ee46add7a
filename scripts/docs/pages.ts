import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { SCENARIOS } from '../../src/sandbox/index.js';
import { root } from '../root.mjs';
import { apiParts } from './api-reference.js';
import { benches, benchSummary } from './benches.js';
import { elementTables, readManifest } from './element-tables.js';
import { environmentTable } from './environment-table.js';
import { errorParts } from './error-parts.js';
import { flowMermaid, flowPicture, flowTable, playgroundChart } from './flow-parts.js';
import { exampleParts, frameworkTable } from './framework-parts.js';
import { headlessParts } from './headless-parts.js';
import { languageList } from './language-list.js';
import { layerGraph } from './layer-graph.js';
import { llmsFull, llmsIndex } from './llms.js';
import { code, fill, table } from './markdown.js';
import { messageTable } from './message-table.js';
import { pageFiles } from './page-files.js';
import { sideBySide } from './side-by-side.js';
import { writeSiteSource } from './site-source.js';
import { themeList } from './theme-list.js';
import { TypeTexts } from './type-text.js';

/** The functions that generate the parts, by the names in the pages' markers. */
function parts(): ReadonlyMap<string, () => string> {
  const types = new TypeTexts();
  return new Map([
    ...elementTables(readManifest(), types),
    ...exampleParts(),
    ...headlessParts(),
    ['frameworks', frameworkTable],
    ...errorParts,
    ...apiParts(types),
    ['environment', environmentTable],
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

/** Every page and picture with its generated parts up to date, and `llms.txt`, by their paths. */
export async function freshPages(): Promise<Map<string, string>> {
  const layers = await layerGraph();
  const generators = new Map([...parts(), ['layers', () => layers] as const]);
  const pages = new Map<string, string>();
  for (const file of pageFiles()) {
    const path = join(root, file);
    const options = { ...(await resolveConfig(path)), filepath: path };
    pages.set(file, await format(fill(readFileSync(path, 'utf8'), generators), options));
  }
  const index = llmsIndex(pages);
  pages.set('docs/flow.svg', flowPicture());
  pages.set('demo/flow-chart.svg', playgroundChart());
  pages.set('llms.txt', index);
  return pages;
}

/**
 * The documentation beside the website: the pages as Markdown, and for language models an index (`llms.txt`) and a file of
 * all pages (`llms-full.txt`). Also writes what the website is built from.
 */
export async function sitePages(): Promise<Map<string, string>> {
  const pages = await freshPages();
  writeSiteSource(pages);
  return new Map([...pages, ['llms-full.txt', llmsFull(pages)]]);
}

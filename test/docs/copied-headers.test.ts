import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createMarkdownRenderer } from 'vitepress';
import { beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../scripts/root.mjs';
import { hintFor } from '../../src/headless/hints.js';
import { ERROR_CODES } from '../../scripts/docs/error-parts.js';

const TEXT_OF_ENTITY: Readonly<Record<string, string>> = {
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&ZeroWidthSpace;': '',
};

/** The text of a rendered page, as a developer copies it from the site. */
async function renderedText(file: string): Promise<string> {
  const renderer = await createMarkdownRenderer(root);
  return renderer
    .render(readFileSync(join(root, file), 'utf8'))
    .replace(/<[^>]+>/g, '')
    .replace(/&(?:quot|#39|amp|lt|gt|ZeroWidthSpace);/g, (entity) => TEXT_OF_ENTITY[entity] ?? entity);
}

describe('text copied from the rendered documentation', () => {
  let reference: string;
  beforeAll(async () => {
    reference = await renderedText('docs/reference.md');
  }, 30_000);

  it.each(ERROR_CODES)('is exactly the hint for %s', (code) => {
    expect(reference).toContain(hintFor({ code }));
  });

  it('has the Permissions-Policy of the hint in the headers of README', async () => {
    const [, header = 'no header'] =
      /Permissions-Policy: (camera=\([^)]*\))/.exec(hintFor({ code: 'camera-blocked-by-page' })) ?? [];
    expect(await renderedText('README.md')).toContain(header);
  });
});

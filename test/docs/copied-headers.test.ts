import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/bundle.mjs';
import { hintFor } from '../../src/headless/hints.js';
import { ERROR_CODES } from '../../scripts/docs/error-table.js';

const TEXT_OF_ENTITY: Readonly<Record<string, string>> = {
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
};

/** The text of the rendered README, as a developer copies it from the page. */
const rendered = marked
  .parse(readFileSync(join(root, 'README.md'), 'utf8'), { async: false })
  .replace(/<[^>]+>/g, '')
  .replace(/&(?:quot|#39|amp|lt|gt);/g, (entity) => TEXT_OF_ENTITY[entity] ?? entity);

describe('text copied from the rendered README', () => {
  it.each(ERROR_CODES)('is exactly the hint for %s', (code) => {
    expect(rendered).toContain(hintFor({ code }));
  });

  it('has the Permissions-Policy of the hint in its list of headers too', () => {
    const [, header = 'no header'] =
      /Permissions-Policy: (camera=\([^)]*\))/.exec(hintFor({ code: 'camera-blocked-by-page' })) ?? [];
    expect(rendered.split(header)).toHaveLength(3);
  });
});

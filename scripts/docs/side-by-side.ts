import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../bundle.mjs';
import { table } from './markdown.js';

/** What test/journeys/side-by-side.test.ts saw, and keeps fresh: `npm run test:journeys -- -u` writes it anew. */
export const RECORDED = join(root, 'test/journeys/side-by-side.json');

/** Each probe, and what the element and Veriff's own SDK did. */
export function sideBySide(): string {
  const { ours, theirs } = JSON.parse(readFileSync(RECORDED, 'utf8')) as Record<
    'ours' | 'theirs',
    Record<string, boolean>
  >;
  const word = (yes: boolean | undefined) => (yes ? 'yes' : 'no');
  return table(
    ['What it does', '`<baanx-kyc-step>`', 'the SDK'],
    Object.keys(ours).map((probe) => [probe, word(ours[probe]), word(theirs[probe])]),
  );
}

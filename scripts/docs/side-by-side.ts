import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root.mjs';
import { table } from './markdown.js';

/** The results of test/journeys/side-by-side.test.ts, which `npm run test:journeys -- -u` records again. */
export const RECORDED = join(root, 'test/journeys/side-by-side.json');

/** A table of the probes, with the results of the element and of Veriff's own SDK. */
export function sideBySide(): string {
  const { ours, theirs } = JSON.parse(readFileSync(RECORDED, 'utf8')) as Record<
    'ours' | 'theirs',
    Record<string, boolean>
  >;
  const yesOrNo = (passed: boolean | undefined) => (passed ? 'yes' : 'no');
  return table(
    ['What it does', '`<baanx-kyc-step>`', 'the SDK'],
    Object.keys(ours).map((probe) => [probe, yesOrNo(ours[probe]), yesOrNo(theirs[probe])]),
  );
}

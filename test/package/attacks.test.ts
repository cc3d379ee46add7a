import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../scripts/root.mjs';
import { attackTable, ATTACKS, runAttacks } from '../attack/run.js';

/** Whether `npm run attack` runs this: it prints each attack, and writes the table for docs/security.md. */
const isWriting = process.env['WRITE_ATTACKS'] !== undefined;
const results = join(root, 'test/attack/results.md');

it('The built package accepts no attack of the lab, and docs/security.md shows these results', async () => {
  const tallies = await runAttacks(({ name }, { tries, accepted }) => {
    if (isWriting)
      process.stdout.write(`${accepted === 0 ? '✓' : '✗'} ${name}: ${accepted} of ${tries} accepted\n`);
  });
  if (isWriting) writeFileSync(results, `${attackTable(tallies)}\n`);
  expect(ATTACKS.filter((_, index) => tallies[index]?.accepted !== 0).map(({ name }) => name)).toEqual([]);
  for (const [index, { tries }] of tallies.entries()) expect(tries, ATTACKS[index]?.name).toBeGreaterThan(0);
  expect(readFileSync(results, 'utf8')).toBe(`${attackTable(tallies)}\n`);
}, 600_000);

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../scripts/bundle.mjs';
import { attackTable, ATTACKS, runAttacks } from '../attack/run.js';

it('No attack of the lab is accepted by the built package, and docs/security.md shows these results', { timeout: 600_000 }, async () => {
  const tallies = await runAttacks();
  expect(ATTACKS.filter((_, index) => tallies[index]?.accepted !== 0).map(({ name }) => name)).toEqual([]);
  for (const [index, { tries }] of tallies.entries()) expect(tries, ATTACKS[index]?.name).toBeGreaterThan(0);
  expect(readFileSync(join(root, 'test/attack/results.md'), 'utf8')).toBe(`${attackTable(tallies)}\n`);
});

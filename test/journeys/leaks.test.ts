import { expect, it } from 'vitest';
import { measure } from '../../bench/support/rounds.mjs';

/** What one of a hundred elements may leave in the heap by chance, in bytes: compiled code and inline caches. */
const CHANCE = 2_048;

it('leaves nothing behind: no node, listener, timer, document or heap', async () => {
  const [mounts, rounds] = [150, 15];
  const { before, after } = await measure({ mounts, rounds });
  const { heap: heapBefore, ...countsBefore } = before;
  const { heap, ...counts } = after;
  expect(counts).toEqual(countsBefore);
  expect(heap - heapBefore).toBeLessThan((mounts + rounds) * CHANCE);
});

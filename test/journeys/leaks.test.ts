import { expect, it } from 'vitest';
import { measure } from '../../bench/support/rounds.mjs';

/** How much the heap may grow for each element, in bytes: V8 adds compiled code and inline caches at any time. */
const HEAP_TOLERANCE_BYTES = 2_048;

it('Removed elements and closed Veriff windows leave no node, listener, timer, document or heap behind', async () => {
  const [mounts, rounds] = [150, 15];
  const { before, after } = await measure({ mounts, rounds });
  const { heap: heapBefore, ...countsBefore } = before;
  const { heap, ...counts } = after;
  expect(counts).toEqual(countsBefore);
  expect(heap - heapBefore).toBeLessThan((mounts + rounds) * HEAP_TOLERANCE_BYTES);
});

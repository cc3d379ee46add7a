import { describe, expect, it } from 'vitest';
import { REFUSALS } from '../../src/proxy/refusal.js';
import { documented } from './support/snippets.js';

/** The table of docs/proxy.md: reason, status and code of each row, in its order. */
const rows = [
  ...documented('proxy.md').matchAll(/^\| `([\w-]+)` +\| +([\d–]+) \| `([\w-]+)` +\| .+\|$/gm),
].map(([, reason, status, code]) => [reason, status, code]);

describe('the table of refusals in docs/proxy.md', () => {
  it('has every refusal, with its status and code, in the order of the checks', () => {
    const refusals = Object.entries(REFUSALS).map(([reason, [status, code]]) => [
      reason,
      reason === 'baanx-error' ? '400–599' : String(status),
      code,
    ]);
    expect(rows, 'Edit the table in docs/proxy.md: it is written by hand').toEqual(refusals);
  });
});

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, it, onTestFinished } from 'vitest';
import { root } from '../../scripts/root.mjs';

/** A browser in which a person goes through the simulated Veriff and submits documents. */
const BROWSER = `#!${process.execPath}
const url = process.argv[2];
fetch(url).then(() => fetch(url + '/submit', { method: 'POST', body: JSON.stringify({ outcome: 'approve' }) }));`;

/** What the person types after a line that begins like this. */
const TYPED: Readonly<Record<string, string>> = {
  'Verify your identity': 'start',
  'Continue in the other window': 'done',
};

it('The terminal program of docs/headless-terminal.md runs against the sandbox', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'baanx-kyc-step-'));
  const browser = join(folder, 'browser.cjs');
  writeFileSync(browser, BROWSER);
  chmodSync(browser, 0o755);
  const program = spawn(process.execPath, ['docs/examples/terminal-sandbox.mjs'], {
    cwd: root,
    env: { ...process.env, BROWSER: browser },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  onTestFinished(() => {
    program.kill();
    rmSync(folder, { recursive: true });
  });
  const ended = once(program, 'exit');
  const lines: string[] = [];
  for await (const line of createInterface({ input: program.stdout })) {
    lines.push(line);
    for (const [start, typed] of Object.entries(TYPED))
      if (line.startsWith(start)) program.stdin.write(`${typed}\n`);
  }
  expect(await ended).toEqual([0, null]);
  expect(lines.at(-1)).toBe('verified');
  expect(lines.join()).not.toContain('http');
});

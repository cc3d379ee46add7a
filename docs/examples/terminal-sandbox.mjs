/** `node terminal-sandbox.mjs`: the step in this terminal, with a simulated Baanx and Veriff. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { startKycSandbox } from 'baanx-kyc-step/sandbox/node';
import { verifyInTerminal } from './terminal.mjs';

/** @type {Readonly<Partial<Record<NodeJS.Platform, string>>>} */
const OPENERS = { darwin: 'open', win32: 'explorer' };

const sandbox = await startKycSandbox();
const verdict = await verifyInTerminal({
  onboardingId: 'approve-1',
  proxyUrl: 'http://localhost/api/baanx',
  fetcher: (input, init) => sandbox.handle(new Request(input, init)),
  veriffOrigins: [sandbox.veriffOrigin],
  openBrowser(url) {
    const browser = spawn(process.env['BROWSER'] ?? OPENERS[process.platform] ?? 'xdg-open', [url]);
    browser.on('error', () => console.error('No browser could be opened. Set BROWSER.'));
  },
  lines: createInterface({ input: process.stdin }),
  print: console.log,
});
console.log(verdict ?? 'You can go on later.');
await sandbox.close();
process.exit();

import { createServer as createHttpsServer } from 'node:https';
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHECKS } from '../../src/doctor/checks/table.js';
import { toNodeHandler } from '../../src/proxy/node.js';
import { start } from '../proxy/support/process.js';
import { listen, type Listening } from '../proxy/support/upstream.js';
import { createSite, htmlOf, WEBHOOK_KEY, GOOD_TAG } from './support/site.js';

const CLI = fileURLToPath(new URL('./support/cli.mjs', import.meta.url));

/** Starting the command compiles it, which takes seconds on a busy machine. */
const TIMEOUT = { timeout: 60_000 };

let healthy: Listening;
let faulty: Listening;
beforeAll(async () => {
  healthy = await listen(toNodeHandler(createSite()));
  faulty = await listen(
    toNodeHandler(
      createSite({
        html: htmlOf(GOOD_TAG),
        moreHeaders: { 'content-security-policy': "frame-src 'self'", 'permissions-policy': 'camera=()' },
        paths: { '/webhook': () => new Response(null, { status: 200 }) },
      }),
    ),
  );
});
afterAll(async () => {
  await healthy.close();
  await faulty.close();
});

/** Runs the command: its exit code, and everything that it printed. */
async function run(args: readonly string[], env: Record<string, string> = {}): Promise<[unknown, string]> {
  const { child, lines } = start(process.execPath, [CLI, ...args], env);
  const [code] = (await once(child, 'close')) as unknown[];
  return [code, lines.join('\n')];
}

describe('baanx-kyc-doctor', () => {
  it('exits with 0 and a line for each check if it finds nothing', TIMEOUT, async () => {
    const [code, text] = await run(
      [
        `${healthy.origin}/sign-up`,
        '--header',
        'cookie: sid=1',
        '--expect-authorize',
        '--verbose',
        '--webhook',
        `${healthy.origin}/webhook`,
      ],
      { BAANX_WEBHOOK_KEYS: WEBHOOK_KEY },
    );
    expect(text).toMatch(/\nNo findings\. Checks passed: \d+, skipped: \d+\.$/);
    expect(code).toBe(0);
    expect(text.match(/^ {2}[✓–] /gm)).toHaveLength(CHECKS.length);
    expect(text).toMatch(new RegExp(`^Page ${healthy.origin}/sign-up\n {2}✓ Response: 200$`, 'm'));
    expect(text).toContain(`\nProxy ${healthy.origin}/api/baanx\n  ✓ Response: `);
    expect(text).toMatch(/ {2}– .*: skipped: /);
    expect(text).toContain(`\nRequests sent\n  GET     ${healthy.origin}/sign-up\n`);
    expect(text).not.toMatch(/sid=1|whk_|approve-doctor/);
  });

  it('exits with 1 and says how to fix what it finds', TIMEOUT, async () => {
    const [code, text] = await run([
      `${faulty.origin}/sign-up`,
      '--header',
      'cookie: sid=1',
      '--webhook',
      `${faulty.origin}/webhook`,
    ]);
    expect(text).toMatch(/^4 findings\. /m);
    expect(code).toBe(1);
    expect(text).toContain(
      "  ✗ CSP frame-src (Veriff): frame-src 'self' (header) blocks https://*.veriff.me and https://*.veriff.com\n" +
        "    Fix: In Content-Security-Policy: frame-src 'self' https://*.veriff.me https://*.veriff.com;\n" +
        '    See: docs/doctor.md#csp-frame\n',
    );
    expect(text).toContain('  ✗ Permissions-Policy: camera is not allowed for any origin');
    expect(text.match(/✗ /g)).toHaveLength(4);
  });

  it('prints the same as JSON, and leaves out the checks that it is told to', TIMEOUT, async () => {
    const [code, text] = await run([
      `${faulty.origin}/sign-up`,
      '--json',
      '--header=cookie: sid=1',
      '--skip=permissions-policy',
    ]);
    expect(code).toBe(1);
    const { url, checks } = JSON.parse(text) as { url: string; checks: { id: string; status: string }[] };
    expect(url).toBe(`${faulty.origin}/sign-up`);
    expect(checks.map(({ id }) => id)).toEqual(
      CHECKS.map(({ id }) => id).filter((id) => id !== 'permissions-policy'),
    );
    expect(checks.filter(({ status }) => status === 'failed').map(({ id }) => id)).toEqual(['csp-frame']);
  });

  it('accepts a self-signed certificate on this machine', TIMEOUT, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'baanx-kyc-doctor-'));
    const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
    execFileSync(
      'openssl',
      [
        'req',
        '-x509',
        '-newkey',
        'rsa:2048',
        '-nodes',
        '-keyout',
        key,
        '-out',
        cert,
        '-subj',
        '/CN=localhost',
      ],
      { stdio: 'ignore' },
    );
    const server = createHttpsServer(
      { key: readFileSync(key), cert: readFileSync(cert) },
      toNodeHandler(createSite()),
    );
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const { port } = server.address() as AddressInfo;
    const [code, text] = await run([`https://127.0.0.1:${port}/sign-up`, '--header', 'cookie: sid=1']);
    server.close();
    server.closeAllConnections();
    rmSync(folder, { recursive: true });
    expect(text).toMatch(/✓ Response: 200$/m);
    expect(code).toBe(0);
  });

  it('says in plain words why nothing answers', TIMEOUT, async () => {
    const gone = await listen(() => undefined);
    await gone.close();
    const [code, text] = await run([gone.origin]);
    expect(code).toBe(1);
    expect(text).toContain(`✗ Response: ${gone.origin}: nothing is listening there (ECONNREFUSED)`);
    expect(text).not.toMatch(/ {4}at /);
  });

  it('exits with 1 if the server only switches protocols', TIMEOUT, async () => {
    const server = await listen((request) => {
      const upgrade = 'HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n';
      request.socket.write(upgrade);
    });
    const [code, text] = await run([server.origin]);
    await server.close();
    expect(code).toBe(1);
    expect(text).toContain(
      `✗ Response: ${server.origin}: it returns the status 101, which cannot end a request`,
    );
  });

  it('exits with 1 if no browser starts although one was requested', TIMEOUT, async () => {
    const [code, text] = await run([
      `${healthy.origin}/sign-up`,
      '--header=cookie: sid=1',
      '--browser',
      '--browser-path=/nope',
    ]);
    expect(text).toMatch(
      /✗ The tag: could not run, although you requested it: no browser could be started \(.*\/nope.*\); set its path with --browser-path/,
    );
    expect(code).toBe(1);
  });

  it.skipIf(process.platform !== 'linux').each([
    ['a pipe that was closed', '| true', ''],
    ['a full disk', '> /dev/full', 'baanx-kyc-doctor: the report could not be written (ENOSPC)'],
  ])('exits with 1 and no stack if it writes to %s', TIMEOUT, async (_, redirection, says) => {
    const command = `set -o pipefail; "$0" "$1" "$2" --json ${redirection}`;
    const { child, lines } = start(
      'bash',
      ['-c', command, process.execPath, CLI, `${healthy.origin}/sign-up`],
      {},
    );
    const [code] = (await once(child, 'close')) as unknown[];
    expect(lines.join('\n')).toBe(says);
    expect(code).toBe(1);
  });

  it('exits with 2 and one clear message if it is started wrongly', TIMEOUT, async () => {
    const [code, text] = await run(['https://u:p4ss@a.example']);
    expect(text).toMatch(
      /^baanx-kyc-doctor: The page must not contain credentials.*\nSee baanx-kyc-doctor --help\.$/,
    );
    expect(text).not.toContain('p4ss');
    expect(code).toBe(2);
  });

  it('prints its help, with every option and the exit codes', TIMEOUT, async () => {
    const [code, text] = await run(['--help']);
    expect(code).toBe(0);
    for (const word of [
      '--proxy',
      '--header',
      '--webhook',
      '--browser',
      '--json',
      'BAANX_WEBHOOK_KEYS',
      'Exit code: 0',
    ])
      expect(text).toContain(word);
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(120);
  });
});

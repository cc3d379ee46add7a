import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { root } from '../../scripts/root.mjs';
import { diagnose, formatReport } from '../../src/doctor/index.js';
import { createKycProxy } from '../../src/proxy/handler.js';
import { toNodeHandler } from '../../src/proxy/node.js';
import type { KycSandbox } from '../../src/sandbox/node.js';
import { GOOD_HEADERS, GOOD_SCRIPT, htmlOf } from '../doctor/support/site.js';
import { freePort } from '../proxy/support/process.js';
import { load } from './run.js';
import { snippetOf } from './snippets.js';

const SKILL = readFileSync(join(root, 'docs/agent-skill.md'), 'utf8');
const headers = { cookie: 'sid=dev' };

let running: { sandbox: KycSandbox; server: Server };
let app: Server;
let baanx: string;
let origin: string;

// An app as the skill describes it: the sandbox in a process of its own, and a server that trusts the sandbox's Veriff.
beforeAll(async () => {
  const [port, veriffPort, appPort] = [await freePort(), await freePort(), await freePort()];
  running = await load(
    snippetOf('docs/agent-skill.md', 'baanx-sandbox.mjs')
      .replace('4000', String(port))
      .replace('4001', String(veriffPort)),
  );
  baanx = `http://127.0.0.1:${port}`;
  origin = `http://127.0.0.1:${appPort}`;
  const veriff = `http://127.0.0.1:${veriffPort}`;
  const proxy = createKycProxy({
    clientKey: 'any',
    baseUrl: baanx,
    veriffOrigins: [veriff],
    authorize: (request, { onboardingId }) =>
      request.headers.get('cookie') === headers.cookie && onboardingId === 'approve-1',
  });
  const tag = `<baanx-kyc-step onboarding-id="approve-1" veriff-origins="${veriff}"></baanx-kyc-step>`;
  const page = new Headers({ 'content-type': 'text/html' });
  for (const [name, value] of Object.entries(GOOD_HEADERS))
    page.set(
      name,
      value
        .replaceAll('https://*.veriff.com"', `https://*.veriff.com" "${veriff}"`)
        .replace('https://*.veriff.com;', `https://*.veriff.com ${veriff};`),
    );
  const handle = toNodeHandler(async (request, connection) => {
    const { pathname } = new URL(request.url);
    if (pathname === '/sign-up') return new Response(htmlOf(GOOD_SCRIPT, tag), { headers: page });
    if (pathname === '/baanx-kyc-step.js')
      return new Response('export {};', { headers: { 'content-type': 'text/javascript' } });
    return proxy(request, connection);
  });
  app = createServer(handle).listen(appPort, '127.0.0.1');
}, 60_000);
afterAll(async () => {
  for (const server of [app, running.server]) {
    server.closeAllConnections();
    server.close();
  }
  await running.sandbox.close();
});

it('The skill for coding assistants shows what the sandbox answers', async () => {
  const response = await fetch(`${baanx}/v1/auth/register?onboardingId=approve-1`, {
    headers: { 'x-client-key': 'any' },
  });
  const [state = 'none'] = /"verificationState":"[A-Z]*"/.exec(await response.text()) ?? [];
  expect(SKILL).toContain(`\`\`\`text\n${state}\n\`\`\``);
});

it('It shows what the proxy answers', async () => {
  const answer = async (path: string, init: RequestInit = {}) => {
    const response = await fetch(`${origin}/api/baanx/v1/${path}`, init);
    return `${await response.text()} ${response.status}`;
  };
  const answers = [
    await answer('nothing'),
    await answer('auth/register?onboardingId=approve-1'),
    await answer('auth/register?onboardingId=approve-1', { headers }),
    await answer('auth/register?onboardingId=approve-2', { headers }),
  ];
  expect(SKILL).toContain(`\`\`\`text\n${answers.join('\n')}\n\`\`\``);
});

it('It shows what the doctor says about such an app', async () => {
  const report = await diagnose({ url: `${origin}/sign-up`, headers, expectAuthorize: true });
  const [last = ''] = formatReport(report).trim().split('\n').slice(-1);
  expect(last.split('. ')[0]).toBe('No findings');
  expect(SKILL).toContain('```text\nNo findings.\n```');
});

import type { Express } from 'express';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { root } from '../../scripts/root.mjs';
import { toNodeHandler } from '../../src/proxy/node.js';
import { createSandbox } from '../../src/sandbox/index.js';
import type { Authorize } from '../../src/proxy/handler.js';
import { createHandoff, type HandoffSubject } from '../../src/server/index.js';
import { launchBrowser } from '../sandbox/servers.js';
import { importFiles } from './run.js';
import { snippetOf } from './snippets.js';

const SECRET = 'never-to-be-seen-0123456789abcdef';
const ADA = `verified-"><b>&-1`;
const GRACE = { flow: 'registration', onboardingId: 'verified-1' } as const;

async function listening(server: Server): Promise<string> {
  if (!server.listening) await once(server, 'listening');
  return `http://localhost:${(server.address() as AddressInfo).port}`;
}

describe('The Express server of docs/handoff.md, with the sandbox in place of Baanx', () => {
  let folder: string;
  let origin: string;
  let servers: Server[];
  let recipe: {
    emailLink(subject: HandoffSubject): Promise<string>;
    mayUse: Authorize;
  };

  beforeAll(async () => {
    const sandbox = createSandbox({ veriffOrigin: 'https://magic.veriff.me' });
    const baanx = createServer(toNodeHandler(sandbox.baanx)).listen(0, '127.0.0.1');
    vi.stubEnv('BAANX_CLIENT_KEY', 'key');
    vi.stubEnv('BAANX_BASE_URL', (await listening(baanx)).replace('localhost', '127.0.0.1'));
    vi.stubEnv('HANDOFF_SECRET', `${SECRET} an-older-secret-0123456789abcdefgh`);
    // The person’s session, which the page leaves to the reader: here a header names it.
    vi.stubGlobal('sessionOf', async ({ headers }: Request) =>
      headers.has('x-person')
        ? { onboardingId: headers.get('x-person'), userId: headers.get('x-user') ?? undefined }
        : undefined,
    );
    vi.stubGlobal('emailOf', async (subject: HandoffSubject) =>
      subject.flow === 'registration' && subject.onboardingId === ADA
        ? '<ada>@example.com'
        : 'grace@example.com',
    );
    vi.stubGlobal('accessTokenOf', async (userId: string) => `verified-token-of-${userId}`);
    // Inside the project, so that its packages are found.
    await mkdir(join(root, '.cache'), { recursive: true });
    folder = await mkdtemp(join(root, '.cache', 'handoff-'));
    for (const file of ['handoff.ts', 'express.ts'])
      await writeFile(join(folder, file), importFiles(snippetOf('docs/handoff.md', file)));
    recipe = (await import(join(folder, 'handoff.ts'))) as typeof recipe;
    const { app } = (await import(join(folder, 'express.ts'))) as { app: Express };
    const host = createServer(app).listen(0, 'localhost');
    origin = await listening(host);
    vi.stubEnv('APP_ORIGIN', origin);
    servers = [baanx, host];
  }, 60_000);
  afterAll(async () => {
    for (const server of servers) {
      server.closeAllConnections();
      server.close();
    }
    vi.unstubAllEnvs();
    vi.unstubAllGlobals();
    await rm(folder, { recursive: true });
  });
  afterEach(() => vi.useRealTimers());

  const requestLink = async (person: string) => {
    const response = await fetch(`${origin}/kyc/handoff`, {
      method: 'POST',
      headers: { 'x-person': person },
    });
    expect(response.headers.get('cache-control')).toBe('no-store');
    return (await response.json()) as { url: string; expiresAt: string };
  };
  const press = (url: string, site = 'same-origin') =>
    fetch(url, { method: 'POST', redirect: 'manual', headers: { 'sec-fetch-site': site } });
  const cookieOf = (response: Response) => response.headers.get('set-cookie')?.split(';')[0] ?? '';
  const status = async (id: string, headers: Record<string, string>) =>
    (await fetch(`${origin}/api/baanx/v1/auth/register?onboardingId=${encodeURIComponent(id)}`, { headers }))
      .status;

  it('gives a link to whoever is signed in, and to nobody else', async () => {
    const { url, expiresAt } = await requestLink('verified-1');
    expect(url).toMatch(new RegExp(`^${origin}/kyc/continue/[\\w-]+$`));
    const remaining = new Date(expiresAt).getTime() - Date.now();
    expect(Math.abs(remaining - 600_000)).toBeLessThan(5_000);
    expect((await fetch(`${origin}/kyc/handoff`, { method: 'POST' })).status).toBe(401);
  });

  it('does not use a link up when a messenger or a scanner opens it, or another site posts it', async () => {
    const { url } = await requestLink('verified-1');
    for (const method of ['GET', 'HEAD', 'GET']) {
      const response = await fetch(url, { method });
      expect(response.status).toBe(200);
      expect(response.headers.has('set-cookie')).toBe(false);
      expect(response.headers.get('referrer-policy')).toBe('no-referrer');
      expect(response.headers.get('cache-control')).toBe('no-store');
    }
    for (const site of ['cross-site', 'same-site', 'none']) expect((await press(url, site)).status).toBe(403);
    expect((await press(url)).status).toBe(303);
  });

  it('gives the other device a session that is good for this verification only', async () => {
    const { url } = await requestLink(ADA);
    const response = await press(url);
    expect(response.headers.get('location')).toBe('/kyc/phone');
    expect(response.headers.get('set-cookie')).toMatch(
      /^__Host-kyc=[\w-]+; Path=\/; Max-Age=3600; HttpOnly; Secure; SameSite=Lax$/,
    );
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    const headers = { cookie: `theme=dark; ${cookieOf(response)}` };
    const page = await fetch(`${origin}/kyc/phone`, { headers });
    expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(page.headers.get('content-security-policy')).toBe("frame-ancestors 'none'");
    const html = await page.text();
    expect(html).toContain('<p>You continue the sign-up of &#60;•••@example.com.');
    expect(html).toContain('onboarding-id="verified-&#34;&#62;&#60;b&#62;&#38;-1"');
    expect(await status(ADA, headers)).toBe(200);
    expect(await status('verified-other', headers)).toBe(403);
    expect(await status(ADA, {})).toBe(403);
    expect(await status(ADA, { 'x-person': ADA }), 'the first device').toBe(200);
    const again = await fetch(`${origin}/kyc/handoff`, { method: 'POST', headers });
    expect(again.status, 'a device that continues is not signed in').toBe(401);
    const token = url.split('/').pop() ?? '';
    expect(await status(ADA, { cookie: `__Host-kyc=${token}` }), 'a link is no cookie').toBe(403);
    expect((await press(`${origin}/kyc/continue/${cookieOf(response).split('=')[1]}`)).status).toBe(410);
  });

  it('refuses a link that was used, has expired, or was never made, and says what to do', async () => {
    const { url } = await requestLink('verified-1');
    await press(url);
    const expired = await requestLink('verified-1');
    const forged = await createHandoff({ secret: 'another-secret-0123456789abcdef-xyz' }).issue({
      flow: 'registration',
      onboardingId: 'verified-1',
    });
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 600_000 });
    const answer = async (link: string) => {
      const response = await press(link);
      expect(response.headers.has('set-cookie')).toBe(false);
      return `${response.status} ${/<h1>(.*)<\/h1>/.exec(await response.text())?.[1]}`;
    };
    expect(await answer(expired.url)).toMatch(/^410 This link has expired/);
    vi.useRealTimers();
    expect(await answer(url)).toMatch(/^410 This link was used already/);
    expect(await answer(`${origin}/kyc/continue/${forged.token}`)).toMatch(/^410 This link is not complete/);
    expect(await answer(`${origin}/kyc/continue/%3Cb%3E`)).toMatch(/^410 This link is not complete/);
    expect((await fetch(`${origin}/kyc/phone`)).status).toBe(401);
  });

  it('without a secret refuses hand-offs only, and without an origin makes no link', async () => {
    vi.stubEnv('APP_ORIGIN', '');
    await expect(recipe.emailLink(GRACE)).rejects.toThrow('APP_ORIGIN is missing');
    vi.stubEnv('APP_ORIGIN', origin);
    vi.stubEnv('HANDOFF_SECRET', '');
    vi.resetModules();
    const fresh = (await import(join(folder, 'handoff.ts'))) as typeof recipe;
    const request = new Request(origin, { headers: { 'x-person': ADA } });
    const about = { onboardingId: ADA, route: 'registration-status' } as const;
    expect(await fresh.mayUse(request, about)).toBe(true);
    await expect(fresh.mayUse(new Request(origin), about)).rejects.toThrow('secret is missing');
    vi.stubEnv('HANDOFF_SECRET', SECRET);
  });

  it('accepts the link of an email for a week, on any device, and not as a link for one device', async () => {
    const url = await recipe.emailLink(GRACE);
    expect(url).toContain('/kyc/review/');
    for (const day of [0, 1, 6.9]) {
      vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + day * 86_400_000 });
      expect((await press(url)).status, `day ${day}`).toBe(303);
      vi.useRealTimers();
    }
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 7 * 86_400_000 });
    expect((await press(url)).status).toBe(410);
    vi.useRealTimers();
    expect((await press(url.replace('/review/', '/continue/'))).status).toBe(410);
    const device = await requestLink('verified-1');
    expect((await press(device.url.replace('/continue/', '/review/'))).status).toBe(410);
  });

  it('lets a device with the link of an account see that account only, and lets nobody else', async () => {
    const account = (headers: Record<string, string>) => fetch(`${origin}/api/baanx/v1/user`, { headers });
    const redeemed = await press(await recipe.emailLink({ flow: 'account', userId: 'user-1' }));
    const headers = { cookie: cookieOf(redeemed) };
    expect(await (await account(headers)).json()).toEqual({ verificationState: 'VERIFIED' });
    expect(await (await fetch(`${origin}/kyc/phone`, { headers })).text()).toContain(
      '<baanx-kyc-step flow="account">',
    );
    const pageFor = async (userId: string) => {
      const signedIn = { ...headers, 'x-person': 'verified-2', 'x-user': userId };
      return fetch(`${origin}/kyc/phone`, { headers: signedIn });
    };
    expect((await pageFor('user-1')).status, 'the same person is signed in').toBe(200);
    const refused = await pageFor('user-2');
    expect([refused.status, await refused.text()], 'somebody else is signed in').toEqual([
      401,
      expect.stringContaining('sign them out first'),
    ]);
    expect(await status('verified-1', headers), 'a registration').toBe(403);
    expect((await account({})).status, 'nobody').toBe(403);
    expect((await account({ 'x-person': ADA })).status, 'signed in, without an account').toBe(401);
    const registration = { cookie: cookieOf(await press((await requestLink('verified-1')).url)) };
    expect((await account(registration)).status, 'the device of a registration').toBe(403);
  });

  it(
    'works in a real browser: the button leads to the step, and a reload stays there',
    { timeout: 60_000 },
    async () => {
      const browser = await launchBrowser();
      const page = await browser.newPage();
      const { url } = await requestLink('verified-1');
      await page.goto(url);
      await page.getByRole('button', { name: 'Continue' }).click();
      await page.locator('baanx-kyc-step[onboarding-id="verified-1"]').waitFor({ state: 'attached' });
      expect(page.url()).toBe(`${origin}/kyc/phone`);
      await page.reload();
      expect(await page.locator('baanx-kyc-step').count()).toBe(1);
      expect(await page.evaluate('[document.cookie, document.referrer]')).toEqual(['', '']);
      await browser.close();
    },
  );
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../scripts/root.mjs';
import { createHandoff } from '../../src/server/index.js';
import { snippets } from '../docs/snippets.js';
import { installApp } from '../support/consumer.js';
import { startNext } from '../support/next-server.js';

const SECRET = 'never-to-be-seen-0123456789abcdef';

/** Part of framework-proxy.test.ts: two files that build the same app would run at the same time. */
describe('A hand-off in Next', () => {
  let next: Awaited<ReturnType<typeof startNext>>;
  beforeAll(async () => {
    next = await startNext(await installApp('next'), {
      HANDOFF_SECRET: SECRET,
      APP_ORIGIN: 'https://app.example',
    });
  }, 400_000);
  afterAll(() => next.close());

  it.each([
    ['handoff.ts', "import { accessTokenOf, emailOf, sessionOf } from './session';\n"],
    ['app/kyc/handoff/route.ts', ''],
    ['app/kyc/continue/[token]/route.ts', ''],
    ['app/kyc/phone/page.tsx', ''],
    ['app/kyc/phone/identity-step.tsx', ''],
  ])('Next’s %s is the code that docs/handoff.md shows', (file, imports) => {
    const documented = snippets().find(
      ({ at, text }) => at.startsWith('docs/handoff.md') && text.startsWith(`// ${file}\n`),
    );
    const app = readFileSync(join(root, 'test/consumers/next', file), 'utf8');
    expect(app).toBe(`${imports}${documented?.text}\n`);
  });

  it('In Next a hand-off link gives one other device the page with the step', async () => {
    const post = (path: string, headers: Record<string, string> = {}) =>
      fetch(next.origin + path, { method: 'POST', redirect: 'manual', headers });
    expect((await post('/kyc/handoff')).status).toBe(401);
    const issued = await post('/kyc/handoff', { 'x-person': 'verified-next' });
    const { url, expiresAt } = (await issued.json()) as { url: string; expiresAt: string };
    expect(url).toMatch(/^https:\/\/app\.example\/kyc\/continue\/[\w-]+$/);
    expect(new Date(expiresAt).getTime()).toBeGreaterThan(Date.now());
    const { pathname } = new URL(url);

    const opened = await fetch(next.origin + pathname);
    expect(await opened.text()).toContain('<form method="post">');
    expect(opened.headers.get('referrer-policy')).toBe('no-referrer');
    const redeemed = await post(pathname);
    expect([redeemed.status, redeemed.headers.get('location')]).toEqual([303, '/kyc/phone']);
    expect((await post(pathname)).status).toBe(410);

    const cookie = redeemed.headers.get('set-cookie')?.split(';')[0] ?? '';
    const page = await fetch(`${next.origin}/kyc/phone`, { headers: { cookie } });
    const html = await page.text();
    expect(html).toContain('verified-next');
    expect(html).toContain('v•••@example.com');
    expect(html).toMatch(/<meta name="referrer" content="no-referrer"/);
    expect(page.headers.get('cache-control')).toContain('no-store');
    const stranger = await fetch(`${next.origin}/kyc/phone`);
    expect(await stranger.text()).not.toContain('verified-next');
  });

  it('In Next the page of an account’s link is refused where somebody else is signed in', async () => {
    const devices = createHandoff({ secret: SECRET, purpose: 'cookie', reusable: true, lifetime: 60_000 });
    const cookie = `__Host-kyc=${(await devices.issue({ flow: 'account', userId: 'user-1' })).token}`;
    const pageFor = async (headers: Record<string, string>) =>
      (await fetch(`${next.origin}/kyc/phone`, { headers: { cookie, ...headers } })).text();
    expect(await pageFor({})).toContain('flow="account"');
    expect(await pageFor({ 'x-person': 'verified-2' })).toContain('sign them out first');
  });
});

import { describe, expect, it } from 'vitest';
import { calls, sandboxAt, sessionUrl, stateOf, submitDocuments, VERIFF } from './sandbox-client.js';

const stageIn = (html: string) => /data-stage="(\w+)"/.exec(html)?.[1];
const DAY = 24 * 60 * 60 * 1000;

describe('the page', () => {
  it('can be framed by any site, is not cached, and runs its own script only', async () => {
    const { sandbox } = sandboxAt();
    const response = await sandbox.veriff(new Request(await sessionUrl(sandbox, 'a')));
    const html = await response.text();
    const policy = response.headers.get('content-security-policy') ?? '';
    const nonce = /script-src 'nonce-([^']+)'/.exec(policy)?.[1] ?? 'none';
    expect(html).toContain(`<script nonce="${nonce}">`);
    expect(policy).toContain('frame-ancestors *');
    expect(response.headers.has('x-frame-options')).toBe(false);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(html).toContain('Veriff sandbox — simulated');
    const again = await sandbox.veriff(new Request(await sessionUrl(sandbox, 'a')));
    expect(again.headers.get('content-security-policy')).not.toContain(nonce);
  });

  it.each([
    ['', 'en'],
    ['?lang=de', 'de'],
    ['?lang=pt-BR', 'pt-BR'],
    ['?lang="><script>alert(1)</script>', 'en'],
    ['?lang=', 'en'],
  ])('with the query %j is in %s', async (query, lang) => {
    const { sandbox } = sandboxAt();
    const response = await sandbox.veriff(new Request((await sessionUrl(sandbox, 'a')) + query));
    const html = await response.text();
    expect(html).toContain(`<html lang="${lang}">`);
    expect(html).not.toContain('alert(1)');
  });

  it.each([
    ['a', 'approve'],
    ['review-1', 'review'],
    ['reject-1', 'reject'],
    ['undecided-1', 'never'],
  ])('for %s preselects %s', async (id, outcome) => {
    const { sandbox } = sandboxAt();
    const html = await (await sandbox.veriff(new Request(await sessionUrl(sandbox, id)))).text();
    expect(html.match(/value="\w+"[^>]* checked/g)).toEqual([
      `value="${outcome}" autocomplete="off" checked`,
    ]);
  });

  it('is over for an unknown token, and after 7 days', async () => {
    const { sandbox, clock } = sandboxAt();
    const url = await sessionUrl(sandbox, 'a');
    const unknown = await sandbox.veriff(new Request(`${VERIFF}/v/x.y.z`));
    expect(unknown.status).toBe(404);
    expect(stageIn(await unknown.text())).toBe('over');
    expect(stageIn(await (await sandbox.veriff(new Request(url))).text())).toBe('open');
    expect(stageIn(await (await sandbox.veriff(new Request(url))).text())).toBe('open');
    clock.ms = 7 * DAY;
    expect(stageIn(await (await sandbox.veriff(new Request(url))).text())).toBe('over');
  });

  it('opens only once in the account flow', async () => {
    const { sandbox } = sandboxAt();
    const url = await sessionUrl(sandbox, calls.accountSession('token'));
    expect(stageIn(await (await sandbox.veriff(new Request(url))).text())).toBe('open');
    expect(stageIn(await (await sandbox.veriff(new Request(url))).text())).toBe('over');
    expect((await submitDocuments(sandbox, url)).status, 'the first window continues').toBe(204);
  });

  it.each([
    ['veriff-over-1', 'over', true, '*'],
    ['veriff-silent-1', 'open', false, '*'],
    ['veriff-unframed-1', 'open', true, "'none'"],
  ])('of %s has the fault of its scenario', async (id, stage, hasScript, ancestors) => {
    const { sandbox } = sandboxAt();
    const response = await sandbox.veriff(new Request(await sessionUrl(sandbox, id)));
    const html = await response.text();
    expect(stageIn(html)).toBe(stage);
    expect(html.includes('<script')).toBe(hasScript);
    expect(response.headers.get('content-security-policy')).toContain(`frame-ancestors ${ancestors}`);
  });
});

it('The page on which Veriff leaves the person is served below any path, and a callback URL must be absolute', async () => {
  const { sandbox } = sandboxAt();
  for (const path of ['/get-verified', '/below/a/path/get-verified?navigation=slim']) {
    const response = await sandbox.veriff(new Request(VERIFF + path));
    expect([response.status, response.headers.get('referrer-policy')]).toEqual([200, 'no-referrer']);
    expect(await response.text()).toContain('Return to the website or app that you came from.');
  }
  expect(() => sandboxAt({ callbackUrl: '/back' })).toThrow(TypeError);
});

describe('submitting documents', () => {
  it.each([
    [{ 'sec-fetch-site': 'same-origin' }, 204],
    [{ origin: VERIFF }, 204],
    [{ 'sec-fetch-site': 'cross-site', origin: 'https://host.example' }, 403],
    [{ origin: 'https://host.example' }, 403],
  ])('with the headers %j is answered with %i', async (headers, status) => {
    const { sandbox } = sandboxAt({ decideMs: 0 });
    const url = await sessionUrl(sandbox, 'a');
    expect((await submitDocuments(sandbox, url, 'approve', headers)).status).toBe(status);
    expect(await stateOf(sandbox, 'a')).toBe(status === 204 ? 'VERIFIED' : 'PENDING');
  });

  it('is possible once, with a known outcome, in a session that is not over', async () => {
    const { sandbox, clock } = sandboxAt();
    const url = await sessionUrl(sandbox, 'a');
    expect((await submitDocuments(sandbox, url, 'promote')).status).toBe(400);
    expect((await submitDocuments(sandbox, `${VERIFF}/v/x.y.z`)).status).toBe(410);
    expect((await submitDocuments(sandbox, url, 'reject')).status).toBe(204);
    expect((await submitDocuments(sandbox, url, 'approve')).status).toBe(409);
    clock.ms = 3000;
    expect(await stateOf(sandbox, 'a')).toBe('REJECTED');
    const late = await sessionUrl(sandbox, 'b');
    clock.ms += 7 * DAY;
    expect((await submitDocuments(sandbox, late)).status).toBe(410);
  });

  it.each([
    ['GET', '/v/x.y.z/submit'],
    ['POST', '/v/x.y.z'],
    ['POST', '/v/x.y.z/decide'],
    ['POST', '/get-verified'],
    ['GET', '/v/'],
    ['GET', '/v/x/y'],
    ['GET', '/'],
  ])('is not possible with %s %s', async (method, path) => {
    expect((await sandboxAt().sandbox.veriff(new Request(VERIFF + path, { method }))).status).toBe(404);
  });
});

import { describe, expect, it, vi } from 'vitest';
import { runCheck } from '../../src/doctor/check.js';
import { contextOf, EMPTY_HTML } from '../../src/doctor/context.js';
import { diagnose, type DoctorOptions, type Report } from '../../src/doctor/index.js';
import { passed } from '../../src/doctor/outcome.js';
import { createPushHub } from '../../src/server/index.js';
import { createSite, EVERYTHING, fetchFrom, GOOD_SCRIPT, htmlOf, PAGE, type Fault } from './support/site.js';

const look = (fault: Fault, options: Partial<DoctorOptions>): Promise<Report> =>
  diagnose({ ...EVERYTHING, expectAuthorize: false, ...options, fetch: fetchFrom(createSite(fault)) });

const notFound = () => new Response('<h1>Not found</h1>', { status: 404 });
const account = htmlOf(GOOD_SCRIPT, '<baanx-kyc-step flow="account"></baanx-kyc-step>');
const busy: Fault = { proxy: async () => Response.json({ code: 'rate-limited' }, { status: 429 }) };
const OUTER = 'https://outer.example/';
const outer: Fault = {
  headers: {},
  paths: { [OUTER]: () => new Response('<h1>A script adds the frame</h1>') },
};

/** A check, the option that requests it, and a site where it cannot run although nothing else is wrong with it. */
const ROWS: readonly [string, Fault, Partial<DoctorOptions>, RegExp][] = [
  ['proxy-authorize', busy, { expectAuthorize: true }, /too many requests/],
  ['proxy-authorize', { proxy: async () => notFound() }, { expectAuthorize: true }, /no proxy responds/],
  ['session-origin', { html: account }, { createSession: true }, /registration flow only/],
  ['session-origin', { proxy: async () => notFound() }, { createSession: true }, /no proxy responds/],
  ['push-stream', { html: account }, { push: true }, /no event stream/],
  [
    'push-stream',
    { proxyOptions: { authorize: () => false, push: createPushHub() } },
    { push: true },
    /authorize refused/,
  ],
  ['framing-camera', outer, { framedBy: OUTER }, /no frame with this page/],
  ['browser-tag', {}, { browser: { executablePath: '/nope' } }, /no browser could be started/],
  [
    'browser-tag',
    { paths: { '/sign-up': notFound } },
    { browser: {}, skip: ['page-answers'] },
    /could not be read/,
  ],
];

describe('A check that was requested but could not run', () => {
  it.each(ROWS)('is a finding: %s %#', async (id, fault, options, reason) => {
    const { checks } = await look(fault, options);
    expect(checks.find((check) => check.id === id)).toMatchObject({
      status: 'failed',
      seen: expect.stringMatching(reason) as string,
      fix: expect.stringContaining(`--skip ${id}`) as string,
    });
  });

  it.each(ROWS)('is only skipped if nobody requested it: %s %#', async (id, fault) => {
    const { checks } = await look(fault, {});
    expect(checks.find((check) => check.id === id)?.status).toBe('skipped');
  });
});

describe('A check that throws', () => {
  it.each([new TypeError('x is undefined at https://app.example/?s3cr3t'), null, undefined, 's3cr3t: no'])(
    'is a finding: %s',
    async (thrown) => {
      const run = vi.fn().mockRejectedValue(thrown);
      const check = { id: 'tag', part: 'page', title: 'The tag', run } as const;
      const page = { url: new URL(PAGE), headers: new Headers(), html: EMPTY_HTML, outcome: passed('200') };
      const context = contextOf(page, { url: PAGE }, () => undefined);
      const result = await runCheck(check, context);
      expect(result).toMatchObject({
        status: 'failed',
        seen: expect.stringMatching(/^could not run: (TypeError: x|something|s3)/) as string,
        fix: expect.stringContaining('--skip tag') as string,
      });
      expect(JSON.stringify(result)).not.toContain('?s3cr3t');
    },
  );

  it.each(['framedBy', 'webhookUrl'])('is prevented if it would be for an invalid %s', async (name) => {
    await expect(look({}, { [name]: 'not a URL' })).rejects.toThrow(TypeError);
  });
});

import { describe, expect, it } from 'vitest';
import { diagnose, checkHeaders, type HeaderOptions } from '../../src/doctor/index.js';
import { diagnoseSite, findingsOf } from './support/diagnose-site.js';
import {
  createSite,
  EVERYTHING,
  fetchFrom,
  GOOD_SCRIPT,
  GOOD_TAG,
  htmlOf,
  PAGE,
  type Fault,
  GOOD_CSP,
} from './support/site.js';

/** The outcome of one check of the headers, each a name and a value. */
async function outcomeOf(id: string, headers: [string, string][], options: Partial<HeaderOptions> = {}) {
  const results = await checkHeaders(new Headers(headers), { url: PAGE, ...options });
  return results.find((result) => result.id === id);
}

const failures = async (fault: Fault) => findingsOf(await diagnoseSite(fault));

describe('X-Frame-Options', () => {
  it.each([
    [['DENY', 'DENY'], 'passed', /^X-Frame-Options: DENY$/],
    [['sameorigin'], 'passed', /^X-Frame-Options: SAMEORIGIN$/],
    [['SAMEORIGIN', 'DENY'], 'passed', /SAMEORIGIN, DENY \(which means DENY\)/],
    [['SAMEORIGIN', 'ALLOWALL'], 'passed', /which means DENY/],
    [['ALLOWALL'], 'failed', /do not support X-Frame-Options: ALLOWALL/],
    [['ALLOW-FROM https://a.example', 'INVALID'], 'failed', /do not support/],
  ] as const)('is read as browsers do if it is sent as %j', async (values, status, seen) => {
    const outcome = await outcomeOf(
      'framing',
      values.map((value) => ['x-frame-options', value]),
    );
    expect(outcome).toMatchObject({ status, seen: expect.stringMatching(seen) as string });
  });

  it('keeps every page from framing this one if two values contradict each other', async () => {
    const { checks } = await diagnose({
      ...EVERYTHING,
      framedBy: 'https://app.example/outer',
      fetch: fetchFrom(
        createSite({
          headers: { 'x-frame-options': 'SAMEORIGIN, DENY' },
          paths: { '/outer': () => new Response('<iframe src="/sign-up" allow="camera; microphone">') },
        }),
      ),
    });
    expect(checks.find(({ id }) => id === 'framing')).toMatchObject({
      status: 'failed',
      seen: 'X-Frame-Options: SAMEORIGIN, DENY (which means DENY) keeps https://app.example from framing the page',
    });
  });
});

describe('Cross-Origin-Embedder-Policy and Cross-Origin-Opener-Policy', () => {
  it.each([
    ['coep', ['require-corp;report-to="x;y"'], 'failed', /^require-corp blocks/],
    ['coep', ['credentialless'], 'failed', /^credentialless blocks/],
    ['coep', ['"require-corp"'], 'passed', /^browsers ignore “"require-corp"”$/],
    ['coep', ['Require-Corp'], 'passed', /^browsers ignore/],
    ['coep', ['require-corp', 'require-corp'], 'passed', /^browsers ignore/],
    ['coep', ['unsafe-none; report-to="x"'], 'passed', /^unsafe-none$/],
    ['coop', ['same-origin; report-to="x"'], 'failed', /^same-origin cuts/],
    ['coop', ['"same-origin"'], 'passed', /^browsers ignore “"same-origin"”$/],
    ['coop', ['same-origin-allow-popups; report-to="x"'], 'passed', /^same-origin-allow-popups$/],
    ['coop', ['noopener-allow-popups'], 'passed', /^noopener-allow-popups$/],
  ] as const)('is read as a structured header: %s %j', async (id, values, status, seen) => {
    const names = { coep: 'cross-origin-embedder-policy', coop: 'cross-origin-opener-policy' } as const;
    const openIn = id === 'coop' ? 'popup' : 'modal';
    const outcome = await outcomeOf(
      id,
      values.map((value) => [names[id], value]),
      { openIn },
    );
    expect(outcome).toMatchObject({ status, seen: expect.stringMatching(seen) as string });
  });
});

describe('A <meta> policy', () => {
  const meta = `<meta http-equiv="Content-Security-Policy" content="frame-src 'none'">`;

  it('counts in <head>, in whatever case', async () => {
    const html = htmlOf(GOOD_SCRIPT, GOOD_TAG).replace('<head>', `<head>${meta.toUpperCase()}`);
    expect((await failures({ html })).map(({ id }) => id)).toEqual(['csp-frame']);
  });

  it.each([
    ['in <body>', htmlOf(GOOD_SCRIPT, meta, GOOD_TAG)],
    ['in a template', htmlOf(GOOD_SCRIPT, GOOD_TAG).replace('<head>', `<head><template>${meta}</template>`)],
    ['in <noscript>', htmlOf(GOOD_SCRIPT, GOOD_TAG).replace('<head>', `<head><noscript>${meta}</noscript>`)],
  ])('does not count %s', async (_, html) => {
    expect(await failures({ html })).toEqual([]);
  });
});

describe('The keywords of a policy', () => {
  const page = (attributes: string) =>
    htmlOf(`<script type="module" src="/baanx-kyc-step.js" ${attributes}></script>`, GOOD_TAG);
  const withScriptSrc = (sources: string, attributes = ''): Fault => ({
    moreHeaders: { 'content-security-policy': `${GOOD_CSP}; script-src ${sources}` },
    html: page(attributes),
  });

  it.each([
    ["'Strict-Dynamic' 'SELF'", '', /blocks/],
    ["'Strict-Dynamic' 'NONCE-r4nd0m'", 'nonce="R4ND0M"', /blocks/],
    ["'NONE'", '', /blocks/],
  ])('may be written in any case: script-src %s blocks', async (sources, attributes, seen) => {
    const findings = await failures(withScriptSrc(sources, attributes));
    expect(findings).toMatchObject([{ id: 'csp-script', seen: expect.stringMatching(seen) as string }]);
    expect((findings[0] as { fix: string }).fix).not.toMatch(/'none'/i);
  });

  it.each([
    ["'SELF'", ''],
    ["'Strict-Dynamic' 'NONCE-r4nd0m'", 'nonce="r4nd0m"'],
  ])('may be written in any case: script-src %s allows', async (sources, attributes) => {
    expect(await failures(withScriptSrc(sources, attributes))).toEqual([]);
  });

  it.each([
    ['csp-frame', "frame-src 'NONE'", /^In Content-Security-Policy: frame-src https/],
    ['csp-trusted-types', "trusted-types 'NONE'", /: trusted-types lit-html;$/],
  ])('are left out of the fix of %s if they are %s', async (id, policy, fix) => {
    const outcome = await outcomeOf(id, [['content-security-policy', policy]]);
    expect(outcome).toMatchObject({ status: 'failed', fix: expect.stringMatching(fix) as string });
  });

  it('of the old header may be written in any case, too', async () => {
    const outcome = await outcomeOf('feature-policy', [
      ['feature-policy', "Camera 'SELF' https://*.veriff.me https://*.veriff.com"],
    ]);
    expect(outcome?.status).toBe('passed');
    const denied = await outcomeOf('feature-policy', [['feature-policy', "camera 'None'"]]);
    expect(denied?.status).toBe('failed');
  });
});

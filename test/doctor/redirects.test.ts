import { describe, expect, it } from 'vitest';
import { diagnose, type CheckResult, type DoctorOptions } from '../../src/doctor/index.js';
import {
  BUILD,
  createSite,
  EVERYTHING,
  fetchFrom,
  GOOD_TAG,
  htmlOf,
  SCRIPT,
  type Fault,
  redirectTo,
  GOOD_CSP,
} from './support/site.js';

const HASH = BUILD.integrity['baanx-kyc-step.js'];
const ALIAS = 'https://cdn.example/baanx-kyc-step@latest/dist/baanx-kyc-step.js';
const FILE = 'https://files.example/baanx-kyc-step@1.2.3/dist/baanx-kyc-step.js';

const script =
  (text = SCRIPT) =>
  () =>
    new Response(text, {
      headers: { 'content-type': 'text/javascript', 'access-control-allow-origin': '*' },
    });

/** A page whose script is behind an alias. */
const site = (csp: string, integrity: string, paths: Fault['paths']): Fault => ({
  moreHeaders: { 'content-security-policy': csp },
  html: htmlOf(
    `<script type="module" src="${ALIAS}" ${integrity && `integrity="${integrity}"`} crossorigin></script>`,
    GOOD_TAG,
  ),
  paths: { [ALIAS]: redirectTo(FILE), [FILE]: script(), ...paths },
});

async function look(fault: Fault, options: Partial<DoctorOptions> = {}): Promise<CheckResult[]> {
  const { checks } = await diagnose({ ...EVERYTHING, ...options, fetch: fetchFrom(createSite(fault)) });
  return [...checks];
}

const failuresOf = (checks: readonly CheckResult[]) => checks.filter(({ status }) => status === 'failed');
const outcomeOf = (checks: readonly CheckResult[], id: string) => checks.find((check) => check.id === id);

const BOTH = `${GOOD_CSP}; script-src https://cdn.example https://files.example`;

describe('A script behind a redirect', () => {
  it('has no finding if everything about the file is right', async () => {
    const checks = await look(site(BOTH, HASH, {}));
    expect(failuresOf(checks)).toEqual([]);
    expect(outcomeOf(checks, 'script-integrity')).toMatchObject({ seen: 'the file is version 1.2.3' });
  });

  it.each<[string, string, Fault['paths'], string, RegExp]>([
    [
      'leads nowhere',
      HASH,
      { [FILE]: () => new Response('', { status: 404 }) },
      'script',
      /@latest\S*, redirected to https:\/\/files\.example\/\S*, returns 404$/,
    ],
    [
      'leads to a page',
      HASH,
      { [FILE]: () => new Response('', { headers: { 'content-type': 'text/html' } }) },
      'script',
      /, redirected to \S*, returns a page \(text\/html\)/,
    ],
    ['leads in a circle', HASH, { [FILE]: redirectTo(ALIAS) }, 'script', /it redirects more than 10 times$/],
    [
      'leads to a file that was changed',
      '',
      { [FILE]: script('steal()') },
      'script-integrity',
      /not the published \S+ of version 1\.2\.3$/,
    ],
    [
      'leads to a file without integrity',
      '',
      {},
      'script-integrity',
      /version 1\.2\.3, from another site and without/,
    ],
  ])('has one finding if it %s', async (_, integrity, paths, id, seen) => {
    expect(failuresOf(await look(site(BOTH, integrity, paths)))).toMatchObject([
      { id, seen: expect.stringMatching(seen) as string },
    ]);
  });

  it('comes from another site even if its own URL does not', async () => {
    const html = htmlOf('<script type="module" src="/baanx-kyc-step.js"></script>', GOOD_TAG);
    const paths = { '/baanx-kyc-step.js': redirectTo(FILE), [FILE]: script() };
    const csp = `${GOOD_CSP}; script-src 'self' https://files.example`;
    expect(
      failuresOf(await look({ html, paths, moreHeaders: { 'content-security-policy': csp } })),
    ).toMatchObject([
      { id: 'script-integrity', seen: expect.stringContaining('from another site') as string },
    ]);
  });

  it('must be allowed at both URLs, but after the redirect by its host only', async () => {
    const seen = /^script-src https:\/\/cdn\.example \(header\) blocks https:\/\/files\.example\/\S+$/;
    expect(
      failuresOf(await look(site(`${GOOD_CSP}; script-src https://cdn.example`, HASH, {}))),
    ).toMatchObject([
      {
        id: 'csp-script',
        seen: expect.stringMatching(seen) as string,
        fix: expect.stringContaining('script-src https://cdn.example https://files.example/') as string,
      },
    ]);
    const otherPath = `${GOOD_CSP}; script-src https://cdn.example https://files.example/other/`;
    expect(failuresOf(await look(site(otherPath, HASH, {})))).toEqual([]);
  });
});

describe('The page around the page, behind a redirect', () => {
  const START = 'https://bank.example/start';
  const OUTER = 'https://www.bank.example/step';
  const frame = '<base href="https://app.example/"><iframe src="sign-up" allow="camera; microphone">';
  const options = { framedBy: START };

  it('is the page whose origin and policy count', async () => {
    const headers = { 'content-type': 'text/html' };
    const checks = await look(
      {
        moreHeaders: { 'content-security-policy': GOOD_CSP.replace("'none'", 'https://www.bank.example') },
        paths: { [START]: redirectTo(OUTER), [OUTER]: () => new Response(frame, { headers }) },
      },
      options,
    );
    expect(failuresOf(checks)).toEqual([]);
    expect(outcomeOf(checks, 'framing-camera')).toMatchObject({ status: 'passed' });
  });

  it('has a finding if it is gone', async () => {
    const gone = () => new Response(frame, { status: 404 });
    const checks = await look({ paths: { [START]: redirectTo(OUTER), [OUTER]: gone } }, options);
    expect(outcomeOf(checks, 'framing-camera')).toMatchObject({
      status: 'failed',
      seen: 'https://www.bank.example/step returns 404',
    });
  });

  it.each([
    ['camera; microphone', 'passed'],
    ['camera *;microphone *', 'passed'],
    ["camera 'none'; microphone", 'failed'],
    ['camera-x; microphone', 'failed'],
  ])('gives the frame the camera or not: allow="%s"', async (allow, status) => {
    const checks = await look(
      {
        moreHeaders: { 'content-security-policy': GOOD_CSP.replace("'none'", 'https://bank.example') },
        paths: { [START]: () => new Response(`<iframe src="https://app.example/" allow="${allow}">`) },
      },
      options,
    );
    expect(outcomeOf(checks, 'framing-camera')?.status).toBe(status);
  });
});

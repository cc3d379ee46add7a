import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from '../../scripts/browsers/chromium.mjs';
import { buildScript } from '../../scripts/bundle.mjs';
import { allowedFeatures } from '../../src/doctor/in-page.js';
import { diagnose, type CheckResult } from '../../src/doctor/index.js';
import { toNodeHandler } from '../../src/proxy/node.js';
import { createSite, GOOD_SCRIPT, GOOD_TAG, htmlOf, type Fault } from '../doctor/support/site.js';
import { listen } from '../proxy/support/upstream.js';
import { launchBrowser } from '../support/browser.js';

let script: string;
beforeAll(async () => {
  script = await buildScript({ entry: 'src/index.ts', format: 'es', fileName: 'step.js' });
});

const sessions: string[] = [];
const closing: (() => Promise<void>)[] = [];
afterAll(() => Promise.all(closing.map((close) => close())));

/** Where something never happens, so that the doctor waits until a step's time is over, in ms. */
const SHORT_MS = 8_000;

/** The outcomes of the checks in a browser, by their ids. */
async function visit(fault: Fault, timeout?: number): Promise<Record<string, CheckResult>> {
  const site = createSite({
    ...fault,
    paths: {
      '/baanx-kyc-step.js': () => new Response(script, { headers: { 'content-type': 'text/javascript' } }),
      ...fault.paths,
    },
  });
  const server = await listen(
    toNodeHandler(async (request, connection) => {
      if (request.method === 'POST') sessions.push(await request.clone().text());
      return site(request, connection);
    }),
  );
  closing.push(() => server.close());
  const { executablePath, args } = findChromium() ?? {};
  const { checks } = await diagnose({
    url: `${server.origin}/sign-up`,
    headers: { cookie: 'sid=1' },
    browser: { executablePath, args, timeout },
  });
  return Object.fromEntries(
    checks.filter(({ part }) => part === 'browser').map((check) => [check.id, check]),
  );
}

const failuresOf = (checks: Record<string, CheckResult>): string[] =>
  Object.values(checks).flatMap(({ id, status }) => (status === 'failed' ? [id] : []));

describe('The doctor with a browser', () => {
  it('opens Veriff with a stand-in, and nothing of that reaches the proxy', async () => {
    const checks = await visit({});
    expect(Object.values(checks).map(({ id, status }) => [id, status])).toEqual([
      ['browser-tag', 'passed'],
      ['browser-csp', 'passed'],
      ['browser-hints', 'passed'],
      ['browser-veriff', 'passed'],
      ['browser-camera', 'passed'],
    ]);
    expect(checks['browser-veriff']).toMatchObject({
      seen: 'modal, with a stand-in at https://magic.veriff.me',
    });
    expect(sessions, 'the doctor’s own request without an ID').toEqual(['{}']);
  });

  it('finds a tag that a script of the page adds, and opens its popup', async () => {
    const add = `<script>
      const step = document.createElement('baanx-kyc-step');
      Object.assign(step, { onboardingId: 'approve-added', openIn: 'popup' });
      step.setAttribute('onboarding-id', 'approve-added');
      step.setAttribute('open-in', 'popup');
      document.body.append(step);
    </script>`;
    const checks = await visit({ headers: {}, html: htmlOf(GOOD_SCRIPT, add) });
    expect(failuresOf(checks)).toEqual([]);
    expect(checks['browser-veriff']).toMatchObject({
      seen: 'popup, with a stand-in at https://magic.veriff.me',
    });
  });

  it('sees the page as the person whose cookie it was given', async () => {
    const page = htmlOf(GOOD_SCRIPT, GOOD_TAG);
    const signUp = (request: Request) =>
      request.headers.get('cookie') === 'sid=1'
        ? new Response(page, { headers: { 'content-type': 'text/html' } })
        : new Response('<h1>Sign in</h1>', { status: 401, headers: { 'content-type': 'text/html' } });
    const checks = await visit({ paths: { '/sign-up': signUp } });
    expect(failuresOf(checks)).toEqual([]);
    expect(checks['browser-veriff']?.status).toBe('passed');
  });

  it('finds that the policy blocks Veriff’s frame', async () => {
    const checks = await visit({ moreHeaders: { 'content-security-policy': "frame-src 'self'" } }, SHORT_MS);
    expect(failuresOf(checks)).toEqual(expect.arrayContaining(['browser-csp', 'browser-veriff']));
    expect(checks['browser-csp']).toMatchObject({ seen: '1 blocked: frame-src https://magic.veriff.me' });
  });

  it('finds that the page is isolated', async () => {
    const checks = await visit({ moreHeaders: { 'cross-origin-embedder-policy': 'require-corp' } }, SHORT_MS);
    expect(failuresOf(checks)).toContain('browser-veriff');
  });

  it('finds that the frame on this one of Veriff’s hosts gets no camera', async () => {
    const policy = 'camera=(self "https://saas.veriff.com"), microphone=*';
    const checks = await visit({ moreHeaders: { 'permissions-policy': policy } });
    expect(failuresOf(checks)).toEqual(['browser-camera']);
    expect(checks['browser-camera']).toMatchObject({ seen: 'its frame may not use camera' });
  });

  it('repeats the hint of a step that refuses to start', async () => {
    const checks = await visit({ moreHeaders: { 'permissions-policy': 'camera=()' } }, SHORT_MS);
    expect(failuresOf(checks)).toEqual(['browser-hints', 'browser-veriff']);
    expect(checks['browser-hints']).toMatchObject({ seen: expect.stringContaining('Permissions-Policy') });
  });

  it('finds that nothing defines the tag, and that there is none', async () => {
    expect(failuresOf(await visit({ html: htmlOf(GOOD_TAG) }, SHORT_MS))).toEqual(['browser-tag']);
    expect(failuresOf(await visit({ html: htmlOf(GOOD_SCRIPT) }, SHORT_MS))).toEqual(['browser-tag']);
  });

  it('finds a tag in an open shadow root, also a nested one, and starts it', async () => {
    const add = `<div id="outer"></div><script>
      const inner = document.createElement('div');
      document.querySelector('#outer').attachShadow({ mode: 'open' }).append(inner);
      inner.attachShadow({ mode: 'open' }).innerHTML = '${GOOD_TAG}';
    </script>`;
    const checks = await visit({ headers: {}, html: htmlOf(GOOD_SCRIPT, add) });
    expect(failuresOf(checks)).toEqual([]);
    expect(checks['browser-veriff']?.status).toBe('passed');
  });

  it('says that it starts only the first of several tags', async () => {
    const checks = await visit({ html: htmlOf(GOOD_SCRIPT, GOOD_TAG, GOOD_TAG) });
    expect(failuresOf(checks)).toEqual([]);
    expect(checks['browser-tag']).toMatchObject({
      seen: expect.stringMatching(/; the page has 2 tags, and only the first is started$/) as string,
    });
  });

  it('finds that the step cannot be started', async () => {
    const checks = await visit({ html: htmlOf(GOOD_SCRIPT, '<baanx-kyc-step></baanx-kyc-step>') }, SHORT_MS);
    expect(failuresOf(checks)).toContain('browser-veriff');
    expect(checks['browser-veriff']).toMatchObject({
      seen: expect.stringMatching(
        /^the verification cannot be started: the step’s state is “\w+”$/,
      ) as string,
    });
  });

  it('gives up on a page whose script never ends', async () => {
    const loop = '<script>addEventListener("load", () => setTimeout(() => { for (;;); }, 10));</script>';
    const checks = await visit({ headers: {}, html: htmlOf(loop, GOOD_TAG) }, 6_000);
    expect(failuresOf(checks)).toEqual(['browser-tag']);
    expect(checks['browser-tag']).toMatchObject({
      seen: expect.stringContaining('the page does not respond in the browser within 6 s') as string,
    });
  });
});

describe('The check framing-camera', () => {
  const allow = 'camera *; microphone *';
  /** A policy that allows both features for the page itself and these origins. */
  const policyFor = (...origins: string[]) => {
    const list = ['self', ...origins.map((origin) => `"${origin}"`)].join(' ');
    return `camera=(${list}), microphone=(${list})`;
  };

  it.each<[string, string, (page: string) => string | undefined, boolean]>([
    ['allow for every origin', allow, () => undefined, true],
    ['allow for the origin of src', 'camera; microphone', () => undefined, true],
    ['no allow', '', () => undefined, false],
    ['a policy that lists the page, but not Veriff', allow, (page) => policyFor(page), true],
    ['a policy that lists nobody', allow, () => policyFor(), false],
  ])('agrees with Chromium: %s', async (_, allow, policyAround, isAllowed) => {
    const headers = (policy?: string) => ({
      'content-type': 'text/html',
      ...(policy !== undefined && { 'permissions-policy': policy }),
    });
    const serve = async (html: string, policy?: string) => {
      const server = await listen((_, response) => response.writeHead(200, headers(policy)).end(html));
      closing.push(() => server.close());
      return server.origin;
    };
    const veriff = await serve('<!doctype html>');
    const frame = `<!doctype html><iframe src="${veriff}" allow="${allow || 'camera; microphone'}"></iframe>`;
    const page = await serve(frame, policyFor(veriff));
    const around = await serve(
      `<!doctype html><iframe src="${page}" allow="${allow}"></iframe>`,
      policyAround(page),
    );

    const { checks } = await diagnose({ url: page, framedBy: around });
    const check = checks.find(({ id }) => id === 'framing-camera');

    const browser = await launchBrowser();
    const tab = await browser.newPage();
    await tab.goto(around, { waitUntil: 'networkidle' });
    const innermost = tab.frames().find((one) => one.url().startsWith(veriff));
    const features = await innermost?.evaluate(allowedFeatures);
    await browser.close();
    expect([features, check?.status]).toEqual([
      { camera: isAllowed, microphone: isAllowed },
      isAllowed ? 'passed' : 'failed',
    ]);
  });
});

import type * as Playwright from 'playwright-core';
import type { Browser, BrowserContext, Frame, Page, Route } from 'playwright-core';
import { isLoopback } from './context.js';
import { allowedFeatures, describeStep, hasFailed, reportViolations, startStep } from './in-page.js';
import type { BrowserOptions, DoctorOptions, OpenIn } from './options.js';
import type { StepSettings } from './step.js';
import type { VeriffResult, Violation, Visit } from './visit.js';

/** How long the page may take for each step, in ms. */
const PATIENCE_MS = 10_000;

/** The element's requests, whatever is in front of them. */
const PROXIED_PATH = /\/v1\/(?:auth\/register|user)(\/verification)?$/;

/** Answers the step's greeting as Veriff's page does. */
const STAND_IN = `<!doctype html><title>Stand-in for Veriff</title><script>
  addEventListener('message', ({ source }) => source.postMessage('VERIFF_STARTED', '*'));
  parent.postMessage('VERIFF_HANDSHAKE', '*');
</script>`;

/**
 * Opens the page in Chromium and starts a verification. The element's requests are answered inside the browser, and so
 * is Veriff: neither the proxy nor Veriff receives any. Resolves with the reason if there is no browser, or if the page
 * does not load in it.
 */
export async function visitPage(
  url: URL,
  step: StepSettings,
  options: DoctorOptions,
): Promise<Visit | { readonly failure: string }> {
  const browser = await launch(options.browser ?? {});
  if ('failure' in browser) return browser;
  try {
    const context = await browser.newContext({
      ignoreHTTPSErrors: isLoopback(url) || options.browser?.acceptsAnyCertificate === true,
      // A worker of the page would answer in place of the routes below.
      serviceWorkers: 'block',
    });
    context.setDefaultTimeout(PATIENCE_MS);
    const standIn = { origin: originOf(step.veriffOrigins) };
    await answerForOthers(context, url, standIn, options.headers ?? {});
    return await look(await context.newPage(), url, standIn);
  } finally {
    await browser.close();
  }
}

async function launch(options: BrowserOptions): Promise<Browser | { failure: string }> {
  let playwright: typeof Playwright;
  try {
    playwright = await import('playwright-core');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    return { failure: '--browser needs an optional package: npm install playwright-core' };
  }
  const { executablePath } = options;
  const args = [...(options.args ?? [])];
  const choices =
    executablePath === undefined ? [{ channel: 'chrome' }, { channel: 'msedge' }] : [{ executablePath }];
  let reason = '';
  for (const choice of choices) {
    try {
      return await playwright.chromium.launch({ ...choice, args });
    } catch (error) {
      reason = (error as Error).message.split('\n')[0] ?? '';
    }
  }
  return { failure: `no browser starts (${reason}); --browser-path names one` };
}

/** Where Veriff's stand-in is. A script of the page may tell the step to trust other origins than the tag in the HTML. */
interface StandIn {
  origin: string;
}

/** An origin that the step trusts to be Veriff's. */
const originOf = ([first = 'https://magic.veriff.me']: readonly string[]): string =>
  first.replace('://*.', '://magic.');

/** Plays the proxy and Veriff for the page, and adds the person's own headers to requests to the page's origin. */
async function answerForOthers(
  context: BrowserContext,
  page: URL,
  standIn: StandIn,
  { cookie = '', ...headers }: Readonly<Record<string, string>>,
): Promise<void> {
  // The browser takes cookies from its own store, and ignores a header with them.
  const cookies = cookie.split(';').flatMap((pair) => {
    const [, name, value = ''] = /^\s*([^=\s]+)=(.*?)\s*$/.exec(pair) ?? [];
    return name === undefined ? [] : [{ name, value, url: page.origin }];
  });
  await context.addCookies(cookies);
  await context.route(
    (url) => url.origin === page.origin,
    (route) => route.fallback({ headers: { ...route.request().headers(), ...headers } }),
  );
  await context.route(
    (url) => PROXIED_PATH.test(url.pathname),
    (route) => answerRequest(route, `${standIn.origin}/v/stand-in`),
  );
  await context.route(
    (url) => url.origin === standIn.origin,
    (route) => route.fulfill({ contentType: 'text/html', body: STAND_IN }),
  );
}

async function answerRequest(route: Route, sessionUrl: string): Promise<void> {
  const request = route.request();
  const isSession = PROXIED_PATH.exec(new URL(request.url()).pathname)?.[1] !== undefined;
  await route.fulfill({
    json: isSession ? { sessionUrl } : { verificationState: 'UNVERIFIED' },
    headers: {
      'access-control-allow-origin': request.headers()['origin'] ?? '*',
      'access-control-allow-credentials': 'true',
    },
  });
}

/** Chromium's code for a navigation that failed. The whole message would repeat the URL. */
const reasonOf = ({ name, message }: Error): string => /net::\w+/.exec(message)?.[0] ?? name;

async function look(page: Page, url: URL, standIn: StandIn): Promise<Visit | { readonly failure: string }> {
  const violations: Violation[] = [];
  const hints: string[] = [];
  page.on('console', (message) => {
    const text = message.text();
    if (text.startsWith('<baanx-kyc-step>')) hints.push(text.replace('<baanx-kyc-step> ', ''));
  });
  await page.exposeFunction('baanxKycDoctorViolation', (violation: Violation) => violations.push(violation));
  await page.addInitScript(reportViolations);
  try {
    await page.goto(url.href, { waitUntil: 'load' });
  } catch (error) {
    return { failure: `the page does not load in the browser (${reasonOf(error as Error)})` };
  }
  const frame = await findStep(page);
  const step = await frame?.evaluate(describeStep);
  if (!frame || !step) return { tag: 'missing', violations, hints, veriff: notReady('there is no tag') };
  const { isDefined, state, openIn, veriffOrigins } = step;
  if (veriffOrigins) standIn.origin = originOf(veriffOrigins.split(/\s+/).filter(Boolean));
  if (!isDefined) return { tag: 'undefined', violations, hints, veriff: notReady('the tag is not defined') };
  const veriff =
    state === 'ready'
      ? await open(page, frame, openIn, standIn.origin)
      : notReady(`the step is in the state “${state}”, and offers no Start`);
  return { tag: { state }, violations, hints, veriff };
}

const notReady = (reason: string): VeriffResult => ({ result: 'not-ready', reason });

/** Waits until a frame of the page has the tag, and the step has requested the status. */
async function findStep(page: Page): Promise<Frame | undefined> {
  const end = Date.now() + PATIENCE_MS;
  let found: Frame | undefined;
  while (Date.now() < end) {
    for (const frame of page.frames()) {
      // A frame that navigates meanwhile is looked at again in the next round.
      const step = await frame.evaluate(describeStep).catch(() => null);
      if (!step) continue;
      found = frame;
      if (!['unknown', 'idle', 'checking'].includes(step.state)) return frame;
    }
    await page.waitForTimeout(100);
  }
  return found;
}

/** Starts a verification, and waits until the stand-in has loaded or the step has failed. */
async function open(page: Page, frame: Frame, openIn: OpenIn, origin: string): Promise<VeriffResult> {
  const isStandIn = (url: URL) => url.origin === origin;
  const loaded = {
    modal: async () => {
      const veriff = await page.waitForEvent('framenavigated', (one) => one.url().startsWith(`${origin}/`));
      return veriff.evaluate(allowedFeatures);
    },
    popup: async () => {
      const popup = await page.waitForEvent('popup');
      await popup.waitForURL(isStandIn);
      return {};
    },
    redirect: async () => {
      await frame.waitForURL(isStandIn);
      return {};
    },
  }[openIn]();
  const failed = frame.waitForFunction(hasFailed).then(() => undefined);
  const outcomes = Promise.race([loaded, failed]);
  // The one that loses the race ends with the page, or by its timeout.
  for (const promise of [loaded, failed, outcomes]) promise.catch(() => undefined);
  await frame.evaluate(startStep);
  try {
    const features = await outcomes;
    return features ? { result: 'opened', openIn, origin, features } : { result: 'blocked', openIn, origin };
  } catch (error) {
    if ((error as Error).name === 'TimeoutError') return { result: 'blocked', openIn, origin };
    throw error;
  }
}

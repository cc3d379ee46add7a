import type * as Playwright from 'playwright-core';
import type { Browser, BrowserContext, Frame, JSHandle, Page, Route } from 'playwright-core';
import { isLoopback } from './context.js';
import {
  allowedFeatures,
  describeStep,
  hasFailed,
  reportViolations,
  startStep,
  type StepElement,
} from './in-page.js';
import { describeError } from './request-failure.js';
import { within } from './time-limit.js';
import type { BrowserOptions, DoctorOptions, OpenIn } from './options.js';
import type { StepSettings } from './step.js';
import type { VeriffResult, Violation, BrowserRun } from './browser-run.js';

/** Time limit for the whole run, in ms. A page whose script never ends does not respond to any step. */
const RUN_TIMEOUT_MS = 60_000;

/** Time limit for one step, such as loading the page, in ms; at most half of the whole run. */
const STEP_TIMEOUT_MS = 10_000;

/** How many errors of the page's console are kept. */
const MAX_ERRORS = 3;

/** The paths of the element's requests, with any prefix. */
const PROXIED_PATH = /\/v1\/(?:auth\/register|user)(\/verification)?$/;

/** A page that performs Veriff's side of the handshake. */
const STAND_IN = `<!doctype html><title>Stand-in for Veriff</title><script>
  addEventListener('message', ({ source }) => source.postMessage('VERIFF_STARTED', '*'));
  parent.postMessage('VERIFF_HANDSHAKE', '*');
</script>`;

/**
 * Opens the page in Chromium and starts a verification. The element's requests and Veriff's page are answered inside
 * the browser, so neither the proxy nor Veriff receives a request. Resolves with the reason if no browser starts, or the
 * page does not load or does not respond.
 */
export async function runBrowser(
  url: URL,
  step: StepSettings,
  options: DoctorOptions,
): Promise<BrowserRun | { readonly failure: string }> {
  const browser = await launch(options.browser ?? {});
  if ('failure' in browser) return browser;
  try {
    const context = await browser.newContext({
      ignoreHTTPSErrors: isLoopback(url) || options.browser?.acceptsAnyCertificate === true,
      // A service worker of the page would answer requests before the routes below.
      serviceWorkers: 'block',
    });
    const timeout = options.browser?.timeout ?? RUN_TIMEOUT_MS;
    const stepTimeout = Math.min(STEP_TIMEOUT_MS, timeout / 2);
    context.setDefaultTimeout(stepTimeout);
    const standIn = { origin: originOf(step.veriffOrigins) };
    await simulateServers(context, url, standIn, options.headers ?? {});
    const run = await within(timeout, inspect(await context.newPage(), url, standIn, stepTimeout));
    if (run === 'timeout')
      return { failure: `the page does not respond in the browser within ${timeout / 1000} s` };
    return run;
  } catch (error) {
    // For example, the page crashed.
    return { failure: `the browser failed (${describeError(error).split('\n')[0]})` };
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
  return { failure: `no browser could be started (${reason}); set its path with --browser-path` };
}

/** The stand-in's origin. It changes if a script sets other `veriff-origins` than the tag in the HTML. */
interface StandIn {
  origin: string;
}

/** An origin that the step trusts as Veriff's. */
const originOf = ([first = 'https://magic.veriff.me']: readonly string[]): string =>
  first.replace('://*.', '://magic.');

/** Simulates the proxy and Veriff, and adds the person's own headers to requests to the page's origin. */
async function simulateServers(
  context: BrowserContext,
  page: URL,
  standIn: StandIn,
  { cookie = '', ...headers }: Readonly<Record<string, string>>,
): Promise<void> {
  // The browser sends cookies from its own store, and ignores a `cookie` header.
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

/** Chromium's code for the failed navigation. The full message would contain the URL. */
const reasonOf = ({ name, message }: Error): string => /net::\w+/.exec(message)?.[0] ?? name;

async function inspect(
  page: Page,
  url: URL,
  standIn: StandIn,
  stepTimeout: number,
): Promise<BrowserRun | { readonly failure: string }> {
  const violations: Violation[] = [];
  const hints: string[] = [];
  const errors: string[] = [];
  const addError = (text: string) => {
    if (errors.length < MAX_ERRORS) errors.push(describeError(text));
  };
  page.on('pageerror', (error) => addError(String(error)));
  page.on('console', (message) => {
    const text = message.text();
    if (text.startsWith('<baanx-kyc-step>')) hints.push(text.replace('<baanx-kyc-step> ', ''));
    else if (message.type() === 'error') addError(text);
  });
  await page.exposeFunction('baanxKycDoctorViolation', (violation: Violation) => violations.push(violation));
  await page.addInitScript(reportViolations);
  try {
    await page.goto(url.href, { waitUntil: 'load' });
  } catch (error) {
    return { failure: `the page does not load in the browser (${reasonOf(error as Error)})` };
  }
  const found = await findStep(page, stepTimeout);
  if (!found) return { tag: 'missing', violations, hints, errors, veriff: { result: 'no-tag' } };
  const { isDefined, state, openIn, veriffOrigins } = await found.step.evaluate(describeStep);
  if (veriffOrigins) standIn.origin = originOf(veriffOrigins.split(/\s+/).filter(Boolean));
  if (!isDefined) return { tag: 'undefined', violations, hints, errors, veriff: { result: 'no-tag' } };
  const veriff =
    state === 'ready'
      ? await open(page, found, openIn, standIn.origin)
      : ({ result: 'not-ready', state } as const);
  return { tag: { state, count: found.count }, violations, hints, errors, veriff };
}

/** The first step of a page, and how many there are in its frame. */
interface FoundStep {
  readonly frame: Frame;
  readonly count: number;
  readonly step: JSHandle<StepElement>;
}

/** Waits until a frame of the page has the tag and the step's first status check is over. */
async function findStep(page: Page, timeout: number): Promise<FoundStep | undefined> {
  const end = Date.now() + timeout;
  let found: FoundStep | undefined;
  while (Date.now() < end) {
    for (const frame of page.frames()) {
      // Playwright also looks into open shadow roots. A frame that is navigating is inspected again in the next round.
      const tags = await frame
        .locator('baanx-kyc-step')
        .elementHandles()
        .catch(() => []);
      const [step] = tags as unknown as JSHandle<StepElement>[];
      const description = await step?.evaluate(describeStep).catch(() => undefined);
      if (!step || !description) continue;
      found = { frame, count: tags.length, step };
      if (!['unknown', 'idle', 'checking'].includes(description.state)) return found;
    }
    await page.waitForTimeout(100);
  }
  return found;
}

/** Starts a verification, and waits until the stand-in has loaded or the step has failed. */
async function open(
  page: Page,
  { frame, step }: FoundStep,
  openIn: OpenIn,
  origin: string,
): Promise<VeriffResult> {
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
  const failed = frame.waitForFunction(hasFailed, step).then(() => undefined);
  const outcomes = Promise.race([loaded, failed]);
  // The promise that loses the race rejects later, when the page closes or at its timeout.
  for (const promise of [loaded, failed, outcomes]) promise.catch(() => undefined);
  await step.evaluate(startStep);
  try {
    const features = await outcomes;
    return features ? { result: 'opened', openIn, origin, features } : { result: 'blocked', openIn, origin };
  } catch (error) {
    if ((error as Error).name === 'TimeoutError') return { result: 'blocked', openIn, origin };
    throw error;
  }
}

import { runBrowser } from './run-browser.js';
import { runCheck, type Check, type CheckResult } from './check.js';
import { skipped } from './outcome.js';
import { CHECKS } from './checks/table.js';
import { contextOf, isMixedContent, type Context, type Live } from './context.js';
import type { StepSettings } from './step.js';
import type { DoctorOptions } from './options.js';
import { readPage } from './page.js';
import { ProxyRequests } from './proxy-requests.js';
import { Requests, type Fetch, type SentRequest } from './requests.js';
import { shownUrl } from './shown-url.js';

/** What the doctor found. */
export interface Report {
  /** The page, without its query. */
  readonly url: string;
  /** The proxy, without its query. */
  readonly proxyUrl: string;
  /** Every check, in a fixed order. */
  readonly checks: readonly CheckResult[];
  /** What was sent, in order. */
  readonly requests: readonly SentRequest[];
}

/** The element's own timeout, in ms. */
const TIMEOUT_MS = 10_000;

const fetchWithoutRedirects: Fetch = (url, init) => fetch(url, init);

/**
 * Checks a deployed page, its proxy and its webhook from the outside, as a browser and Baanx would, with harmless
 * requests. Runs only where `fetch` may set `Origin` and read every response: in Node, not in a page.
 * @throws a `TypeError` if a URL in the options cannot be parsed
 */
export async function diagnose(options: DoctorOptions): Promise<Report> {
  const { timeout = TIMEOUT_MS, headers = {}, skip = [] } = options;
  const requests = new Requests(options.fetch ?? fetchWithoutRedirects, timeout, headers);
  const requested = new URL(options.url);
  for (const url of [options.framedBy, options.webhookUrl]) if (url !== undefined) new URL(url);
  requests.trust(requested);
  // Where the host redirects to, if it is requested by plain http.
  if (requested.protocol === 'http:') requests.trust(new URL(`https://${requested.hostname}`));
  const page = await readPage(requests, requested);
  const connect = (step: StepSettings): Live => ({
    requests,
    proxy: new ProxyRequests(requests, step, page.url),
    browserRun: once(() => runBrowser(page.url, step, options)),
  });
  const context = contextOf(page, options, connect);
  // A cookie must not reach a proxy that only a page on another origin, after a redirect, has named. Nor may it be sent
  // unencrypted where browsers send no request at all.
  const isNamed = options.proxyUrl !== undefined || requests.isTrusted(page.url);
  if (isNamed && !isMixedContent(context.step.proxyUrl, page.url)) requests.trust(context.step.proxyUrl);
  const checks: CheckResult[] = [];
  for (const check of CHECKS.filter(({ id }) => !skip.includes(id))) checks.push(await run(check, context));
  const { proxyUrl } = context.step;
  return {
    url: shownUrl(page.url),
    proxyUrl: shownUrl(proxyUrl),
    checks,
    requests: requests.sent,
  };
}

function run(check: Check, context: Context): Promise<CheckResult> {
  const isUnread = context.page.status === 'failed' && check.id !== 'page-answers';
  if (!isUnread || (check.part !== 'page' && check.part !== 'browser')) return runCheck(check, context);
  return runCheck({ ...check, run: () => skipped('the page could not be read') }, context);
}

function once<T>(get: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | undefined;
  return () => (result ??= get());
}

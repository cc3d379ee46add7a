import type { PageHtml } from './html.js';
import type { DoctorOptions } from './options.js';
import { readPolicies, type Policy } from './policies/csp.js';
import { matchesSource } from './policies/source-match.js';
import type { ProxyRequests } from './proxy-requests.js';
import { isHttp, type Requests } from './requests.js';
import type { Outcome } from './outcome.js';
import { stepSettings, type StepSettings } from './step.js';
import type { BrowserRun } from './browser-run.js';

/** What every check can read. */
export interface Context {
  readonly options: DoctorOptions;
  readonly step: StepSettings;
  /** The outcome of the request for the page. */
  readonly page: Outcome;
  /** The page's URL, after redirects. */
  readonly pageUrl: URL;
  /** The page's response headers. */
  readonly headers: Headers;
  readonly html: PageHtml;
  readonly policies: readonly Policy[];
  /** Requests over the network; undefined if only headers are checked. */
  readonly live: Live | undefined;
}

/** What the doctor requests over the network. */
export interface Live {
  readonly requests: Requests;
  readonly proxy: ProxyRequests;
  /** Opens the page in a browser, only once for all checks. */
  readonly browserRun: () => Promise<BrowserRun | { readonly failure: string }>;
}

/** A page that was read, after its redirects. */
export interface ReadPage {
  readonly url: URL;
  readonly headers: Headers;
  readonly html: PageHtml;
  /** The outcome of the request. If it failed, the headers and the HTML are empty. */
  readonly outcome: Outcome;
}

/** A page without a tag, a script or a frame. */
export const EMPTY_HTML: PageHtml = {
  steps: [],
  scripts: [],
  frames: [],
  metaPolicies: [],
  hasRefresh: false,
  base: undefined,
};

/** Creates what every check can read, for a page that was read. */
export function contextOf(
  page: ReadPage,
  options: DoctorOptions,
  connect: (step: StepSettings) => Live | undefined,
): Context {
  const { url: pageUrl, headers } = page;
  const policies = readPolicies(headers, page.html.metaPolicies);
  const html = { ...page.html, base: allowedBase(page.html.base, policies, pageUrl) };
  const step = stepSettings(html.steps[0], options, baseOf(html, pageUrl));
  return { options, step, page: page.outcome, pageUrl, headers, html, policies, live: connect(step) };
}

/** The base of a page, unless its policy's `base-uri` forbids it. */
function allowedBase(base: string | undefined, policies: readonly Policy[], page: URL): string | undefined {
  if (base === undefined || !URL.canParse(base, page.href)) return undefined;
  const { href } = new URL(base, page);
  const isForbidden = policies.some(({ isEnforced, directives }) => {
    const sources = isEnforced ? directives.get('base-uri') : undefined;
    return sources && !sources.some((source) => matchesSource(source, href, page));
  });
  return isForbidden ? undefined : base;
}

const LOOPBACK = /^(?:localhost|(?:.+\.)?localhost|127(?:\.\d+){3}|\[::1\])$/;

/** Whether the host is this machine, where http and self-signed certificates are accepted. */
export const isLoopback = ({ hostname }: URL): boolean => LOOPBACK.test(hostname);

/** Whether browsers block a request of the page as mixed content: plain http from an https page. */
export const isMixedContent = (url: URL, page: URL): boolean =>
  page.protocol === 'https:' && url.protocol === 'http:' && !isLoopback(url);

/**
 * The base for the page's relative URLs. Browsers ignore a base that is no URL, or a `data:` or `javascript:` URL. Others
 * that are not http(s) are ignored too: nothing can be requested from them.
 */
export function baseOf({ base = '' }: PageHtml, pageUrl: URL): URL {
  const url = URL.canParse(base, pageUrl.href) ? new URL(base, pageUrl) : pageUrl;
  return isHttp(url) ? url : pageUrl;
}

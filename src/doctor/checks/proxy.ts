import { fieldOf, SCRIPT_HEADER } from '../../baanx/wire.js';
import type { Check } from '../check.js';
import { failed, passed, skipped, type Outcome } from '../outcome.js';
import { isLoopback, isMixedContent, type Context, type Live } from '../context.js';
import { noResponse, PASS_COOKIE } from '../no-response.js';
import { redirectOf, type HttpResult } from '../requests.js';
import { shownPath, shownUrl } from '../shown-url.js';
import { codeOf, isObject, isRefusedInFront, shapeOf, withLive, withProxy } from './proxy-response.js';
import { otherPage } from './tag.js';

/** Whether the proxy is where the element expects it, and refuses those who may not use it. */
export const PROXY_CHECKS: readonly Check[] = [
  { id: 'proxy-answers', part: 'proxy', title: 'Response', run: withLive(checkAnswers) },
  { id: 'proxy-path', part: 'proxy', title: 'Base path', run: withProxy(checkPath) },
  { id: 'proxy-https', part: 'proxy', title: 'https', run: withLive(checkHttps) },
  { id: 'proxy-origin', part: 'proxy', title: 'Requests from the page', run: withProxy(checkOrigin) },
  {
    id: 'proxy-cross-site',
    part: 'proxy',
    title: 'Requests from other sites',
    run: withProxy(checkCrossSite),
  },
  {
    id: 'proxy-authorize',
    part: 'proxy',
    title: 'Requests without a session',
    run: withProxy(checkAuthorize),
    isRequested: ({ expectAuthorize, allowAnyone }) => expectAuthorize === true && allowAnyone !== true,
  },
  { id: 'proxy-body', part: 'proxy', title: 'POST bodies', run: withProxy(checkBody) },
  { id: 'proxy-no-store', part: 'proxy', title: 'Cache-Control', run: withProxy(checkNoStore) },
];

async function checkAnswers(context: Context, { proxy }: Live): Promise<Outcome> {
  const { step, page, options } = context;
  const result = await proxy.unknownPath();
  const { proxyUrl, proxyUrlFrom } = step;
  const where = proxyUrlFrom === 'default' ? `${shownUrl(proxyUrl)} (the default)` : shownUrl(proxyUrl);
  const fix = `Mount the proxy at ${shownPath(proxyUrl)}, or set its URL on the tag:\n<baanx-kyc-step proxy-url="…" …>`;
  if (!result.ok) return noResponse(where, result.failure);
  if (codeOf(result) !== undefined) return passed(where);
  if (addsSlash(result))
    return failed(
      `${where} redirects to the same path with a trailing slash, but the proxy must respond to the step’s requests without a redirect`,
      'Turn off that redirect for the proxy’s path; in Next.js: skipTrailingSlashRedirect: true in next.config.js',
    );
  const status = await proxy.status();
  if (isRefusedInFront(result) && isRefusedInFront(status)) {
    const seen = `something in front of the proxy refuses the doctor: ${shapeOf(result.response)}`;
    // A login page in place of the page is the same finding.
    if (page.status === 'failed' || otherPage(context)) return skipped(seen);
    const isSignedIn = Object.keys(options.headers ?? {}).length > 0;
    return failed(
      seen,
      isSignedIn ? `Check whether the --header is still valid. ${fix}` : `${PASS_COOKIE}. Or: ${fix}`,
    );
  }
  if (status.ok && isObject(status.response.json))
    return failed(
      `${where} passes on requests, but is not this package’s proxy: its errors have no code, so the step cannot distinguish a wrong path from an expired registration`,
      'Use createKycProxy from baanx-kyc-step/proxy behind it',
    );
  return failed(`something else responds at ${where}: ${shapeOf(result.response)}`, fix);
}

/** Whether a response only redirects to its own URL with a slash at the end of the path. */
function addsSlash(result: HttpResult): boolean {
  const target = result.ok ? redirectOf(result.response) : undefined;
  return result.ok && target?.pathname === `${result.response.url.pathname}/`;
}

async function checkPath({ step }: Context, { proxy }: Live): Promise<Outcome> {
  const result = await proxy.status();
  const pathname = shownPath(step.proxyUrl);
  if (codeOf(result) !== 'unknown-path') return passed(`it serves the element’s routes below ${pathname}`);
  return failed(
    `it responds, but does not serve ${pathname}/v1/…: its basePath is not the path that it is mounted at`,
    `createKycProxy({ basePath: '${pathname}', … }), or BASE_PATH=${pathname} for baanx-kyc-proxy`,
  );
}

async function checkHttps({ step, pageUrl }: Context, { proxy }: Live): Promise<Outcome> {
  const { proxyUrl } = step;
  if (proxyUrl.protocol !== 'https:' && !isLoopback(proxyUrl))
    return failed(
      isMixedContent(proxyUrl, pageUrl)
        ? `${proxyUrl.origin} is plain http: browsers block its use from an https page, so the doctor sends it no --header`
        : `${proxyUrl.origin} is plain http`,
      `proxy-url="https://${proxyUrl.host}${shownPath(proxyUrl)}"`,
    );
  const result = await proxy.unknownPath();
  if (!result.ok) return skipped(result.failure.text);
  return passed(proxyUrl.protocol === 'https:' ? proxyUrl.origin : 'not needed on this machine');
}

async function checkOrigin({ step, pageUrl }: Context, { proxy }: Live): Promise<Outcome> {
  const { origin } = pageUrl;
  const result = await proxy.status();
  const fix = `createKycProxy({ allowedOrigins: ['${origin}'], … }), or ALLOWED_ORIGINS=${origin} for baanx-kyc-proxy`;
  const isSameOrigin = step.proxyUrl.origin === origin;
  if (codeOf(result) === 'cross-site')
    return failed(
      isSameOrigin
        ? 'it refuses a page on its own origin: a load balancer in front of it probably changes the Host header'
        : `it refuses pages of ${origin}, which is not its own origin`,
      fix,
    );
  if (isSameOrigin) return passed('it is on the page’s own origin');
  const preflight = await proxy.preflight();
  const closed = [result, preflight].some(
    (one) => one.ok && one.response.headers.get('access-control-allow-origin') !== origin,
  );
  if (closed) return failed(`its CORS headers do not let a page of ${origin} read its responses`, fix);
  return preflightRefusal(preflight) ?? passed(`CORS allows ${origin}`);
}

/** The finding if browsers do not send the step's POST after this answer to its preflight. */
function preflightRefusal(preflight: HttpResult): Outcome | undefined {
  const fix =
    'Pass OPTIONS requests on to the proxy, which responds to them itself; nothing in front of it may do so';
  if (!preflight.ok) return failed(`a CORS preflight gets no response: ${preflight.failure.text}`, fix);
  const { status, headers } = preflight.response;
  if (status < 200 || status > 299)
    return failed(`a CORS preflight gets ${shapeOf(preflight.response)} instead of 2xx`, fix);
  const allowed = (headers.get('access-control-allow-headers') ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase());
  const missing = allowed.includes('*')
    ? []
    : ['content-type', SCRIPT_HEADER.name].filter((name) => !allowed.includes(name));
  if (missing.length === 0) return undefined;
  return failed(`Access-Control-Allow-Headers of a CORS preflight lacks ${missing.join(' and ')}`, fix);
}

async function checkCrossSite(_: Context, { proxy }: Live): Promise<Outcome> {
  const result = await proxy.otherSitesStatus();
  if (!result.ok) return skipped(result.failure.text);
  const { status, headers } = result.response;
  const allowed = headers.get('access-control-allow-origin');
  if (allowed !== null)
    return failed(
      `a script on another site can read its responses: Access-Control-Allow-Origin is ${allowed === '*' ? '*' : 'the origin of any request'}`,
      'Remove the CORS headers that your server or gateway adds; list your other origins in allowedOrigins',
    );
  if (status === 403) return passed(`refused with ${shapeOf(result.response)}`);
  if (status === 429) return skipped('too many requests; try again later');
  return failed(
    `a request from another site gets ${shapeOf(result.response)} instead of 403`,
    'Pass Sec-Fetch-Site and Origin on to the proxy unchanged: createKycProxy needs them to refuse other sites',
  );
}

/** Refusals that the proxy sends before it checks the session or the body. */
const STOPPED: ReadonlyMap<string | undefined, string> = new Map([
  ['rate-limited', 'too many requests; try again later'],
  ['cross-site', 'the proxy refuses requests from the page'],
  ['unknown-path', 'the proxy has a different base path'],
]);

/**
 * With `expectAuthorize`, anything but a refusal is a finding. Without it, only a status that is returned for a request
 * without credentials is one.
 */
async function checkAuthorize({ options, step }: Context, { proxy }: Live): Promise<Outcome> {
  const { expectAuthorize = false, allowAnyone = false } = options;
  if (allowAnyone) return skipped('you allow anyone with an onboarding ID to use it');
  if (!expectAuthorize && isLoopback(step.proxyUrl))
    return skipped('a proxy on this machine may let anyone in; use --expect-authorize to check it');
  const result = await proxy.strangersStatus();
  if (!result.ok) return skipped(result.failure.text);
  const code = codeOf(result) ?? '';
  if (code === 'not-allowed' || code === 'not-authenticated')
    return passed(`refused with ${shapeOf(result.response)}`);
  const stopped = STOPPED.get(code);
  if (stopped !== undefined) return skipped(stopped);
  if (isRefusedInFront(result))
    return passed(
      `refused with ${shapeOf(result.response)} by something in front of the proxy, so authorize is untested`,
    );
  const { status, json } = result.response;
  const isProof = status === 200 && fieldOf(json, 'verificationState') !== undefined;
  if (!expectAuthorize && !isProof)
    return skipped('no status was returned; with --expect-authorize, anything but a refusal is a finding');
  return failed(
    `anyone who knows an onboarding ID can use it: a request without a session gets ${shapeOf(result.response)}`,
    'createKycProxy({ authorize: async (request, { onboardingId }) => (await sessionOf(request))?.onboardingId === onboardingId, … })',
  );
}

const MOUNT_FIRST = 'Mount the proxy before express.json() and other body parsers';

async function checkBody({ step }: Context, { proxy }: Live): Promise<Outcome> {
  if (step.flow === 'account') return skipped('the account flow sends none');
  const result = await proxy.sessionWithoutId();
  if (!result.ok) return failed(`a POST gets no response: ${result.failure.text}`, MOUNT_FIRST);
  const code = codeOf(result);
  if (code === 'malformed-request' && result.response.status === 400)
    return passed('a POST without an onboarding ID is refused');
  if (code === 'proxy-error')
    return failed('something in front of it has read the body, so the body arrives empty', MOUNT_FIRST);
  const stopped = STOPPED.get(code);
  if (stopped !== undefined) return skipped(stopped);
  return failed(
    `a POST without an onboarding ID gets ${shapeOf(result.response)} instead of 400`,
    'Pass POST requests and their JSON bodies on to the proxy',
  );
}

/** What a cache adds to a response that it has stored. */
const CACHE_HEADERS: readonly (readonly [string, RegExp])[] = [
  ['age', /^[1-9]/],
  ['x-cache', /\bhit\b/i],
  ['cf-cache-status', /^hit$/i],
];

async function checkNoStore(_: Context, { proxy }: Live): Promise<Outcome> {
  const result = await proxy.status();
  if (!result.ok) return skipped(result.failure.text);
  const { headers } = result.response;
  const cached = CACHE_HEADERS.find(([name, isHit]) => isHit.test(headers.get(name) ?? ''));
  if (cached)
    return failed(
      `a cache answered instead of the proxy (${cached[0]}: ${headers.get(cached[0])}): it may serve one person’s status to another`,
      'Exclude everything below the proxy’s path from the cache or CDN',
    );
  const value = headers.get('cache-control');
  if (/\bno-store\b/i.test(value ?? '')) return passed(value ?? '');
  return failed(
    `its responses are not marked no-store${value === null ? '' : ` but “${value}”`}: a cache may serve one person’s status to another`,
    'Send Cache-Control: no-store for everything under the proxy’s path. createKycProxy sends this header, but something in between may replace it',
  );
}

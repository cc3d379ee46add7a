import { fieldOf } from '../../baanx/wire.js';
import type { Check } from '../check.js';
import { failed, notRun, passed, skipped, type Outcome } from '../outcome.js';
import { isLoopback, type Context, type Live } from '../context.js';
import { noAnswer } from '../no-answer.js';
import type { Answer, Reply } from '../requests.js';

/** Whether the proxy is where the element looks for it, and lets in the right people. */
export const PROXY_CHECKS: readonly Check[] = [
  { id: 'proxy-answers', part: 'proxy', title: 'It answers', run: withLive(checkAnswers) },
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
  },
  { id: 'proxy-body', part: 'proxy', title: 'POST bodies', run: withProxy(checkBody) },
  { id: 'proxy-no-store', part: 'proxy', title: 'Cache-Control', run: withProxy(checkNoStore) },
];

type LiveCheck = (context: Context, live: Live) => Promise<Outcome>;

/** Skips a check if only headers are checked. */
function withLive(check: LiveCheck) {
  return async (context: Context): Promise<Outcome> =>
    context.live ? check(context, context.live) : skipped('nothing is requested');
}

/** Skips a check of a proxy if there is none. */
export function withProxy(check: LiveCheck) {
  return withLive(async (context, live) =>
    (await isProxy(live)) ? check(context, live) : skipped('no proxy answers there'),
  );
}

/** Whether anything answers like a proxy: this package's, or a server that passes Baanx's own responses on. */
async function isProxy({ proxy }: Live): Promise<boolean> {
  const replies = [await proxy.unknownPath(), await proxy.status()];
  return replies.some((reply) => reply.ok && isObject(reply.answer.json));
}

const isObject = (json: unknown): boolean =>
  typeof json === 'object' && json !== null && !Array.isArray(json);

/** The `code` of a refusal. Only this package's proxy sends one. */
export const codeOf = (reply: Reply): string | undefined => {
  const code = reply.ok ? fieldOf(reply.answer.json, 'code') : undefined;
  return typeof code === 'string' ? code : undefined;
};

/** How an answer looks, in a few words. Never its content. */
export function shapeOf({ status, headers, json }: Answer): string {
  const location = headers.get('location');
  if (location !== null && status >= 300 && status < 400)
    return `${status}, a redirect to ${withoutQuery(location)}`;
  const code = fieldOf(json, 'code');
  if (typeof code === 'string') return `${status} “${code}”`;
  const type = headers.get('content-type')?.split(';')[0] ?? 'no content type';
  return `${status} with ${isObject(json) ? 'JSON' : type}`;
}

const withoutQuery = (location: string): string => location.replace(/[?#].*/, '');

async function checkAnswers({ step }: Context, { proxy }: Live): Promise<Outcome> {
  const reply = await proxy.unknownPath();
  const { proxyUrl, proxyUrlFrom } = step;
  const where = proxyUrlFrom === 'default' ? `${proxyUrl.href} (the default)` : proxyUrl.href;
  const fix = `Mount the proxy at ${proxyUrl.pathname}, or tell the tag where it is:\n<baanx-kyc-step proxy-url="…" …>`;
  if (!reply.ok) return noAnswer(where, reply.failure);
  if (codeOf(reply) !== undefined) return passed(where);
  const status = await proxy.status();
  if (status.ok && isObject(status.answer.json))
    return failed(
      `${where} passes requests on, but is not this package’s proxy: its refusals have no code, so the step cannot tell a wrong path from a registration that is gone`,
      'Use createKycProxy of baanx-kyc-step/proxy behind it',
    );
  return failed(`something else answers at ${where}: ${shapeOf(reply.answer)}`, fix);
}

async function checkPath({ step }: Context, { proxy }: Live): Promise<Outcome> {
  const reply = await proxy.status();
  const { pathname } = step.proxyUrl;
  if (codeOf(reply) !== 'unknown-path') return passed(`it has the element’s routes below ${pathname}`);
  return failed(
    `it answers, but does not know ${pathname}/v1/…: it is mounted under another path than its basePath`,
    `createKycProxy({ basePath: '${pathname}', … }), or BASE_PATH=${pathname} for baanx-kyc-proxy`,
  );
}

async function checkHttps({ step }: Context, { proxy }: Live): Promise<Outcome> {
  const { proxyUrl } = step;
  if (proxyUrl.protocol !== 'https:' && !isLoopback(proxyUrl))
    return failed(
      `${proxyUrl.origin} is plain http`,
      `proxy-url="https://${proxyUrl.host}${proxyUrl.pathname}"`,
    );
  const reply = await proxy.unknownPath();
  if (!reply.ok) return skipped(reply.failure.text);
  return passed(proxyUrl.protocol === 'https:' ? proxyUrl.origin : 'not needed on this machine');
}

async function checkOrigin({ step, pageUrl }: Context, { proxy }: Live): Promise<Outcome> {
  const { origin } = pageUrl;
  const reply = await proxy.status();
  const fix = `createKycProxy({ allowedOrigins: ['${origin}'], … }), or ALLOWED_ORIGINS=${origin} for baanx-kyc-proxy`;
  const isSameOrigin = step.proxyUrl.origin === origin;
  if (codeOf(reply) === 'cross-site')
    return failed(
      isSameOrigin
        ? 'it refuses the page of its own site: a load balancer in front of it changes the Host header'
        : `it refuses pages of ${origin}, which is another origin than its own`,
      fix,
    );
  if (isSameOrigin) return passed('it is on the page’s own origin');
  const preflight = await proxy.preflight();
  const closed = [reply, preflight].some(
    (one) => one.ok && one.answer.headers.get('access-control-allow-origin') !== origin,
  );
  if (closed) return failed(`no CORS headers let a page of ${origin} read its answers`, fix);
  return passed(`CORS lets ${origin} in`);
}

async function checkCrossSite(_: Context, { proxy }: Live): Promise<Outcome> {
  const reply = await proxy.otherSitesStatus();
  if (!reply.ok) return skipped(reply.failure.text);
  const { status, headers } = reply.answer;
  const allowed = headers.get('access-control-allow-origin');
  if (allowed !== null)
    return failed(
      `a script on another site may read its answers: Access-Control-Allow-Origin is ${allowed === '*' ? '*' : 'whatever origin asks'}`,
      'Remove the CORS headers that your server or gateway adds; list other origins of yours in allowedOrigins',
    );
  if (status === 403) return passed(`refused with ${shapeOf(reply.answer)}`);
  if (status === 429) return skipped('too many requests for now');
  return failed(
    `a request from another site is answered with ${shapeOf(reply.answer)} instead of 403`,
    'Let Sec-Fetch-Site and Origin reach the proxy unchanged: createKycProxy refuses other sites by them',
  );
}

/** Refusals that come before the proxy looks at a session or a body. */
const STOPPED: Readonly<Record<string, string>> = {
  'rate-limited': 'too many requests for now',
  'cross-site': 'the proxy refuses the page',
  'unknown-path': 'the proxy has another base path',
};

/**
 * With `expectAuthorize`, anything but a refusal is a finding. Without it, only proof is: a status that came back although
 * the request had no credentials.
 */
async function checkAuthorize({ options, step }: Context, { proxy }: Live): Promise<Outcome> {
  const { expectAuthorize = false, allowAnyone = false } = options;
  if (allowAnyone) return skipped('you said that anyone with an onboarding ID may use it');
  if (!expectAuthorize && isLoopback(step.proxyUrl))
    return skipped('a proxy on this machine may let anyone in: --expect-authorize checks it');
  const leaveOut = expectAuthorize ? notRun : skipped;
  const reply = await proxy.strangersStatus();
  if (!reply.ok) return leaveOut(reply.failure.text);
  const code = codeOf(reply) ?? '';
  if (code === 'not-allowed' || code === 'not-authenticated')
    return passed(`refused with ${shapeOf(reply.answer)}`);
  const stopped = STOPPED[code];
  if (stopped !== undefined) return leaveOut(stopped);
  const { status, json } = reply.answer;
  const isProof = status === 200 && fieldOf(json, 'verificationState') !== undefined;
  if (!expectAuthorize && !isProof)
    return skipped('no status came back; with --expect-authorize anything but a refusal is a finding');
  return failed(
    `whoever knows an onboarding ID may use it: a request without a session is answered with ${shapeOf(reply.answer)}`,
    'createKycProxy({ authorize: async (request, { onboardingId }) => (await sessionOf(request))?.onboardingId === onboardingId, … })',
  );
}

async function checkBody({ step }: Context, { proxy }: Live): Promise<Outcome> {
  if (step.flow === 'account') return skipped('the account flow sends none');
  const reply = await proxy.sessionWithoutId();
  if (!reply.ok)
    return failed(
      `a POST is not answered: ${reply.failure.text}`,
      'Mount the proxy before express.json() and other body parsers',
    );
  const code = codeOf(reply);
  if (code === 'malformed-request' && reply.answer.status === 400)
    return passed('a POST without an ID is refused as one');
  if (code === 'proxy-error')
    return failed(
      'something in front of it has read the body and left nothing',
      'Mount the proxy before express.json() and other body parsers',
    );
  const stopped = code === undefined ? undefined : STOPPED[code];
  if (stopped !== undefined) return skipped(stopped);
  return failed(
    `a POST without an ID is answered with ${shapeOf(reply.answer)} instead of 400`,
    'Let POST and its JSON body through to the proxy',
  );
}

async function checkNoStore(_: Context, { proxy }: Live): Promise<Outcome> {
  const reply = await proxy.status();
  if (!reply.ok) return skipped(reply.failure.text);
  const value = reply.answer.headers.get('cache-control');
  if (/\bno-store\b/i.test(value ?? '')) return passed(value ?? '');
  return failed(
    `its answers are not marked no-store${value === null ? '' : ` but “${value}”`}: a cache may give one person’s status to another`,
    'Cache-Control: no-store on everything below the proxy’s path; createKycProxy sends it, so something in between replaces it',
  );
}

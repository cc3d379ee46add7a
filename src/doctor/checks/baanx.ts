import { isTrustedSessionUrl } from '../../baanx/trusted-origin.js';
import { asVerificationState, fieldOf, REQUEST_ID_HEADER } from '../../baanx/wire.js';
import type { Check } from '../check.js';
import { failed, passed, skipped, type Outcome } from '../outcome.js';
import type { Context, Live } from '../context.js';
import type { HttpResponse, HttpResult } from '../requests.js';
import { codeOf, shapeOf, withProxy } from './proxy-response.js';

/** Baanx behind the proxy, and the response times. */
export const BAANX_CHECKS: readonly Check[] = [
  { id: 'baanx-reachable', part: 'proxy', title: 'Baanx', run: withProxy(checkReachable) },
  { id: 'baanx-key', part: 'proxy', title: 'Client key', run: withStatus(checkKey) },
  { id: 'baanx-region', part: 'proxy', title: 'Region', run: withStatus(checkRegion) },
  { id: 'personal-data', part: 'proxy', title: 'Personal data', run: withStatus(checkPersonalData) },
  {
    id: 'session-origin',
    part: 'proxy',
    title: 'Session URL',
    run: withProxy(checkSession),
    isRequested: ({ createSession }) => createSession === true,
  },
  { id: 'proxy-time', part: 'proxy', title: 'Response time', run: withProxy(checkTime) },
  { id: 'clock', part: 'proxy', title: 'Server clock', run: withStatus(checkClock) },
];

/** Gives a check the response to a status request. */
function withStatus(
  check: (context: Context, response: HttpResponse, live: Live) => Outcome | Promise<Outcome>,
) {
  return withProxy(async (context, live) => {
    const result = await live.proxy.status();
    return result.ok ? check(context, result.response, live) : skipped(result.failure.text);
  });
}

const REFUSALS_OF_THE_PROXY: ReadonlyMap<string | undefined, string> = new Map([
  ['not-allowed', 'authorize refused the doctor; pass a signed-in person’s cookie: --header "cookie: …"'],
  [
    'not-authenticated',
    'the doctor is not signed in; pass a signed-in person’s cookie: --header "cookie: …"',
  ],
  ['rate-limited', 'too many requests; try again later'],
  ['cross-site', 'the proxy refuses requests from the page'],
  ['unknown-path', 'the proxy has a different base path'],
  ['malformed-request', 'the proxy refuses the onboarding ID as malformed'],
]);

/** Why the proxy refused the doctor's request instead of passing it on to Baanx, if it did. */
export function skipReason(response: HttpResponse): string | undefined {
  const code = codeOf({ ok: true, response });
  return REFUSALS_OF_THE_PROXY.get(code);
}

const referenceOf = ({ headers }: HttpResponse): string => {
  const id = headers.get(REQUEST_ID_HEADER) ?? '';
  return /^[\w-]{1,64}$/.test(id) ? `See the proxy’s log, requestId ${id}` : 'See the proxy’s log';
};

async function checkReachable(_: Context, { proxy }: Live): Promise<Outcome> {
  const result = await proxy.status();
  if (!result.ok) {
    const { kind, text } = result.failure;
    // A timeout is a finding of the check of the response time.
    return kind === 'timeout'
      ? skipped(text)
      : failed(`the status request fails: ${text}`, 'See the proxy’s log');
  }
  const { response } = result;
  const stopped = skipReason(response);
  if (stopped !== undefined) return skipped(stopped);
  const { status } = response;
  const code = codeOf({ ok: true, response });
  if (code === 'proxy-error' || code === 'limits-unavailable')
    return failed(`the proxy itself fails: ${shapeOf(response)}`, referenceOf(response));
  if (status === 502 || status === 503 || status === 504 || code === 'baanx-unavailable')
    return failed(
      `Baanx cannot be reached: ${shapeOf(response)}`,
      `Check baseUrl (or BAANX_BASE_URL) and the firewall. ${referenceOf(response)}`,
    );
  if (status >= 500) return failed(`Baanx returns ${status}`, `Try again later. ${referenceOf(response)}`);
  return passed(`it responds with ${status}`);
}

function checkKey(_: Context, response: HttpResponse): Outcome {
  const stopped = skipReason(response);
  if (stopped !== undefined) return skipped(stopped);
  const { status } = response;
  const hosts =
    'https://dev.api.baanx.com and https://api.baanx.com have different keys: change clientKey (or BAANX_CLIENT_KEY) and baseUrl together';
  if (status === 498)
    return failed('Baanx refuses the client key (498): it is wrong, revoked, or for another host', hosts);
  if (status === 499)
    return failed('Baanx received no client key (499): something removes the x-client-key header', hosts);
  if (status >= 500) return skipped('Baanx failed before it checked the key');
  return passed('Baanx accepts it');
}

async function checkRegion({ step }: Context, response: HttpResponse, { proxy }: Live): Promise<Outcome> {
  if (!step.onboardingId?.startsWith('US_')) return skipped('only for an onboarding ID that begins with US_');
  if (response.status === 200) return passed('Baanx finds the onboarding');
  if (step.isUsEnv || (response.status !== 400 && response.status !== 404))
    return skipped(skipReason(response) ?? `the status request gets ${shapeOf(response)}`);
  const inUs = await proxy.usStatus();
  if (inUs.ok && inUs.response.status === 200)
    return failed(
      'Baanx finds the onboarding only in the US, but neither the tag nor the proxy sends x-us-env',
      '<baanx-kyc-step us-env …>',
    );
  return skipped('Baanx does not find the onboarding in any region; it may have expired');
}

const EXPECTED_FIELDS: readonly string[] = ['verificationState', 'submitted'];

function checkPersonalData(_: Context, response: HttpResponse): Outcome {
  const { status, json } = response;
  if (status !== 200 || typeof json !== 'object' || json === null)
    return skipped(
      skipReason(response) ??
        'Baanx returned no record; pass the ID of an existing onboarding with --onboarding-id',
    );
  const extra = Object.keys(json).filter((name) => !EXPECTED_FIELDS.includes(name));
  if (extra.length === 0) {
    const state = asVerificationState(fieldOf(json, 'verificationState'));
    return passed(`only the status reaches the browser (${state ?? 'unknown'})`);
  }
  return failed(
    `the browser receives Baanx’s record, with ${extra.join(', ')}`,
    'Replace it with createKycProxy from baanx-kyc-step/proxy, which passes on only the status',
  );
}

async function checkSession({ options, step }: Context, { proxy }: Live): Promise<Outcome> {
  if (options.createSession !== true)
    return skipped(
      'this check creates a session and sets the status to PENDING; to run it, use --create-session with --onboarding-id',
    );
  if (step.flow === 'account') return skipped('--create-session is for the registration flow only');
  if (step.onboardingId === undefined) return skipped('--create-session needs --onboarding-id');
  const result: HttpResult = await proxy.session(step.onboardingId);
  if (!result.ok) return failed(`no session was created: ${result.failure.text}`, 'See the proxy’s log');
  const sessionUrl = fieldOf(result.response.json, 'sessionUrl');
  if (typeof sessionUrl !== 'string')
    return failed(`no session was created: ${shapeOf(result.response)}`, referenceOf(result.response));
  const origin = URL.canParse(sessionUrl) ? new URL(sessionUrl).origin : 'an invalid URL';
  if (isTrustedSessionUrl(sessionUrl, step.veriffOrigins)) return passed(`sessions are at ${origin}`);
  return failed(
    `sessions are at ${origin}, which is not one of ${step.veriffOrigins.join(' ')}: the step refuses to open them`,
    `<baanx-kyc-step veriff-origins="${[...step.veriffOrigins, origin].join(' ')}" …>, and the same in the proxy’s veriffOrigins`,
  );
}

async function checkTime(_: Context, { proxy }: Live): Promise<Outcome> {
  const results = await proxy.all();
  const late = results.find((result) => !result.ok && result.failure.kind === 'timeout');
  if (late && !late.ok)
    return failed(
      `${late.failure.text}; the step’s own timeout is 10 s`,
      'Set the proxy’s timeout (or TIMEOUT_MS) below 10,000 ms, and find out whether authorize or Baanx is slow',
    );
  const slowest = Math.max(...results.map((result) => (result.ok ? result.response.durationMs : 0)));
  return passed(`the slowest of ${results.length} responses took ${slowest} ms`);
}

/** Servers that synchronize their clock are within a second. */
const CLOCK_TOLERANCE_S = 60;

function checkClock(_: Context, { headers }: HttpResponse): Outcome {
  const date = Date.parse(headers.get('date') ?? '');
  if (Number.isNaN(date)) return skipped('its responses have no Date header');
  const skew = Math.round((date - Date.now()) / 1000);
  if (Math.abs(skew) <= CLOCK_TOLERANCE_S)
    return passed(`within ${CLOCK_TOLERANCE_S} s of this machine’s clock`);
  return failed(
    `it is ${Math.abs(skew)} s ${skew > 0 ? 'ahead of' : 'behind'} this machine’s clock; beyond 300 s, webhooks are refused as stale`,
    'Synchronize the clock: timedatectl set-ntp true',
  );
}

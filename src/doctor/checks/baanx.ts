import { isTrustedSessionUrl } from '../../baanx/trusted-origin.js';
import { asVerificationState, fieldOf, REQUEST_ID_HEADER } from '../../baanx/wire.js';
import type { Check } from '../check.js';
import { failed, notRun, passed, skipped, type Outcome } from '../outcome.js';
import type { Context, Live } from '../context.js';
import type { Answer, Reply } from '../requests.js';
import { codeOf, shapeOf, withProxy } from './proxy.js';

/** Baanx behind the proxy, and the response times. */
export const BAANX_CHECKS: readonly Check[] = [
  { id: 'baanx-reachable', part: 'proxy', title: 'Baanx', run: withStatus(checkReachable) },
  { id: 'baanx-key', part: 'proxy', title: 'Client key', run: withStatus(checkKey) },
  { id: 'baanx-region', part: 'proxy', title: 'Region', run: withStatus(checkRegion) },
  { id: 'personal-data', part: 'proxy', title: 'Personal data', run: withStatus(checkPersonalData) },
  { id: 'session-origin', part: 'proxy', title: 'Session URL', run: withStatus(checkSession) },
  { id: 'proxy-time', part: 'proxy', title: 'Response time', run: withProxy(checkTime) },
  { id: 'clock', part: 'proxy', title: 'Server clock', run: withStatus(checkClock) },
];

/** Gives a check the answer to a status request. */
function withStatus(check: (context: Context, answer: Answer, live: Live) => Outcome | Promise<Outcome>) {
  return withProxy(async (context, live) => {
    const reply = await live.proxy.status();
    return reply.ok ? check(context, reply.answer, live) : skipped(reply.failure.text);
  });
}

const REFUSALS_OF_THE_PROXY: Readonly<Record<string, string>> = {
  'not-allowed': 'authorize refused the doctor; pass a signed-in person’s cookie: --header "cookie: …"',
  'not-authenticated': 'the doctor is not signed in; pass a signed-in person’s cookie: --header "cookie: …"',
  'rate-limited': 'too many requests; try again later',
  'cross-site': 'the proxy refuses requests from the page',
  'unknown-path': 'the proxy has a different base path',
  'malformed-request': 'the proxy refuses the onboarding ID as malformed',
};

/** Why the proxy refused the doctor's request instead of passing it on to Baanx, if it did. */
export function skipReason(answer: Answer): string | undefined {
  const code = codeOf({ ok: true, answer });
  return code === undefined ? undefined : REFUSALS_OF_THE_PROXY[code];
}

const referenceOf = ({ headers }: Answer): string => {
  const id = headers.get(REQUEST_ID_HEADER);
  return id === null ? 'See the proxy’s log' : `See the proxy’s log, requestId ${id}`;
};

function checkReachable(_: Context, answer: Answer): Outcome {
  const stopped = skipReason(answer);
  if (stopped !== undefined) return skipped(stopped);
  const { status } = answer;
  const code = codeOf({ ok: true, answer });
  if (code === 'proxy-error' || code === 'limits-unavailable')
    return failed(`the proxy itself fails: ${shapeOf(answer)}`, referenceOf(answer));
  if (status === 502 || status === 503 || status === 504 || code === 'baanx-unavailable')
    return failed(
      `Baanx cannot be reached: ${shapeOf(answer)}`,
      `Check baseUrl (or BAANX_BASE_URL) and the firewall. ${referenceOf(answer)}`,
    );
  if (status >= 500) return failed(`Baanx answers ${status}`, `Try again later. ${referenceOf(answer)}`);
  return passed(`it responds with ${status}`);
}

function checkKey(_: Context, answer: Answer): Outcome {
  const stopped = skipReason(answer);
  if (stopped !== undefined) return skipped(stopped);
  const { status } = answer;
  const hosts =
    'https://dev.api.baanx.com and https://api.baanx.com have different keys: change clientKey (or BAANX_CLIENT_KEY) and baseUrl together';
  if (status === 498)
    return failed('Baanx refuses the client key (498): it is wrong, revoked, or for another host', hosts);
  if (status === 499)
    return failed('Baanx received no client key (499): something removes the x-client-key header', hosts);
  if (status >= 500) return skipped('Baanx failed before it checked the key');
  return passed('Baanx accepts it');
}

async function checkRegion({ step }: Context, answer: Answer, { proxy }: Live): Promise<Outcome> {
  if (!step.onboardingId?.startsWith('US_')) return skipped('only for an onboarding ID that begins with US_');
  if (answer.status === 200) return passed('Baanx finds the onboarding');
  if (step.isUsEnv || (answer.status !== 400 && answer.status !== 404))
    return skipped(skipReason(answer) ?? `the status request is answered with ${shapeOf(answer)}`);
  const inUs = await proxy.usStatus();
  if (inUs.ok && inUs.answer.status === 200)
    return failed(
      'Baanx finds the onboarding only in the US, but neither the tag nor the proxy sends x-us-env',
      '<baanx-kyc-step us-env …>',
    );
  return skipped('Baanx does not find the onboarding in any region; it may have expired');
}

const EXPECTED_FIELDS: readonly string[] = ['verificationState', 'submitted'];

function checkPersonalData(_: Context, answer: Answer): Outcome {
  const { status, json } = answer;
  if (status !== 200 || typeof json !== 'object' || json === null)
    return skipped(
      skipReason(answer) ??
        'Baanx returned no record; pass the ID of an existing onboarding with --onboarding-id',
    );
  const extra = Object.keys(json).filter((name) => !EXPECTED_FIELDS.includes(name));
  if (extra.length === 0) {
    const state = asVerificationState(fieldOf(json, 'verificationState'));
    return passed(`only the status reaches the browser (${state ?? 'unknown'})`);
  }
  return failed(
    `the browser receives Baanx’s record, with ${extra.join(', ')}`,
    'Replace it with createKycProxy of baanx-kyc-step/proxy, which passes on the status only',
  );
}

async function checkSession({ options, step }: Context, _: Answer, { proxy }: Live): Promise<Outcome> {
  if (options.createSession !== true)
    return skipped(
      'it creates a session and sets the status to PENDING; to run it, use --create-session with --onboarding-id',
    );
  if (step.flow === 'account') return notRun('--create-session is for the registration flow only');
  if (step.onboardingId === undefined) return notRun('--create-session needs --onboarding-id');
  const reply: Reply = await proxy.session(step.onboardingId);
  if (!reply.ok) return failed(`no session was created: ${reply.failure.text}`, 'See the proxy’s log');
  const sessionUrl = fieldOf(reply.answer.json, 'sessionUrl');
  if (typeof sessionUrl !== 'string')
    return failed(`no session was created: ${shapeOf(reply.answer)}`, referenceOf(reply.answer));
  const origin = URL.canParse(sessionUrl) ? new URL(sessionUrl).origin : 'an invalid URL';
  if (isTrustedSessionUrl(sessionUrl, step.veriffOrigins)) return passed(`sessions are at ${origin}`);
  return failed(
    `sessions are at ${origin}, which is not one of ${step.veriffOrigins.join(' ')}: the step refuses them`,
    `<baanx-kyc-step veriff-origins="${[...step.veriffOrigins, origin].join(' ')}" …>, and the same in the proxy’s veriffOrigins`,
  );
}

async function checkTime(_: Context, { proxy }: Live): Promise<Outcome> {
  const replies = await proxy.all();
  const late = replies.find((reply) => !reply.ok && reply.failure.kind === 'timeout');
  if (late && !late.ok)
    return failed(
      `${late.failure.text}; the step’s own timeout is 10 s`,
      'Set the proxy’s timeout (or TIMEOUT_MS) below 10,000 ms, and find out whether authorize or Baanx is slow',
    );
  const slowest = Math.max(...replies.map((reply) => (reply.ok ? reply.answer.durationMs : 0)));
  return passed(`the slowest of ${replies.length} responses took ${slowest} ms`);
}

/** Servers that synchronize their clock are within a second. */
const CLOCK_TOLERANCE_S = 60;

function checkClock(_: Context, { headers }: Answer): Outcome {
  const date = Date.parse(headers.get('date') ?? '');
  if (Number.isNaN(date)) return skipped('its responses have no Date header');
  const skew = Math.round((date - Date.now()) / 1000);
  if (Math.abs(skew) <= CLOCK_TOLERANCE_S)
    return passed(`within ${CLOCK_TOLERANCE_S} s of this machine’s clock`);
  return failed(
    `it is ${Math.abs(skew)} s ${skew > 0 ? 'ahead of' : 'behind'} this machine’s clock; from 300 s on, webhooks are refused as stale`,
    'Synchronize the clock: timedatectl set-ntp true',
  );
}

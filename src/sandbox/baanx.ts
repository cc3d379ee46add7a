import { fieldOf, ROUTES, type BaanxFlow } from '../baanx/wire.js';
import type { Applicant, Applicants } from './applicants.js';
import { onboardingRecord, userRecord } from './records.js';
import type { Sessions } from './sessions.js';

/** What the simulated Baanx depends on. */
export interface BaanxOptions {
  readonly applicants: Applicants;
  readonly sessions: Sessions;
  /** The only client key that is accepted. If undefined, every key but `invalid` is. */
  readonly clientKey: string | undefined;
  /** Returns the base of session URLs, without a trailing slash. */
  readonly veriffOrigin: () => string;
}

type Call = 'session' | 'status';

const CALLS = (['registration', 'account'] as const).flatMap((flow) =>
  (['session', 'status'] as const).map((call) => ({ flow, call, ...ROUTES[flow][call] })),
);

/** The registration step after identity verification. The host's server calls it; the element does not. */
const PERSONAL_DETAILS = { method: 'POST', path: '/v1/auth/register/personal-details' };

const SLOW_SECONDS = 30;

const refuse = (status: number, message: string): Response => Response.json({ message }, { status });

/**
 * Simulates Baanx's API: the four calls of the identity step and the personal details step after it, with complete
 * response bodies and Baanx's own errors. Answers 499 without a client key, 498 with a wrong one, and 404 on other
 * paths. Rejects with the abort reason if the request is aborted during a slow response.
 */
export function createBaanx(options: BaanxOptions): (request: Request) => Promise<Response> {
  return async (request) => {
    const key = request.headers.get('x-client-key');
    if (!key) return refuse(499, 'Missing client key');
    if (options.clientKey === undefined ? key === 'invalid' : key !== options.clientKey) {
      return refuse(498, 'Invalid API key');
    }
    const url = new URL(request.url);
    const matches = (route: { readonly method: string; readonly path: string }) =>
      route.method === request.method && route.path === url.pathname;
    const route = CALLS.find(matches);
    if (!route && !matches(PERSONAL_DETAILS)) return refuse(404, 'Not found');
    const id = route?.flow === 'account' ? accessTokenOf(request) : await onboardingIdOf(request, url);
    if (id instanceof Response) return id;
    const applicant = options.applicants.find(id);
    if (!route) return submitPersonalDetails(id, applicant);
    const fault = await faultOf(applicant, route.call, request.signal);
    if (fault) return fault;
    return route.call === 'session'
      ? createSession(options, route.flow, applicant)
      : reportStatus(route.flow, id, applicant);
  };
}

function accessTokenOf(request: Request): string | Response {
  const token = /^Bearer (\S+)$/.exec(request.headers.get('authorization') ?? '')?.[1];
  return token ?? refuse(401, 'Not authenticated');
}

async function onboardingIdOf(request: Request, url: URL): Promise<string | Response> {
  let id: unknown = url.searchParams.get('onboardingId') ?? undefined;
  if (request.method === 'POST') {
    try {
      id = fieldOf(await request.json(), 'onboardingId');
    } catch {
      return refuse(400, 'Unexpected token in JSON');
    }
  }
  if (typeof id !== 'string') return refuse(422, 'onboardingId must be a string');
  return id || refuse(400, 'Invalid onboarding ID');
}

/** The error response that the applicant's scenario defines for this call, if any. */
async function faultOf(
  { scenario, calls }: Applicant,
  call: Call,
  signal: AbortSignal,
): Promise<Response | undefined> {
  calls[call] += 1;
  if (!scenario || (scenario.onlyCall ?? call) !== call) return undefined;
  if (scenario.slow) await sleep((scenario.seconds ?? SLOW_SECONDS) * 1000, signal);
  const { fault } = scenario;
  if (!fault || calls[call] > (fault.times ?? Infinity)) return undefined;
  const headers = new Headers({
    'content-type': fault.body.startsWith('<') ? 'text/html' : 'application/json',
  });
  if (fault.status === 429 || fault.status === 503) headers.set('retry-after', '2');
  return new Response(fault.body, { status: fault.status, headers });
}

function createSession(
  { sessions, veriffOrigin }: BaanxOptions,
  flow: BaanxFlow,
  applicant: Applicant,
): Response {
  // Baanx does not document how the account call responds for a verified user, so it responds as registration does.
  if (applicant.state === 'VERIFIED') return refuse(400, 'Registration is not in the expected phase');
  const { token } = flow === 'account' ? sessions.create(applicant, true) : sessions.resume(applicant);
  return Response.json({ sessionUrl: `${applicant.scenario?.foreignOrigin ?? veriffOrigin()}/v/${token}` });
}

function reportStatus(flow: BaanxFlow, id: string, applicant: Applicant): Response {
  const { scenario, state, isSubmitted, userId } = applicant;
  const override = (scenario?.onlyCall ?? 'status') === 'status' ? scenario?.statusOverride : undefined;
  const verificationState = override ? override.verificationState : state;
  return Response.json(
    flow === 'account'
      ? userRecord(userId, verificationState)
      : onboardingRecord(id, verificationState, isSubmitted),
  );
}

/** Baanx refuses an applicant who has only opened Veriff, although their status is PENDING too. */
function submitPersonalDetails(onboardingId: string, applicant: Applicant): Response {
  return applicant.isSubmitted ? Response.json({ onboardingId }) : refuse(400, 'User is not verified');
}

function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const onAbort = () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', onAbort);
      resolve();
    }, ms);
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort, { once: true });
  });
}

import { fieldOf, ROUTES, type BaanxFlow } from '../baanx/wire.js';
import type { Applicant, Applicants } from './applicants.js';
import { onboardingRecord, userRecord } from './records.js';
import type { Sessions } from './sessions.js';

/** What the simulated Baanx stands on. */
export interface BaanxWorld {
  readonly applicants: Applicants;
  readonly sessions: Sessions;
  /** The only key accepted; without it any is, but `invalid`. */
  readonly clientKey: string | undefined;
  /** Where session URLs lead, without a slash at the end. */
  readonly veriffOrigin: () => string;
}

type Call = 'session' | 'status';

/** The calls with their flow; method and path tell which it is. */
const CALLS = (['registration', 'account'] as const).flatMap((flow) =>
  (['session', 'status'] as const).map((call) => ({ flow, call, ...ROUTES[flow][call] })),
);

const refuse = (status: number, message: string): Response => Response.json({ message }, { status });

/**
 * The simulated Baanx API: the four calls with full bodies and Baanx's own errors. 499 without a client key, 498
 * with a wrong one, 404 elsewhere. Rejects with the request's abort reason when it is given up while slow.
 */
export function createBaanx(world: BaanxWorld): (request: Request) => Promise<Response> {
  return async (request) => {
    const key = request.headers.get('x-client-key');
    if (!key) return refuse(499, 'Missing client key');
    if (world.clientKey === undefined ? key === 'invalid' : key !== world.clientKey) {
      return refuse(498, 'Invalid API key');
    }
    const url = new URL(request.url);
    const asked = CALLS.find(({ method, path }) => method === request.method && path === url.pathname);
    if (!asked) return refuse(404, 'Not found');
    const id = asked.flow === 'account' ? bearerOf(request) : await onboardingIdOf(request, url);
    if (id instanceof Response) return id;
    const applicant = world.applicants.find(id);
    const fault = await faultOf(applicant, asked.call, request.signal);
    if (fault) return fault;
    return asked.call === 'session'
      ? sessionOf(world, asked.flow, applicant)
      : statusOf(asked.flow, id, applicant);
  };
}

function bearerOf(request: Request): string | Response {
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

/** What goes wrong with this call of this applicant, if anything does. */
async function faultOf(
  { scenario, calls }: Applicant,
  call: Call,
  signal: AbortSignal,
): Promise<Response | undefined> {
  calls[call] += 1;
  if (!scenario || (scenario.only ?? call) !== call) return undefined;
  if (scenario.slow) await sleep((scenario.seconds ?? 30) * 1000, signal);
  const { fault } = scenario;
  if (!fault || calls[call] > (fault.times ?? Infinity)) return undefined;
  const headers = new Headers({
    'content-type': fault.body.startsWith('<') ? 'text/html' : 'application/json',
  });
  if (fault.status === 429 || fault.status === 503) headers.set('retry-after', '2');
  return new Response(fault.body, { status: fault.status, headers });
}

function sessionOf({ sessions, veriffOrigin }: BaanxWorld, flow: BaanxFlow, applicant: Applicant): Response {
  // What the account call says to somebody verified is not known; the registration's answer stands in for it.
  if (applicant.state === 'VERIFIED') return refuse(400, 'Registration is not in the expected phase');
  const { token } = flow === 'account' ? sessions.create(applicant, true) : sessions.resume(applicant);
  return Response.json({ sessionUrl: `${applicant.scenario?.foreignOrigin ?? veriffOrigin()}/v/${token}` });
}

function statusOf(flow: BaanxFlow, id: string, { scenario, state }: Applicant): Response {
  const says = scenario?.says && (scenario.only ?? 'status') === 'status' ? scenario.says.state : state;
  return Response.json(flow === 'account' ? userRecord(says) : onboardingRecord(id, says));
}

function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const giveUp = () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', giveUp);
      resolve();
    }, ms);
    if (signal.aborted) giveUp();
    else signal.addEventListener('abort', giveUp, { once: true });
  });
}

import type { ErrorCode, Failure } from './result.js';
import { fieldOf, REQUEST_ID_HEADER, type RefusalCode } from './wire.js';

/** The longest wait that a server may ask for, in ms. */
const MAX_RETRY_AFTER_MS = 600_000;

/** What the statuses of Baanx, or of a proxy that passes them on, mean. */
const BY_STATUS: Readonly<Record<number, ErrorCode>> = {
  400: 'onboarding-invalid',
  401: 'not-authenticated',
  403: 'not-authenticated',
  404: 'onboarding-not-found',
  408: 'timeout',
  429: 'rate-limited',
  498: 'client-key-invalid',
  499: 'client-key-invalid',
};

/** Refusals of the proxy's own that say nothing about the person's registration. */
const BY_REFUSAL: ReadonlyMap<unknown, ErrorCode> = new Map<RefusalCode, ErrorCode>([
  ['not-allowed', 'not-allowed'],
  ['unknown-path', 'misconfigured'],
  ['method-not-allowed', 'misconfigured'],
  ['cross-site', 'misconfigured'],
  ['malformed-request', 'misconfigured'],
]);

/** How Baanx answers an onboarding ID of the other region. */
const WRONG_REGION: ReadonlySet<ErrorCode> = new Set([
  'onboarding-invalid',
  'onboarding-not-found',
  'client-key-invalid',
]);

/** The failure that a response with an error status means. */
export function failureFor(
  response: Pick<Response, 'status' | 'headers'>,
  json: unknown,
  { onboardingId, usEnv }: { readonly onboardingId: string; readonly usEnv: boolean },
): Failure {
  const { status, headers } = response;
  const code = status >= 500 ? 'provider-unavailable' : codeFor(status, json);
  const isForUs = onboardingId.startsWith('US_');
  const isWrongRegion = onboardingId !== '' && usEnv !== isForUs && WRONG_REGION.has(code);
  return {
    code,
    status: status || undefined,
    retryAfter: retryAfterOf(headers),
    reference: referenceOf(response),
    hint: isWrongRegion
      ? isForUs
        ? 'The onboarding ID begins with US_: set us-env.'
        : 'us-env is set, but the onboarding ID does not begin with US_.'
      : undefined,
  };
}

/** The ID under which the proxy has logged the request. Anything that does not look like an ID is ignored. */
export function referenceOf({ headers }: Pick<Response, 'headers'>): string | undefined {
  const id = headers.get(REQUEST_ID_HEADER);
  return id !== null && /^[\w-]{1,64}$/.test(id) ? id : undefined;
}

function codeFor(status: number, json: unknown): ErrorCode {
  const refusal = BY_REFUSAL.get(fieldOf(json, 'code'));
  if (refusal) return refusal;
  const isAboutRegistration = status === 400 || status === 403 || status === 404;
  return (
    (isAboutRegistration && !isFromBaanx(status, json) ? undefined : BY_STATUS[status]) ?? 'misconfigured'
  );
}

/**
 * Whether a 400, 403 or 404 is Baanx's own. Our proxy says so. A proxy that passes Baanx's body on is recognized by
 * Baanx's messages, because web frameworks, gateways and firewalls answer with a `message` too.
 */
function isFromBaanx(status: number, json: unknown): boolean {
  const code = fieldOf(json, 'code');
  if (code !== undefined) return code === ('baanx-error' satisfies RefusalCode);
  const message = fieldOf(json, 'message');
  if (typeof message !== 'string') return false;
  if (status === 403) return message === 'Not authenticated';
  if (status === 404) return message === 'Onboarding session not found';
  return fieldOf(json, 'statusCode') === undefined;
}

/** `Retry-After`, a number of seconds or a date, in ms. A date is compared with the server's clock, not with ours. */
function retryAfterOf(headers: Headers): number | undefined {
  const value = headers.get('retry-after') ?? '';
  const serverTime = Date.parse(headers.get('date') ?? '') || Date.now();
  const ms = Number(value) * 1000 || Date.parse(value) - serverTime;
  return ms > 0 ? Math.min(ms, MAX_RETRY_AFTER_MS) : undefined;
}

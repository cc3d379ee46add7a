import { orAborted } from './deadline.js';
import { Refusal } from './refusal.js';
import type { RouteName } from './routes.js';

/**
 * Counts a request: undefined lets it pass, a number refuses it for that many seconds. If it rejects, the request
 * is refused as well. `createLimiter` in `baanx-kyc-step/proxy/limits` makes one; on an edge runtime, a line
 * around the platform's own limiter is enough.
 */
export type Limiter = (request: {
  /** Each request counts for its address first, and for its onboarding once `authorize` has allowed it. */
  readonly by: 'address' | 'onboarding';
  /** An IPv4 address or an IPv6 /64 network; for an onboarding, hex digits that do not reveal its ID. */
  readonly key: string;
  readonly route: RouteName;
}) => Promise<number | undefined>;

/** Throws a {@link Refusal} if the limit is reached (429) or cannot be checked (503). */
export async function enforceLimit(
  limiter: Limiter,
  request: Parameters<Limiter>[0],
  signal: AbortSignal,
): Promise<void> {
  let seconds: number | undefined;
  try {
    seconds = await orAborted(signal, () => limiter(request));
  } catch (error) {
    throw Refusal.because('limiter-failed', { 'retry-after': '5' }, error);
  }
  if (seconds === undefined) return;
  const wait = { 'retry-after': String(Math.max(1, Math.ceil(seconds))) };
  throw Refusal.because(request.by === 'address' ? 'address-limit' : 'onboarding-limit', wait);
}

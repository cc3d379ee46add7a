import { Refusal } from './refusal.js';
import type { RouteName } from './routes.js';

/** One request that is to be counted. */
export interface Countable {
  /** What it is counted by. A request is counted by its address first, and by its onboarding once it is allowed. */
  readonly by: 'address' | 'onboarding';
  /** An IPv4 address or IPv6 /64 network; for an onboarding, hex digits that do not tell its id. */
  readonly key: string;
  readonly route: RouteName;
}

/**
 * Counts a request: undefined lets it pass, a number refuses it for so many seconds. Where it rejects, the request
 * is refused too. Ready-made in `baanx-kyc-step/proxy/limits`; on an edge runtime, a line around the platform's own.
 */
export type Limiter = (asked: Countable) => Promise<number | undefined>;

/** Throws a {@link Refusal} where the limit is reached (429), or can't be known (503). */
export async function keepWithin(limiter: Limiter, asked: Countable): Promise<void> {
  let seconds: number | undefined;
  try {
    seconds = await limiter(asked);
  } catch {
    throw new Refusal(503, 'The limits can not be checked', { 'retry-after': '5' });
  }
  if (seconds !== undefined) {
    throw new Refusal(429, 'Too many requests', { 'retry-after': String(Math.max(1, Math.ceil(seconds))) });
  }
}

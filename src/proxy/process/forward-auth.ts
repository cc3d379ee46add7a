import type { Authorize } from '../options.js';

/** How long a positive decision is reused, in ms: a person who polls every 5 s is checked again each time. */
const CACHE_MS = 4_000;
const MAX_CACHED_DECISIONS = 1_000;
const TIMEOUT_MS = 10_000;

/**
 * An `authorize` that leaves the decision to the host's server: `GET url` with the browser's cookies,
 * `x-onboarding-id` and `x-kyc-route`. 2xx allows the request, any other status below 500 refuses it. Throws if the
 * server fails or cannot be reached.
 */
export function forwardAuth(url: string, now: () => number = Date.now): Authorize {
  /** When each positive decision expires, oldest first. */
  const allowedUntil = new Map<string, number>();
  return async (request, { onboardingId, route }) => {
    const headers = {
      cookie: request.headers.get('cookie') ?? '',
      'x-onboarding-id': onboardingId ?? '',
      'x-kyc-route': route,
    };
    const key = Object.values(headers).join('\n');
    if ((allowedUntil.get(key) ?? 0) > now()) return true;
    allowedUntil.delete(key);
    // A redirect would lead to a login page.
    const signal = AbortSignal.any([request.signal, AbortSignal.timeout(TIMEOUT_MS)]);
    const response = await fetch(url, { headers, redirect: 'manual', signal });
    await response.body?.cancel();
    if (response.status >= 500) throw new Error(`AUTHORIZE_URL answered with ${response.status}`);
    if (!response.ok) return false;
    for (const [oldest, until] of allowedUntil) {
      if (until > now() && allowedUntil.size < MAX_CACHED_DECISIONS) break;
      allowedUntil.delete(oldest);
    }
    allowedUntil.set(key, now() + CACHE_MS);
    return true;
  };
}

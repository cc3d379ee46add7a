import type { Lifeline } from './lifeline.js';

/** Registered, so that two copies of this file in one process mean the same. */
const ADDRESS = Symbol.for('baanx-kyc-step.client-address');

/**
 * A request that knows the other end of its connection. Its signal is the line's own, made where somebody asks for it:
 * the platform's `Request` would make one that follows it, at three times the price of all the rest.
 */
export function incomingRequest(
  url: string,
  init: RequestInit,
  line: Lifeline,
  address: string | undefined,
): Request {
  return Object.defineProperties(new Request(url, init), {
    signal: { get: () => line.signal },
    [ADDRESS]: { value: address },
  });
}

/** The address at the other end, where the request came through one of our own adapters. */
export const addressOfConnection = (request: Request): string | undefined =>
  (request as { [ADDRESS]?: string })[ADDRESS];

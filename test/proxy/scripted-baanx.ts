import { afterAll } from 'vitest';
import { anyoneWithTheOnboardingId, createKycProxy, type KycProxyOptions } from '../../src/proxy/handler.js';
import { expectHarmless } from './support/harmless-log.js';

export const KEY = 'client-key-never-to-be-seen';
export const ID = 'US_100a99cf-f4d3-4fa1-c123-2e9833440ebb';
export const SESSION_URL = 'https://magic.veriff.me/v/eyJhbGciOiJIUzI1NiJ9.c2VjcmV0.c2ln';
export const SITE = 'https://app.example';

/** How Baanx answers in a test. */
export type Baanx = (request: Request) => Response | Promise<Response>;

/** The log lines of every proxy in the file, whatever its tests are about. */
const logged: string[] = [];
afterAll(() => {
  if (logged.length > 0) expectHarmless(logged);
});

/** A proxy in front of a scripted Baanx, and every request that Baanx received. */
export function proxyTo(baanx: Baanx, options: Partial<KycProxyOptions> = {}) {
  const received: Request[] = [];
  const proxy = createKycProxy({
    clientKey: KEY,
    authorize: anyoneWithTheOnboardingId,
    log: (record) => logged.push(JSON.stringify(record)),
    fetch: async (input, init) => {
      const request = new Request(input, init);
      received.push(request.clone());
      return baanx(request);
    },
    ...options,
  });
  return { proxy, received };
}

/** The registration's status request, as a page of the site sends it. */
export const statusRequest = (init?: RequestInit, query = `onboardingId=${ID}`): Request =>
  new Request(`${SITE}/api/baanx/v1/auth/register?${query}`, init);

/** The registration's session request, as a page of the site sends it. */
export const sessionRequest = (body: unknown = { onboardingId: ID }, headers: HeadersInit = {}): Request =>
  new Request(`${SITE}/api/baanx/v1/auth/register/verification`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...Object.fromEntries(new Headers(headers)) },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

/** One of the account's two requests, as a page of the site sends it. */
export const accountRequest = (path = '/v1/user', headers: Record<string, string> = {}): Request =>
  new Request(`${SITE}/api/baanx${path}`, { headers: { 'sec-fetch-site': 'same-origin', ...headers } });

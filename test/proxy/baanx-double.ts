import { afterAll } from 'vitest';
import { createKycProxy, type KycProxyOptions } from '../../src/proxy/handler.js';
import { expectInnocent } from './support/innocent.js';

export const KEY = 'client-key-never-to-be-seen';
export const ID = 'US_100a99cf-f4d3-4fa1-c123-2e9833440ebb';
export const SESSION_URL = 'https://magic.veriff.me/v/eyJhbGciOiJIUzI1NiJ9.c2VjcmV0.c2ln';
export const SITE = 'https://app.example';

/** What a test wants Baanx to answer. */
export type Baanx = (request: Request) => Response | Promise<Response>;

/** What every proxy of the file has logged, whatever its tests are about. */
const logged: string[] = [];
afterAll(() => {
  if (logged.length > 0) expectInnocent(logged);
});

/** A proxy in front of a scripted Baanx, and every request that Baanx got. */
export function proxyTo(baanx: Baanx, options: Partial<KycProxyOptions> = {}) {
  const asked: Request[] = [];
  const proxy = createKycProxy({
    clientKey: KEY,
    log: (record) => logged.push(JSON.stringify(record)),
    fetch: async (input, init) => {
      const request = new Request(input, init);
      asked.push(request.clone());
      return baanx(request);
    },
    ...options,
  });
  return { proxy, asked };
}

/** The status call of the registration, as a page of the site makes it. */
export const statusRequest = (init?: RequestInit, query = `onboardingId=${ID}`): Request =>
  new Request(`${SITE}/api/baanx/v1/auth/register?${query}`, init);

/** The session call of the registration, as a page of the site makes it. */
export const sessionRequest = (body: unknown = { onboardingId: ID }, headers: HeadersInit = {}): Request =>
  new Request(`${SITE}/api/baanx/v1/auth/register/verification`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...Object.fromEntries(new Headers(headers)) },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

/** One of the account's two calls. */
export const accountRequest = (path = '/v1/user', headers: HeadersInit = {}): Request =>
  new Request(`${SITE}/api/baanx${path}`, { headers });

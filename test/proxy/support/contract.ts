import { expect, it } from 'vitest';
import { createClient } from '../../../src/baanx/client.js';
import type { BaanxFlow, VerificationState } from '../../../src/baanx/wire.js';
import type { Result } from '../../../src/baanx/result.js';
import { sessionCookie } from './snippets.js';

type Call = 'session' | 'status';

/** The proxy under test, and how to reach it. */
export interface Reached {
  /** The element's `proxy-url`. */
  readonly proxyUrl: string;
  /** Replaces `fetch`, for a proxy in this process. */
  readonly fetcher?: typeof fetch;
}

const state = (verificationState: VerificationState | undefined) => ({
  verificationState,
  suggestsSubmission: false,
});
const session = /^https:\/\/magic\.veriff\.me\/v\/eyJ/;

/** The real client's result for each of the sandbox's onboarding IDs, the same with every proxy. */
const CASES: readonly (readonly [id: string, call: Call, value: unknown])[] = [
  ['US_100a99cf-f4d3-4fa1-c123-2e9833440ebb', 'session', expect.stringMatching(session)],
  ['100a99cf-f4d3-4fa1-9be9-2e9828b20ebb', 'status', state('UNVERIFIED')],
  ['verified-1', 'status', state('VERIFIED')],
  ['rejected-1', 'status', state('REJECTED')],
  ['state-null-1', 'status', state(undefined)],
  ['state-word-1', 'status', state(undefined)],
  ['a&b=c#d+e', 'status', state('UNVERIFIED')],
  ['error-400-1', 'status', { code: 'onboarding-invalid', status: 400 }],
  ['nested-json-1', 'session', { code: 'onboarding-invalid', status: 400 }],
  ['error-404-1', 'session', { code: 'onboarding-not-found', status: 404 }],
  ['error-429-1', 'status', { code: 'rate-limited', status: 429, retryAfter: 2000 }],
  ['error-498-1', 'session', { code: 'client-key-invalid', status: 498 }],
  ['error-500-1', 'status', { code: 'provider-unavailable', status: 500 }],
  ['html-502-1', 'session', { code: 'provider-unavailable', status: 502 }],
];

/** The same for a proxy that reduces Baanx's responses. */
const REDUCED: typeof CASES = [
  ['html-200-1', 'status', { code: 'provider-unavailable', status: 502 }],
  ['empty-1', 'session', { code: 'provider-unavailable', status: 502 }],
  ['untrusted-url-1', 'session', { code: 'provider-unavailable', status: 502 }],
];

/** The real client's result of one request, and the body that it received. */
export async function ask({ proxyUrl, fetcher = fetch }: Reached, flow: BaanxFlow, id: string, call: Call) {
  const bodies: string[] = [];
  const client = createClient({
    flow,
    onboardingId: id,
    proxyUrl,
    usEnv: true,
    fetcher: async (input, init) => {
      const headers = {
        ...(init?.headers as object),
        cookie: sessionCookie(id),
        ...(flow === 'account' && { authorization: `Bearer ${id}` }),
      };
      const response = await fetcher(input, { ...init, headers });
      bodies.push(await response.clone().text());
      return response;
    },
  });
  const { signal } = new AbortController();
  const answer: Result<unknown> = await (call === 'session'
    ? client.createSession(signal)
    : client.readStatus(signal));
  return { answer: answer.ok ? answer.value : answer.failure, body: bodies.join() };
}

let suites = 0;

/**
 * The real client against a proxy in front of the sandbox.
 * @param reduces whether it removes all but the one field
 * @param account whether it passes the page's own bearer token on
 */
export function keepsTheContract(
  reach: () => Reached,
  { reduces = true, account = false }: { reduces?: boolean; account?: boolean } = {},
): void {
  // The sandbox keeps its state: each suite needs its own IDs.
  const suite = ++suites;
  it.each([...CASES, ...(reduces ? REDUCED : [])])('%s, %s', async (id, call, expected) => {
    const { answer, body } = await ask(reach(), 'registration', `${id}-${suite}`, call);
    expect(answer).toMatchObject(expected as object);
    if (reduces && typeof answer === 'object' && answer && 'code' in answer)
      expect(answer).toHaveProperty('reference');
    if (reduces)
      expect(body).toMatch(
        /^\{"(sessionUrl|verificationState|message)":("[^"{<]*"|null)(,"code":"[a-z-]+")?\}$/,
      );
  });

  if (!account) return;
  it.each([
    ['verified-1', 'status', state('VERIFIED')],
    ['100a99cf', 'session', expect.stringMatching(session)],
  ] as const)('%s, %s of the account', async (id, call, expected) => {
    expect((await ask(reach(), 'account', id, call)).answer).toEqual(expected);
  });

  it('refuses what is none of its calls, and pages of other sites', async () => {
    const { proxyUrl, fetcher = fetch } = reach();
    const status = async (path: string, init?: RequestInit) => (await fetcher(proxyUrl + path, init)).status;
    expect(await status('/v1/users')).toBe(404);
    expect([403, 405]).toContain(await status('/v1/user', { method: 'DELETE' }));
    expect(
      await status('/v1/auth/register?onboardingId=a', { headers: { 'sec-fetch-site': 'cross-site' } }),
    ).toBe(403);
  });
}

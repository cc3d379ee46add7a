import { createSandbox, type Sandbox, type SandboxOptions } from '../../src/sandbox/index.js';

export const VERIFF = 'https://veriff.sandbox.example';

/** A sandbox with a clock that the test sets. */
export function sandboxAt(options: Partial<SandboxOptions> = {}) {
  const clock = { ms: 0 };
  const sandbox = createSandbox({ veriffOrigin: VERIFF, now: () => clock.ms, ...options });
  return { sandbox, clock };
}

const key = { 'x-client-key': 'any' };

/** The calls to Baanx, with a client key. */
export const calls = {
  session: (id: unknown, init: RequestInit = {}) =>
    new Request('https://baanx.example/v1/auth/register/verification', {
      method: 'POST',
      headers: { ...key, 'content-type': 'application/json' },
      body: JSON.stringify({ onboardingId: id }),
      ...init,
    }),
  status: (id: string, init: RequestInit = {}) =>
    new Request(`https://baanx.example/v1/auth/register?onboardingId=${encodeURIComponent(id)}`, {
      headers: key,
      ...init,
    }),
  personalDetails: (id: string) =>
    new Request('https://baanx.example/v1/auth/register/personal-details', {
      method: 'POST',
      headers: { ...key, 'content-type': 'application/json' },
      body: JSON.stringify({ onboardingId: id, firstName: 'Ada', lastName: 'Sandbox' }),
    }),
  accountSession: (token: string) =>
    new Request('https://baanx.example/v1/user/verification', {
      headers: { ...key, authorization: `Bearer ${token}` },
    }),
  accountStatus: (token: string) =>
    new Request('https://baanx.example/v1/user', { headers: { ...key, authorization: `Bearer ${token}` } }),
};

/** The session URL that Baanx returns for an onboarding ID or a request. */
export async function sessionUrl(sandbox: Sandbox, request: string | Request): Promise<string> {
  const response = await sandbox.baanx(typeof request === 'string' ? calls.session(request) : request);
  const { sessionUrl: url } = (await response.json()) as { sessionUrl?: string };
  if (url === undefined) throw new Error(`No session, but status ${response.status}`);
  return url;
}

/** The registration's record. */
export async function recordOf(sandbox: Sandbox, id: string): Promise<Record<string, unknown>> {
  return (await (await sandbox.baanx(calls.status(id))).json()) as Record<string, unknown>;
}

/** The verification state in the registration's record. */
export const stateOf = async (sandbox: Sandbox, id: string): Promise<unknown> =>
  (await recordOf(sandbox, id))['verificationState'];

/** Submits documents as the script of the session's page does. */
export const submitDocuments = (
  sandbox: Sandbox,
  url: string,
  outcome = 'approve',
  headers: HeadersInit = {},
) =>
  sandbox.veriff(
    new Request(`${url}/submit`, { method: 'POST', body: JSON.stringify({ outcome }), headers }),
  );

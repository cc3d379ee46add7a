import { createSandbox, type Sandbox, type SandboxOptions } from '../../src/sandbox/index.js';

export const VERIFF = 'https://veriff.sandbox.example';

/** A sandbox with a clock that stands still until it is told the time. */
export function sandboxAt(options: Partial<SandboxOptions> = {}) {
  const clock = { ms: 0 };
  const sandbox = createSandbox({ veriffOrigin: VERIFF, now: () => clock.ms, ...options });
  return { sandbox, clock };
}

const key = { 'x-client-key': 'any' };

/** The four calls to Baanx, with a key. */
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
  accountSession: (token: string) =>
    new Request('https://baanx.example/v1/user/verification', {
      headers: { ...key, authorization: `Bearer ${token}` },
    }),
  accountStatus: (token: string) =>
    new Request('https://baanx.example/v1/user', { headers: { ...key, authorization: `Bearer ${token}` } }),
};

/** A new session's URL, as Baanx gives it. */
export async function sessionUrl(sandbox: Sandbox, request: string | Request): Promise<string> {
  const response = await sandbox.baanx(typeof request === 'string' ? calls.session(request) : request);
  const { sessionUrl: url } = (await response.json()) as { sessionUrl?: string };
  if (url === undefined) throw new Error(`No session: ${response.status}`);
  return url;
}

/** What the status call says of a registration. */
export async function stateOf(sandbox: Sandbox, id: string): Promise<unknown> {
  const record = (await (await sandbox.baanx(calls.status(id))).json()) as { verificationState?: unknown };
  return record.verificationState;
}

/** Hands in at the session's page, as its script does. */
export const handIn = (sandbox: Sandbox, url: string, outcome = 'approve', headers: HeadersInit = {}) =>
  sandbox.veriff(
    new Request(`${url}/submit`, { method: 'POST', body: JSON.stringify({ outcome }), headers }),
  );

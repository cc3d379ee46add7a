import { describe, expect, it } from 'vitest';
import { createSandbox } from '../../src/sandbox/index.js';
import { createBaanxClient, type BaanxClientOptions } from '../../src/server/index.js';

const KEY = 'client-key-never-to-be-seen';

/** A client in front of the sandbox's Baanx, and the requests that it sent. */
function clientOfSandbox(options: Partial<BaanxClientOptions> = {}) {
  const requests: Request[] = [];
  const { baanx } = createSandbox({ veriffOrigin: 'https://magic.veriff.me', clientKey: KEY });
  const client = createBaanxClient({
    clientKey: KEY,
    fetch: (input, init) => {
      const request = new Request(input, init);
      requests.push(request);
      return baanx(request);
    },
    ...options,
  });
  return { client, requests };
}

describe('createBaanxClient', () => {
  it.each([
    ['verified-1', 'VERIFIED'],
    ['rejected-1', 'REJECTED'],
    ['in-review-1', 'PENDING'],
    ['100a99cf-f4d3-4fa1-9be9-2e9828b20ebb', 'UNVERIFIED'],
    // Unknown is not UNVERIFIED.
    ['state-null-1', undefined],
    ['state-missing-1', undefined],
    ['state-word-1', undefined],
  ])('reads the status of an onboarding and of an account: %s', async (id, state) => {
    const { client } = clientOfSandbox();
    const result = { ok: true, value: state };
    expect(await client.verificationState({ onboardingId: id })).toEqual(result);
    expect(await client.verificationState({ accessToken: id })).toEqual(result);
  });

  it('sends the client key, the region, and nothing of the account with a registration', async () => {
    const { client, requests } = clientOfSandbox({ usEnv: true, baseUrl: 'https://api.baanx.com/' });
    await client.verificationState({ onboardingId: 'US_a&b' });
    await client.verificationState({ accessToken: 'token-1' });
    await client.verificationState({ onboardingId: 'both', accessToken: 'token-1' });
    const sent = requests.map(({ method, url, headers }) => [
      `${method} ${url}`,
      headers.get('x-client-key'),
      headers.get('x-us-env'),
      headers.get('authorization'),
    ]);
    expect(sent).toEqual([
      ['GET https://api.baanx.com/v1/auth/register?onboardingId=US_a%26b', KEY, 'true', null],
      ['GET https://api.baanx.com/v1/user', KEY, 'true', 'Bearer token-1'],
      ['GET https://api.baanx.com/v1/auth/register?onboardingId=both', KEY, 'true', null],
    ]);
  });

  it.each([
    ['error-400-1', { code: 'onboarding-invalid', status: 400 }],
    ['error-404-1', { code: 'onboarding-not-found', status: 404 }],
    ['error-401-1', { code: 'not-authenticated', status: 401 }],
    ['error-403-1', { code: 'not-authenticated', status: 403 }],
    ['error-422-1', { code: 'misconfigured', status: 422 }],
    ['error-429-1', { code: 'rate-limited', status: 429, retryAfter: 2000 }],
    ['error-498-1', { code: 'client-key-invalid', status: 498 }],
    ['error-500-1', { code: 'provider-unavailable', status: 500 }],
    ['html-200-1', { code: 'bad-response' }],
    ['empty-1', { code: 'bad-response' }],
    ['nested-json-1', { code: 'onboarding-invalid', status: 400 }],
  ])('returns a failure: %s', async (id, failure) => {
    const result = await clientOfSandbox().client.verificationState({ onboardingId: id });
    expect(result).toMatchObject({ ok: false, failure });
    expect(JSON.stringify(result)).not.toContain('ada@person.example');
  });

  it('hints at the region if Baanx does not know a US onboarding', async () => {
    const result = await clientOfSandbox().client.verificationState({ onboardingId: 'US_error-404-1' });
    expect(result).toMatchObject({ failure: { hint: expect.stringContaining('US_') } });
  });

  it('tries a second time after a connection failure, and then gives up', async () => {
    for (const [failures, result] of [
      [1, { ok: true }],
      [2, { ok: false, failure: { code: 'network' } }],
    ] as const) {
      let tries = 0;
      const { client } = clientOfSandbox({
        fetch: async () => {
          if (++tries <= failures) throw new TypeError('fetch failed');
          return Response.json({ verificationState: 'VERIFIED' });
        },
      });
      expect(await client.verificationState({ onboardingId: '1' })).toMatchObject(result);
      expect(tries).toBe(2);
    }
  });

  it('gives up after its timeout, and when the caller aborts', async () => {
    const hanging = { fetch: () => new Promise<Response>(() => undefined) };
    const late = clientOfSandbox({ ...hanging, timeout: 30 }).client.verificationState({ onboardingId: '1' });
    expect(await late).toEqual({ ok: false, failure: { code: 'timeout' } });
    const aborted = clientOfSandbox(hanging).client.verificationState(
      { onboardingId: '1' },
      AbortSignal.abort(),
    );
    expect(await aborted).toEqual({ ok: false, failure: { code: 'network' } });
  });

  it.each([
    [{ onboardingId: '' }, 'onboarding-invalid'],
    [{ onboardingId: undefined }, 'onboarding-invalid'],
    [{ onboardingId: 'a\nb' }, 'onboarding-invalid'],
    [{ accessToken: '' }, 'not-authenticated'],
    [{ accessToken: 'a\r\nx-admin: 1' }, 'not-authenticated'],
    [{}, 'onboarding-invalid'],
  ])('sends nothing for a person that cannot be: %o', async (person, code) => {
    const { client, requests } = clientOfSandbox();
    expect(await client.verificationState(person as { onboardingId: string })).toEqual({
      ok: false,
      failure: { code },
    });
    expect(requests).toEqual([]);
  });

  it.each([
    [{ clientKey: undefined as unknown as string }, 'clientKey is missing'],
    [{ baseUrl: 'api.baanx.com' }, 'baseUrl must be'],
    [{ baseUrl: 'http://api.baanx.com' }, 'baseUrl must be'],
    [{ timeout: 0 }, 'timeout must be'],
    [{ timeout: '1000' as unknown as number }, 'timeout must be'],
    [{ usEnv: 'true' as unknown as boolean }, 'usEnv must be true or false'],
    [{ usEnv: true, usenv: true }, 'there is no option usenv'],
  ])('is not created with %o', (options, message) => {
    expect(() => clientOfSandbox(options)).toThrow(`createBaanxClient: ${message}`);
  });
});

import { describe, expect, it } from 'vitest';
import { createSandbox, createSandboxProxy, SCENARIOS } from '../../src/sandbox/index.js';

const VERIFF = 'http://127.0.0.1:4180';

const createProxy = () =>
  createSandboxProxy(createSandbox({ veriffOrigin: VERIFF }), VERIFF, { timeout: 50 });

/** The only fields that a successful response may have. */
const ALLOWED = [['sessionUrl'], ['verificationState'], ['verificationState', 'submitted']];

const base = 'https://app.example/api/baanx';
const requests = (id: string): Request[] => [
  new Request(`${base}/v1/auth/register?onboardingId=${id}`),
  new Request(`${base}/v1/auth/register/verification`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ onboardingId: id }),
  }),
  new Request(`${base}/v1/user`, { headers: { authorization: `Bearer ${id}` } }),
  new Request(`${base}/v1/user/verification`, {
    headers: { authorization: `Bearer ${id}`, 'sec-fetch-site': 'same-origin' },
  }),
];

describe('the proxy in front of the sandbox', () => {
  it.each(['100a99cf-f4d3-4fa1-9be9-2e9828b20ebb', ...SCENARIOS.map(({ id }) => `${id}-1`)])(
    'passes on nothing personal for %s',
    async (id) => {
      const proxy = createProxy();
      for (const request of requests(id)) {
        const response = await proxy(request);
        const text = await response.text();
        const body = JSON.parse(text) as { sessionUrl?: string };
        const fields = Object.keys(body);
        if (response.status === 200) expect(ALLOWED).toContainEqual(fields);
        else expect(fields).toEqual(['message', 'code']);
        // The session's random letters may spell a name.
        const { sessionUrl = '' } = body;
        expect(text.replace(sessionUrl, '')).not.toMatch(
          /person\.example|Ada|078-05|nginx|evil|key-of-the-company/,
        );
      }
    },
  );

  it.each([
    ['error-404-1', [404, 404, 404, 404]],
    ['error-498-status-1', [498, 200, 498, 200]],
    ['error-429-session-1', [200, 429, 200, 429]],
    ['html-200-1', [502, 502, 502, 502]],
    ['html-502-1', [502, 502, 502, 502]],
    ['empty-1', [502, 502, 502, 502]],
    ['nested-json-1', [400, 400, 400, 400]],
    ['untrusted-url-1', [200, 502, 200, 502]],
    ['slow-1', [504, 504, 504, 504]],
    ['state-word-1', [200, 200, 200, 200]],
    ['verified-1', [200, 400, 200, 400]],
  ])('for %s answers %j', async (id, statuses) => {
    const proxy = createProxy();
    const actual: number[] = [];
    for (const request of requests(id)) actual.push((await proxy(request)).status);
    expect(actual).toEqual(statuses);
  });

  it('uses the bearer token of the page in the account flow, and the host’s if there is one', async () => {
    const statusCall = (authorization?: string) =>
      new Request(`${base}/v1/user`, { headers: authorization ? { authorization } : {} });
    const sandbox = createSandbox({ veriffOrigin: VERIFF });
    const proxy = createSandboxProxy(sandbox, VERIFF);
    expect((await proxy(statusCall())).status).toBe(401);
    expect(await (await proxy(statusCall('Bearer rejected-1'))).json()).toMatchObject({
      verificationState: 'REJECTED',
    });
    const withToken = createSandboxProxy(sandbox, VERIFF, { accessToken: () => 'verified-1' });
    expect(await (await withToken(statusCall())).json()).toMatchObject({ verificationState: 'VERIFIED' });
  });
});

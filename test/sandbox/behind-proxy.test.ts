import { describe, expect, it } from 'vitest';
import { anyoneWithTheOnboardingId, createKycProxy } from '../../src/proxy/handler.js';
import { createSandbox, SCENARIOS } from '../../src/sandbox/index.js';

const VERIFF = 'http://127.0.0.1:4180';

/** The real proxy in front of the sandbox, in one process. */
function proxied() {
  const sandbox = createSandbox({ veriffOrigin: VERIFF });
  return createKycProxy({
    clientKey: 'key-of-the-company',
    authorize: anyoneWithTheOnboardingId,
    veriffOrigins: [VERIFF],
    timeout: 50,
    passAuthorization: true,
    fetch: (input, init) => sandbox.baanx(new Request(input, init)),
  });
}

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
    'lets one field through of whatever %s brings',
    async (id) => {
      const proxy = proxied();
      for (const request of requests(id)) {
        const response = await proxy(request);
        const text = await response.text();
        const fields = Object.keys(JSON.parse(text) as object);
        if (response.status === 200) expect(ALLOWED).toContainEqual(fields);
        else expect(fields).toEqual(['message', 'code']);
        expect(text).not.toMatch(/person\.example|Ada|078-05|nginx|evil|key-of-the-company/);
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
  ])('%s answers %j', async (id, statuses) => {
    const proxy = proxied();
    const got: number[] = [];
    for (const request of requests(id)) got.push((await proxy(request)).status);
    expect(got).toEqual(statuses);
  });
});

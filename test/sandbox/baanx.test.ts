import { describe, expect, it } from 'vitest';
import { calls, recordOf, sandboxAt, sessionUrl, stateOf, submitDocuments } from './sandbox-client.js';

const DAY = 24 * 60 * 60 * 1000;

describe('the client key', () => {
  it.each([
    { option: undefined, sent: undefined, status: 499 },
    { option: undefined, sent: '', status: 499 },
    { option: undefined, sent: 'invalid', status: 498 },
    { option: undefined, sent: 'anything', status: 200 },
    { option: 'right', sent: 'wrong', status: 498 },
    { option: 'right', sent: 'right', status: 200 },
  ])('$sent is answered with $status where the option is $option', async ({ option, sent, status }) => {
    const { sandbox } = sandboxAt(option === undefined ? {} : { clientKey: option });
    const headers: HeadersInit = sent === undefined ? {} : { 'x-client-key': sent };
    expect((await sandbox.baanx(calls.status('a', { headers }))).status).toBe(status);
  });
});

describe('the calls', () => {
  it('return a session URL on the Veriff origin, which is read at that moment', async () => {
    let origin = '';
    const { sandbox } = sandboxAt({ veriffOrigin: () => origin });
    origin = 'http://127.0.0.1:4180';
    expect(await sessionUrl(sandbox, 'a')).toMatch(
      /^http:\/\/127\.0\.0\.1:4180\/v\/[\w-]+\.[\w-]{64}\.[\w-]{43}$/,
    );
  });

  it('return the complete record, personal data included, in both flows', async () => {
    const { sandbox } = sandboxAt();
    expect(await recordOf(sandbox, 'US_verified-1')).toMatchObject({
      id: 'US_verified-1',
      email: 'ada.sandbox@person.example',
      firstName: 'Ada',
      addressLine1: null,
      verificationState: 'VERIFIED',
    });
    expect(await (await sandbox.baanx(calls.accountStatus('a'))).json()).toMatchObject({
      dateOfBirth: '1990-12-10',
      ssn: '078-05-1120',
      addressLine1: '12 Example Street',
      verificationState: 'UNVERIFIED',
    });
  });

  it.each([
    [
      'an unknown path',
      new Request('https://baanx.example/v1/login', { headers: { 'x-client-key': 'k' } }),
      404,
    ],
    ['a wrong method', calls.status('a', { method: 'DELETE', headers: { 'x-client-key': 'k' } }), 404],
    ['no id', calls.session(undefined), 422],
    ['an id that is not a string', calls.session(7), 422],
    ['an empty id', calls.session(''), 400],
    ['a body that is not JSON', calls.session('a', { body: '{' }), 400],
    [
      'a missing bearer token',
      new Request('https://baanx.example/v1/user', { headers: { 'x-client-key': 'k' } }),
      401,
    ],
    ['a session for a verified applicant', calls.session('verified-1'), 400],
  ])('refuse %s', async (_, request, status) => {
    const response = await sandboxAt().sandbox.baanx(request);
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual({ message: expect.any(String) as string });
  });
});

describe('sessions', () => {
  it('stay the same during a registration until they expire after 7 days', async () => {
    const { sandbox, clock } = sandboxAt();
    const first = await sessionUrl(sandbox, 'a');
    expect(await sessionUrl(sandbox, 'b')).not.toBe(first);
    clock.ms = 7 * DAY - 1;
    expect(await sessionUrl(sandbox, 'a')).toBe(first);
    clock.ms = 7 * DAY;
    expect(await sessionUrl(sandbox, 'a')).not.toBe(first);
  });

  it('are new after a rejection, which starts a new attempt', async () => {
    const { sandbox } = sandboxAt({ decideMs: 0 });
    const first = await sessionUrl(sandbox, 'a');
    await submitDocuments(sandbox, first, 'reject');
    expect(await stateOf(sandbox, 'a')).toBe('REJECTED');
    const second = await sessionUrl(sandbox, 'a');
    expect(second).not.toBe(first);
    expect(await stateOf(sandbox, 'a')).toBe('PENDING');
    await submitDocuments(sandbox, second, 'approve');
    expect(await stateOf(sandbox, 'a')).toBe('VERIFIED');
  });

  it('are new for each call of the account flow, and belong to the applicant of the registration', async () => {
    const { sandbox } = sandboxAt({ decideMs: 0 });
    await submitDocuments(sandbox, await sessionUrl(sandbox, 'a'), 'reject');
    const first = await sessionUrl(sandbox, calls.accountSession('a'));
    expect(await sessionUrl(sandbox, calls.accountSession('a'))).not.toBe(first);
    await submitDocuments(sandbox, first, 'approve');
    expect(await stateOf(sandbox, 'a')).toBe('VERIFIED');
  });
});

describe('states', () => {
  it.each([
    { pendingOnSession: true, afterSession: 'PENDING' },
    { pendingOnSession: false, afterSession: 'UNVERIFIED' },
  ])(
    'are $afterSession after creating a session with pendingOnSession $pendingOnSession',
    async ({ pendingOnSession, afterSession }) => {
      const { sandbox } = sandboxAt({ pendingOnSession });
      expect(await stateOf(sandbox, 'a')).toBe('UNVERIFIED');
      const url = await sessionUrl(sandbox, 'a');
      expect(await stateOf(sandbox, 'a')).toBe(afterSession);
      await submitDocuments(sandbox, url);
      expect(await stateOf(sandbox, 'a')).toBe('PENDING');
    },
  );

  it.each([
    { id: 'a', outcome: 'approve', waiting: 'PENDING', from: 3000, verdict: 'VERIFIED' },
    { id: 'a', outcome: 'reject', waiting: 'PENDING', from: 3000, verdict: 'REJECTED' },
    { id: 'a', outcome: 'review', waiting: 'PENDING', from: 8000, verdict: 'VERIFIED' },
    { id: 'a', outcome: 'never', waiting: 'PENDING', from: 1e12, verdict: 'PENDING' },
    {
      id: 'unverified-after-submit-1',
      outcome: 'approve',
      waiting: 'UNVERIFIED',
      from: 3000,
      verdict: 'VERIFIED',
    },
  ])(
    'are $waiting for $from ms after $id submitted with the outcome $outcome, then $verdict',
    async ({ id, outcome, waiting, from, verdict }) => {
      const { sandbox, clock } = sandboxAt();
      clock.ms = 1000;
      await submitDocuments(sandbox, await sessionUrl(sandbox, id), outcome);
      clock.ms = 1000 + from - 1;
      expect(await stateOf(sandbox, id)).toBe(waiting);
      // Requesting the session again does not delay the verdict.
      await sandbox.baanx(calls.session(id));
      clock.ms = 1000 + from;
      expect(await stateOf(sandbox, id)).toBe(verdict);
    },
  );

  it('can be read and set by hand', async () => {
    const { sandbox } = sandboxAt();
    await sessionUrl(sandbox, 'a');
    sandbox.applicants.find('a').decide('REJECTED');
    expect(await stateOf(sandbox, 'a')).toBe('REJECTED');
    expect(sandbox.applicants.find('a').state).toBe('REJECTED');
    sandbox.applicants.clear();
    expect(await stateOf(sandbox, 'a')).toBe('UNVERIFIED');
  });
});

import { describe, expect, it, vi } from 'vitest';
import type { Sandbox } from '../../src/sandbox/index.js';
import {
  calls,
  recordOf,
  sandboxAt,
  sessionUrl,
  stateOf,
  submitDocuments,
  VERIFF,
} from './sandbox-client.js';

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

describe('the identity in the record', () => {
  const missing = { firstName: null, lastName: null, dateOfBirth: null, countryOfNationality: null };

  it('is null until documents are submitted', async () => {
    const { sandbox } = sandboxAt();
    expect(await recordOf(sandbox, 'a')).toMatchObject(missing);
    const url = await sessionUrl(sandbox, 'a');
    expect(await recordOf(sandbox, 'a')).toMatchObject({ ...missing, verificationState: 'PENDING' });
    await submitDocuments(sandbox, url, 'review');
    expect(await recordOf(sandbox, 'a')).toMatchObject({
      firstName: 'Ada',
      lastName: 'Sandbox',
      dateOfBirth: '1990-12-10',
      countryOfNationality: 'GB',
      verificationState: 'PENDING',
    });
  });

  it('is null again in a new attempt after a rejection', async () => {
    const { sandbox } = sandboxAt();
    expect(await recordOf(sandbox, 'rejected-1')).toMatchObject({ firstName: 'Ada' });
    await sessionUrl(sandbox, 'rejected-1');
    expect(await recordOf(sandbox, 'rejected-1')).toMatchObject({ ...missing, verificationState: 'PENDING' });
  });

  it.each([
    { id: 'pending-1', firstName: null },
    { id: 'in-review-1', firstName: 'Ada' },
    { id: 'verified-1', firstName: 'Ada' },
  ])('is $firstName for $id', async ({ id, firstName }) => {
    expect(await recordOf(sandboxAt().sandbox, id)).toMatchObject({ firstName });
  });
});

describe('the personal details step', () => {
  const submitDetails = async (sandbox: Sandbox, id: string) => {
    const response = await sandbox.baanx(calls.personalDetails(id));
    return { status: response.status, body: (await response.json()) as object };
  };
  const REFUSED = { status: 400, body: { message: 'User is not verified' } };

  it('is refused to an applicant who only opened Veriff, and accepted after submission', async () => {
    const { sandbox } = sandboxAt();
    expect(await submitDetails(sandbox, 'a')).toEqual(REFUSED);
    const url = await sessionUrl(sandbox, 'a');
    await sandbox.veriff(new Request(url));
    expect(await stateOf(sandbox, 'a')).toBe('PENDING');
    expect(await submitDetails(sandbox, 'a')).toEqual(REFUSED);
    await submitDocuments(sandbox, url, 'review');
    expect(await stateOf(sandbox, 'a')).toBe('PENDING');
    expect(await submitDetails(sandbox, 'a')).toEqual({ status: 200, body: { onboardingId: 'a' } });
  });

  it.each([
    { id: 'pending-1', status: 400 },
    { id: 'in-review-1', status: 200 },
    { id: 'verified-1', status: 200 },
    { id: 'rejected-1', status: 200 },
  ])('is answered with $status for $id', async ({ id, status }) => {
    expect((await submitDetails(sandboxAt().sandbox, id)).status).toBe(status);
  });

  it('follows a state that is set by hand', async () => {
    const { sandbox } = sandboxAt();
    sandbox.applicants.find('a').decide('VERIFIED');
    expect((await submitDetails(sandbox, 'a')).status).toBe(200);
    sandbox.applicants.find('a').decide('UNVERIFIED');
    expect(await submitDetails(sandbox, 'a')).toEqual(REFUSED);
  });
});

describe('scenarios', () => {
  it.each([
    ['verified-1', { verificationState: 'VERIFIED' }],
    ['verified', { verificationState: 'VERIFIED' }],
    ['US_rejected-1', { verificationState: 'REJECTED' }],
    ['pending-1', { verificationState: 'PENDING' }],
    ['verifiedish', { verificationState: 'UNVERIFIED' }],
    ['state-null-1', { verificationState: null }],
    ['state-word-1', { verificationState: 'RESUBMISSION_REQUESTED' }],
    ['state-word-session-1', { verificationState: 'UNVERIFIED' }],
  ])('%s reports %j', async (id, record) => {
    expect(await (await sandboxAt().sandbox.baanx(calls.status(id))).json()).toMatchObject(record);
  });

  it('can leave out the state', async () => {
    const record = await recordOf(sandboxAt().sandbox, 'state-missing-1');
    expect(record).not.toHaveProperty('verificationState');
    expect(record).toHaveProperty('email');
  });

  it.each([
    ['error-404-1', 404, 404],
    ['error-404-session-1', 404, 200],
    ['error-500-status-1', 200, 500],
    ['US_error-498-1', 498, 498],
    ['html-200-1', 200, 200],
    ['html-502-1', 502, 502],
    ['nested-json-1', 400, 400],
  ])('%s answers the session call with %i and the status call with %i', async (id, session, status) => {
    const { sandbox } = sandboxAt();
    expect((await sandbox.baanx(calls.session(id))).status).toBe(session);
    expect((await sandbox.baanx(calls.status(id))).status).toBe(status);
  });

  it('limits the rate of the first two calls of each kind', async () => {
    const { sandbox } = sandboxAt();
    const statuses = [];
    for (const call of [
      calls.status,
      calls.status,
      calls.session,
      calls.status,
      calls.session,
      calls.session,
    ]) {
      const response = await sandbox.baanx(call('error-429-1'));
      statuses.push(`${response.status} ${response.headers.get('retry-after') ?? '-'}`);
    }
    expect(statuses).toEqual(['429 2', '429 2', '429 2', '200 -', '429 2', '200 -']);
  });

  it('can return a session URL on another origin', async () => {
    expect(await sessionUrl(sandboxAt().sandbox, 'untrusted-url-1')).toMatch(
      /^https:\/\/veriff\.me\.evil\.example\/v\//,
    );
    expect(await sessionUrl(sandboxAt().sandbox, 'a')).toMatch(new RegExp(`^${VERIFF}/v/`));
  });

  it.each([
    ['slow-1', 30_000],
    ['slow-3s-1', 3_000],
  ])('%s responds after %i ms', async (id, ms) => {
    vi.useFakeTimers();
    try {
      let isAnswered = false;
      const answer = sandboxAt()
        .sandbox.baanx(calls.status(id))
        .finally(() => (isAnswered = true));
      await vi.advanceTimersByTimeAsync(ms - 1);
      expect(isAnswered).toBe(false);
      await vi.advanceTimersByTimeAsync(1);
      expect((await answer).status).toBe(200);
    } finally {
      vi.useRealTimers();
    }
  });

  it('ends the delay of a request that was aborted', async () => {
    vi.useFakeTimers();
    try {
      const client = new AbortController();
      const answer = sandboxAt().sandbox.baanx(
        calls.status('slow-1', { headers: { 'x-client-key': 'k' }, signal: client.signal }),
      );
      const rejected = expect(answer).rejects.toThrow(/aborted/);
      await vi.advanceTimersByTimeAsync(1);
      client.abort();
      await rejected;
      expect(vi.getTimerCount()).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });
});

import { describe, expect, it, vi } from 'vitest';
import { calls, handIn, sandboxAt, sessionUrl, stateOf, VERIFF } from './sandbox-client.js';

const DAY = 24 * 60 * 60 * 1000;

describe('the client key', () => {
  it.each([
    { option: undefined, sent: undefined, status: 499 },
    { option: undefined, sent: '', status: 499 },
    { option: undefined, sent: 'invalid', status: 498 },
    { option: undefined, sent: 'anything', status: 200 },
    { option: 'right', sent: 'wrong', status: 498 },
    { option: 'right', sent: 'right', status: 200 },
  ])('$sent where $option is wanted: $status', async ({ option, sent, status }) => {
    const { sandbox } = sandboxAt(option === undefined ? {} : { clientKey: option });
    const headers: HeadersInit = sent === undefined ? {} : { 'x-client-key': sent };
    expect((await sandbox.baanx(calls.status('a', { headers }))).status).toBe(status);
  });
});

describe('the four calls', () => {
  it('gives a session URL on the Veriff origin, asked for it late', async () => {
    let origin = '';
    const { sandbox } = sandboxAt({ veriffOrigin: () => origin });
    origin = 'http://127.0.0.1:4180';
    expect(await sessionUrl(sandbox, 'a')).toMatch(
      /^http:\/\/127\.0\.0\.1:4180\/v\/[\w-]+\.[\w-]{64}\.[\w-]{43}$/,
    );
  });

  it('gives the whole record, personal data among it, in both flows', async () => {
    const { sandbox } = sandboxAt();
    expect(await (await sandbox.baanx(calls.status('US_a'))).json()).toMatchObject({
      id: 'US_a',
      email: 'ada.sandbox@person.example',
      firstName: 'Ada',
      ssn: '078-05-1120',
      addressLine1: '12 Example Street',
      verificationState: 'UNVERIFIED',
    });
    expect(await (await sandbox.baanx(calls.accountStatus('verified-1'))).json()).toMatchObject({
      dateOfBirth: '1990-12-10',
      verificationState: 'VERIFIED',
    });
  });

  it.each([
    [
      'a path that is none',
      new Request('https://baanx.example/v1/login', { headers: { 'x-client-key': 'k' } }),
      404,
    ],
    ['a wrong method', calls.status('a', { method: 'DELETE', headers: { 'x-client-key': 'k' } }), 404],
    ['no id', calls.session(undefined), 422],
    ['an id of no text', calls.session(7), 422],
    ['an empty id', calls.session(''), 400],
    ['no JSON', calls.session('a', { body: '{' }), 400],
    ['no bearer', new Request('https://baanx.example/v1/user', { headers: { 'x-client-key': 'k' } }), 401],
    ['a session for somebody verified', calls.session('verified-1'), 400],
  ])('%s is refused', async (_, request, status) => {
    const response = await sandboxAt().sandbox.baanx(request);
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual({ message: expect.any(String) as string });
  });
});

describe('sessions', () => {
  it('are the same for a registration until they expire after 7 days', async () => {
    const { sandbox, clock } = sandboxAt();
    const first = await sessionUrl(sandbox, 'a');
    expect(await sessionUrl(sandbox, 'b')).not.toBe(first);
    clock.ms = 7 * DAY - 1;
    expect(await sessionUrl(sandbox, 'a')).toBe(first);
    clock.ms = 7 * DAY;
    expect(await sessionUrl(sandbox, 'a')).not.toBe(first);
  });

  it('are new after a rejection, and then the person is under review again', async () => {
    const { sandbox } = sandboxAt({ decideMs: 0 });
    const first = await sessionUrl(sandbox, 'a');
    await handIn(sandbox, first, 'reject');
    expect(await stateOf(sandbox, 'a')).toBe('REJECTED');
    const second = await sessionUrl(sandbox, 'a');
    expect(second).not.toBe(first);
    expect(await stateOf(sandbox, 'a')).toBe('PENDING');
    await handIn(sandbox, second, 'approve');
    expect(await stateOf(sandbox, 'a')).toBe('VERIFIED');
  });

  it('are new at each call of an account, and of the same person as in the registration', async () => {
    const { sandbox } = sandboxAt({ decideMs: 0 });
    await handIn(sandbox, await sessionUrl(sandbox, 'a'), 'reject');
    const first = await sessionUrl(sandbox, calls.accountSession('a'));
    expect(await sessionUrl(sandbox, calls.accountSession('a'))).not.toBe(first);
    await handIn(sandbox, first, 'approve');
    expect(await stateOf(sandbox, 'a')).toBe('VERIFIED');
  });
});

describe('states', () => {
  it.each([
    { pendingOnSession: true, afterSession: 'PENDING' },
    { pendingOnSession: false, afterSession: 'UNVERIFIED' },
  ])(
    'with pendingOnSession $pendingOnSession a session means $afterSession',
    async ({ pendingOnSession, afterSession }) => {
      const { sandbox } = sandboxAt({ pendingOnSession });
      expect(await stateOf(sandbox, 'a')).toBe('UNVERIFIED');
      const url = await sessionUrl(sandbox, 'a');
      expect(await stateOf(sandbox, 'a')).toBe(afterSession);
      await handIn(sandbox, url);
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
    '$id, $outcome: $waiting until $from ms, then $verdict',
    async ({ id, outcome, waiting, from, verdict }) => {
      const { sandbox, clock } = sandboxAt();
      clock.ms = 1000;
      await handIn(sandbox, await sessionUrl(sandbox, id), outcome);
      clock.ms = 1000 + from - 1;
      expect(await stateOf(sandbox, id)).toBe(waiting);
      // A question for the session again does not set the clock back.
      await sandbox.baanx(calls.session(id));
      clock.ms = 1000 + from;
      expect(await stateOf(sandbox, id)).toBe(verdict);
    },
  );

  it('can be looked at and set by hand', async () => {
    const { sandbox } = sandboxAt();
    await sessionUrl(sandbox, 'a');
    sandbox.applicants.find('a').decide('REJECTED');
    expect(await stateOf(sandbox, 'a')).toBe('REJECTED');
    expect(sandbox.applicants.find('a').state).toBe('REJECTED');
    sandbox.applicants.clear();
    expect(await stateOf(sandbox, 'a')).toBe('UNVERIFIED');
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
  ])('%s says %j', async (id, record) => {
    expect(await (await sandboxAt().sandbox.baanx(calls.status(id))).json()).toMatchObject(record);
  });

  it('leaves the state out', async () => {
    const record: unknown = await (await sandboxAt().sandbox.baanx(calls.status('state-missing-1'))).json();
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
  ])('%s answers %i to the session and %i to the status', async (id, session, status) => {
    const { sandbox } = sandboxAt();
    expect((await sandbox.baanx(calls.session(id))).status).toBe(session);
    expect((await sandbox.baanx(calls.status(id))).status).toBe(status);
  });

  it('asks to slow down twice, for each call on its own', async () => {
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

  it('leads elsewhere', async () => {
    expect(await sessionUrl(sandboxAt().sandbox, 'untrusted-url-1')).toMatch(
      /^https:\/\/veriff\.me\.evil\.example\/v\//,
    );
    expect(await sessionUrl(sandboxAt().sandbox, 'a')).toMatch(new RegExp(`^${VERIFF}/v/`));
  });

  it.each([
    ['slow-1', 30_000],
    ['slow-3s-1', 3_000],
  ])('%s answers after %i ms', async (id, ms) => {
    vi.useFakeTimers();
    try {
      let answered = false;
      const answer = sandboxAt()
        .sandbox.baanx(calls.status(id))
        .finally(() => (answered = true));
      await vi.advanceTimersByTimeAsync(ms - 1);
      expect(answered).toBe(false);
      await vi.advanceTimersByTimeAsync(1);
      expect((await answer).status).toBe(200);
    } finally {
      vi.useRealTimers();
    }
  });

  it('stops being slow for somebody who has gone', async () => {
    vi.useFakeTimers();
    try {
      const client = new AbortController();
      const answer = sandboxAt().sandbox.baanx(
        calls.status('slow-1', { headers: { 'x-client-key': 'k' }, signal: client.signal }),
      );
      const gone = expect(answer).rejects.toThrow(/aborted/);
      await vi.advanceTimersByTimeAsync(1);
      client.abort();
      await gone;
      expect(vi.getTimerCount()).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });
});

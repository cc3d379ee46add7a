import { describe, expect, it, vi } from 'vitest';
import { calls, recordOf, sandboxAt, sessionUrl, VERIFF } from './sandbox-client.js';

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

import { describe, expect, it } from 'vitest';
import type { Sandbox } from '../../src/sandbox/index.js';
import { calls, recordOf, sandboxAt, sessionUrl, stateOf, submitDocuments } from './sandbox-client.js';

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

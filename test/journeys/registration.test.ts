import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Demo, type Visit } from '../support/demo.js';
import { readableText } from '../support/readable.js';

let demo: Demo;
beforeAll(async () => {
  demo = await Demo.open();
});
afterEach(() => demo.closePages());
afterAll(() => demo.close());

const FAST = { 'poll-interval': '400' };
const VERDICTS = ['pending', 'verified', 'rejected', 'canceled', 'error'];
const openStep = async (onboardingId: string): Promise<Visit> =>
  demo.page({ ...FAST, 'onboarding-id': onboardingId });

describe('A verification', () => {
  it('explains what is needed, opens Veriff and ends with one verified event, without exposing the session URL', async () => {
    const visit = await openStep('US_approve-journey');
    const { page } = visit;
    await expect.poll(() => page.getByRole('heading', { name: 'Verify your identity' }).count()).toBe(1);
    for (const document of ['Passport', 'Driving licence', 'National ID card', 'Residence permit'])
      expect(await page.getByText(document, { exact: true }).count(), document).toBe(1);

    await visit.press('Start verification');
    await page.getByRole('dialog', { name: 'Verify your identity' }).waitFor();
    await visit.veriff.getByRole('button', { name: 'Continue' }).waitFor();
    expect(visit.events('started')).toEqual([{ type: 'started', detail: { openIn: 'modal' } }]);
    const veriffFrame = page.frames().find((frame) => frame.url().includes('/v/'));
    const token = new URL(veriffFrame?.url() ?? '').pathname.slice(3);
    expect(token.length).toBeGreaterThan(20);
    expect(await readableText(visit)).not.toContain(token);

    await visit.verify('Approve');
    await visit.waitForState('verified');
    await page.getByRole('heading', { name: 'You’re verified' }).waitFor();
    expect(visit.events('submitted')).toHaveLength(1);
    expect(visit.events('verified')).toEqual([
      { type: 'verified', detail: { onboardingId: 'US_approve-journey', verificationState: 'VERIFIED' } },
    ]);
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(await readableText(visit)).not.toContain(token);
    expect(demo.log.join('\n')).toContain('registration-session');
    expect(demo.log.join('\n')).not.toContain(token);
    expect(visit.console.filter((line) => /^(error|warning)/.test(line))).toEqual([]);
  });

  it('that is reviewed dispatches pending first, then verified', async () => {
    const onboardingId = 'review-journey';
    const visit = await openStep(onboardingId);
    await visit.press('Start verification');
    await visit.verify('Never decide');
    await visit.finish();
    await visit.waitForState('pending');
    await visit.page.getByRole('heading', { name: 'Your verification is under review' }).waitFor();
    demo.applicants.find(onboardingId).decide('VERIFIED');
    await visit.waitForState('verified');
    expect(visit.events(...VERDICTS)).toEqual([
      { type: 'pending', detail: { onboardingId, verificationState: 'PENDING', submitted: true } },
      { type: 'verified', detail: { onboardingId, verificationState: 'VERIFIED' } },
    ]);
  });

  it('shows that the documents are being checked until Baanx reports PENDING', async () => {
    const onboardingId = 'unverified-after-submit-journey';
    const visit = await openStep(onboardingId);
    await visit.press('Start verification');
    await visit.verify('Never decide');
    await visit.finish();
    await visit.page.getByRole('heading', { name: 'We’re checking your documents' }).waitFor();
    expect(await visit.page.evaluate(() => document.querySelector('baanx-kyc-step')?.state)).toBe('deciding');
    demo.applicants.find(onboardingId).decide('PENDING');
    await visit.waitForState('pending');
  });

  it('that is rejected shows the rejection and dispatches rejected', async () => {
    const visit = await openStep('reject-journey');
    await visit.press('Start verification');
    await visit.verify('Reject');
    await visit.waitForState('rejected');
    await visit.page.getByRole('heading', { name: 'We couldn’t verify your identity' }).waitFor();
    expect(visit.events('rejected')).toEqual([
      { type: 'rejected', detail: { onboardingId: 'reject-journey', verificationState: 'REJECTED' } },
    ]);
  });

  it('that is canceled in Veriff continues in the same session', async () => {
    const visit = await openStep('cancel-journey');
    let sessions = 0;
    visit.page.on(
      'request',
      (request) =>
        void (sessions += request.method() === 'POST' && request.url().includes('/api/baanx/') ? 1 : 0),
    );
    await visit.press('Start verification');
    await visit.veriff.getByRole('button', { name: 'Cancel' }).click();
    await visit.waitForState('ready');
    expect(visit.events(...VERDICTS)).toEqual([{ type: 'canceled', detail: null }]);
    await visit.press('Continue verification');
    await visit.verify('Approve');
    await visit.waitForState('verified');
    expect(sessions).toBe(1);
  });

  it('dispatches verified again after a reload of the page', async () => {
    const visit = await openStep('reload-journey');
    await visit.press('Start verification');
    await visit.verify('Approve');
    await visit.waitForState('verified');
    await visit.page.reload();
    await visit.waitForState('verified');
    expect(visit.events('verified')).toHaveLength(2);
  });
});

describe('When the session cannot be created', () => {
  it.each([
    {
      id: 'error-400-session',
      code: 'onboarding-invalid',
      text: 'expired or is already complete',
      retry: false,
    },
    {
      id: 'error-404-session',
      code: 'onboarding-not-found',
      text: 'couldn’t find your registration',
      retry: false,
    },
    { id: 'error-401-session', code: 'not-authenticated', text: 'signed out', retry: false },
    { id: 'error-429-session', code: 'rate-limited', text: 'too many attempts', retry: true },
    { id: 'error-498-session', code: 'client-key-invalid', text: 'contact support', retry: false },
    { id: 'error-500-session', code: 'provider-unavailable', text: 'in a few minutes', retry: true },
    { id: 'html-502-session', code: 'provider-unavailable', text: 'in a few minutes', retry: true },
    { id: 'untrusted-url', code: 'provider-unavailable', text: 'in a few minutes', retry: true },
  ])(
    'the step explains $code and offers a retry only if it can help: $id',
    async ({ id, code, text, retry }) => {
      const visit = await openStep(`${id}-journey`);
      await visit.press('Start verification');
      await visit.waitForState('failed');
      expect(visit.events('error')).toMatchObject([{ detail: { code, retryable: retry } }]);
      await visit.page.getByRole('alert').getByText(text).waitFor();
      const reference = await visit.page.getByText('Reference:').innerText();
      const requestId = /^Reference: \S+ (\w{4}-\w{4})$/.exec(reference)?.[1];
      expect(demo.log.join('\n'), 'the proxy’s log').toContain(`"requestId":"${requestId}"`);
      expect(await visit.page.getByRole('button', { name: 'Try again' }).count()).toBe(retry ? 1 : 0);
      expect(await visit.page.getByRole('dialog').count()).toBe(0);
    },
  );

  it('a later retry succeeds as soon as the failure is over', async () => {
    const visit = await openStep('error-429-session-passing');
    await visit.press('Start verification');
    for (const failures of [1, 2]) {
      await expect.poll(() => visit.events('error').length).toBe(failures);
      await visit.waitForState('failed');
      await visit.press('Try again');
    }
    await visit.verify('Approve');
    await visit.waitForState('verified');
  });
});

import { describe, expect, it, vi } from 'vitest';
import { createSandbox, type SandboxDelivery, type SandboxWebhookOptions } from '../../src/sandbox/index.js';
import { createWebhookHandler, type WebhookEvent } from '../../src/server/index.js';
import { calls } from './sandbox-client.js';

const KEY = 'whk_sandbox';

/** A sandbox whose webhooks reach a real handler. */
function receiving({
  answer,
  ...options
}: Partial<SandboxWebhookOptions> & { readonly answer?: (delivery: number) => number } = {}) {
  const events: WebhookEvent[] = [];
  const deliveries: SandboxDelivery[] = [];
  const handler = createWebhookHandler({ keys: KEY, onEvent: (event) => void events.push(event) });
  let received = 0;
  const sandbox = createSandbox({
    veriffOrigin: 'https://veriff.test',
    decideMs: 20,
    reviewMs: 40,
    webhook: {
      url: 'https://host.test/webhooks',
      fetch: async (input, init) => {
        const status = answer?.(++received) ?? 200;
        return status === 200 ? handler(new Request(input, init)) : new Response(null, { status });
      },
      onDelivery: (delivery) => deliveries.push(delivery),
      ...options,
    },
  });
  const states = () => events.map((event) => event.event_object_status);
  const outcomes = () => deliveries.map(({ state, status }) => `${state} ${status}`);
  return { sandbox, events, deliveries, states, outcomes };
}

/** Opens a session and submits documents, as a person does. */
async function verify({ sandbox }: ReturnType<typeof receiving>, id: string) {
  await sandbox.baanx(calls.session(id));
  const applicant = sandbox.applicants.find(id);
  applicant.submit(applicant.scenario?.outcome ?? 'approve');
  return applicant;
}

describe('The webhooks of the sandbox', () => {
  it('are signed, and one is sent for each change of the state', async () => {
    const backend = receiving({ externalUserId: (id) => `user of ${id}` });
    const { userId } = await verify(backend, 'approve-1');
    await vi.waitFor(() => expect(backend.states()).toEqual(['PENDING', 'VERIFIED']));
    expect(backend.events[1]).toMatchObject({
      api_version: 'v1',
      event_category: 'kyc',
      event_type: 'kyc.status.changed',
      user_id: userId,
      user_external_id: 'user of approve-1',
      event_object_changes: { status: { before: 'PENDING', after: 'VERIFIED' } },
    });
    expect(backend.deliveries[1]).toEqual({
      onboardingId: 'approve-1',
      eventId: backend.events[1]?.event_id,
      state: 'VERIFIED',
      fault: undefined,
      attempt: 1,
      status: 200,
    });
  });

  it('come when a test decides by hand, and not for a state that stays', async () => {
    const backend = receiving();
    const applicant = backend.sandbox.applicants.find('verified-1');
    applicant.decide('VERIFIED');
    applicant.decide('REJECTED');
    await vi.waitFor(() => expect(backend.states()).toEqual(['REJECTED']));
    await backend.sandbox.baanx(calls.status('verified-1'));
    expect(backend.states()).toEqual(['REJECTED']);
  });

  it.each([
    [
      'webhook-duplicate',
      ['PENDING', 'VERIFIED'],
      ['PENDING 200', 'PENDING 200', 'VERIFIED 200', 'VERIFIED 200'],
    ],
    ['webhook-reordered', ['VERIFIED', 'PENDING'], ['VERIFIED 200', 'PENDING 200']],
    ['webhook-wrong-signature', [], ['PENDING 401', 'VERIFIED 401']],
    ['webhook-stale', [], ['PENDING 401', 'VERIFIED 401']],
  ])('can do wrong what real ones may: %s', async (id, states, outcomes) => {
    const backend = receiving();
    await verify(backend, `${id}-1`);
    await vi.waitFor(() => expect(backend.outcomes().toSorted()).toEqual(outcomes.toSorted()));
    expect(backend.states()).toEqual(states);
  });

  it('are sent again after a 5xx, and not after a 4xx', { timeout: 10_000 }, async () => {
    const backend = receiving({ answer: (delivery) => (delivery === 1 ? 503 : 400) });
    await backend.sandbox.baanx(calls.session('approve-1'));
    await vi.waitFor(() => expect(backend.outcomes()).toEqual(['PENDING 503', 'PENDING 400']), 5_000);
    expect(backend.deliveries.map(({ attempt }) => attempt)).toEqual([1, 2]);
    expect(new Set(backend.deliveries.map(({ eventId }) => eventId)).size).toBe(1);
  });

  it.each([
    [
      'throws',
      () => {
        throw new Error('assertion failed');
      },
    ],
    ['rejects', () => Promise.reject(new Error('assertion failed')) as never],
  ])(
    'are sent again although onDelivery %s, which is printed',
    { timeout: 10_000 },
    async (_, onDelivery) => {
      const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
      const backend = receiving({ answer: (delivery) => (delivery === 1 ? 500 : 200), onDelivery });
      backend.sandbox.applicants.find('a').decide('VERIFIED');
      await vi.waitFor(() => expect(backend.states()).toEqual(['VERIFIED']), { timeout: 5_000 });
      await vi.waitFor(() => expect(error).toHaveBeenCalledTimes(2));
      expect(error).toHaveBeenCalledWith('createSandbox: onDelivery threw an error', expect.any(Error));
      error.mockRestore();
    },
  );

  it('leave the sandbox alone if externalUserId throws, which is printed', async () => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const fail = () => {
      throw new Error('no such user');
    };
    const backend = receiving({ externalUserId: fail });
    expect((await backend.sandbox.baanx(calls.session('a'))).status).toBe(200);
    expect(error).toHaveBeenCalledExactlyOnceWith('createSandbox: webhook threw an error', expect.any(Error));
    error.mockRestore();
  });

  it('are not sent without an address', async () => {
    const fetched = vi.spyOn(globalThis, 'fetch');
    const sandbox = createSandbox({ veriffOrigin: 'https://veriff.test', decideMs: 1 });
    await sandbox.baanx(calls.session('approve-1'));
    sandbox.applicants.find('approve-1').decide('VERIFIED');
    expect(fetched).not.toHaveBeenCalled();
    fetched.mockRestore();
  });
});

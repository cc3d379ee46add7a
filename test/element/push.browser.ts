import { expect, waitUntil } from '@open-wc/testing';
import { createPushHub, type PushHub } from '../../src/server/index.js';
import { createKycProxy, anyoneWithTheOnboardingId } from '../../src/proxy/handler.js';
import { Stage } from '../support/stage.js';

/** The proxy's event streams, on a hub of the test's. */
function pushing(stage: Stage): PushHub {
  const hub = createPushHub();
  const proxy = createKycProxy({
    clientKey: 'test',
    authorize: anyoneWithTheOnboardingId,
    push: hub,
    fetch: () => Promise.reject(new Error('Only the streams are served here')),
  });
  stage.answer = (request) => (request.url.includes('/v1/events') ? proxy(request) : undefined);
  stage.step.push = true;
  // Only a notice can be this fast.
  stage.step.pollInterval = 60_000;
  return hub;
}

const streamsOf = ({ requests }: Stage) => requests.filter((request) => request === 'GET /v1/events').length;
const statusesOf = ({ requests }: Stage) =>
  requests.filter((request) => request === 'GET /v1/auth/register').length;

function setHidden(hidden: boolean): void {
  Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
  document.dispatchEvent(new Event('visibilitychange'));
}

describe('push', () => {
  afterEach(() => {
    Reflect.deleteProperty(document, 'hidden');
  });

  it('shows the verdict at once when the server says that something changed, and closes its stream', async () => {
    let hub: PushHub | undefined;
    const stage = await Stage.open('in-review', (opened) => {
      hub = pushing(opened);
    });
    await waitUntil(() => hub?.streams === 1 && stage.step.state === 'pending');
    // The stream has opened, and the status was checked once more.
    await waitUntil(() => statusesOf(stage) === 2);
    stage.sandbox.applicants.find(stage.onboardingId).decide('VERIFIED');
    const startedAt = performance.now();
    await hub?.publish(stage.onboardingId);
    await waitUntil(() => stage.step.state === 'verified');
    expect(performance.now() - startedAt).to.be.below(1_000);
    await waitUntil(() => hub?.streams === 0);
    expect(streamsOf(stage)).to.equal(1);
  });

  it('has no stream while the page is hidden or the element is removed', async () => {
    let hub: PushHub | undefined;
    const stage = await Stage.open('in-review', (opened) => {
      hub = pushing(opened);
    });
    await waitUntil(() => hub?.streams === 1);
    setHidden(true);
    await waitUntil(() => hub?.streams === 0);
    setHidden(false);
    await waitUntil(() => hub?.streams === 1, 'a new stream', { timeout: 5_000 });
    stage.step.remove();
    await waitUntil(() => hub?.streams === 0);
  });

  it('polls as usual if the proxy has no streams, or does not send anything', async () => {
    for (const answer of [
      () => Response.json({ message: 'no', code: 'unknown-path' }, { status: 404 }),
      () => new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } }),
      () => new Response(new ReadableStream(), { headers: { 'content-type': 'text/event-stream' } }),
      () => Promise.reject(new TypeError('Failed to fetch')),
      () => new Promise<Response>(() => undefined),
    ]) {
      const stage = await Stage.open('in-review', (opened) => {
        opened.answer = (request) => (request.url.includes('/v1/events') ? answer() : undefined);
        opened.step.push = true;
      });
      await waitUntil(() => statusesOf(stage) > 3, 'polls', { timeout: 10_000 });
      expect(streamsOf(stage)).to.be.within(1, 2);
      expect(stage.step.state).to.equal('pending');
      stage.step.remove();
    }
  });

  it('opens no stream without `push`, in the account flow, or before anything is submitted', async () => {
    const stages = [
      await Stage.open('in-review'),
      await Stage.open('in-review', ({ step }) => {
        step.push = true;
        step.flow = 'account';
      }),
      await Stage.open('approve', ({ step }) => {
        step.push = true;
      }),
    ];
    await waitUntil(() => statusesOf(stages[0]!) > 2, 'polls', { timeout: 10_000 });
    expect(stages.map(streamsOf)).to.deep.equal([0, 0, 0]);
  });
});

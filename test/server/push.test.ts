import { afterEach, describe, expect, it, vi } from 'vitest';
import { createPushHub, type PushHub } from '../../src/server/index.js';
import { follow } from './streams.js';

const hubs: PushHub[] = [];
const hubOf = (options: Parameters<typeof createPushHub>[0] = {}) => {
  const hub = createPushHub(options);
  hubs.push(hub);
  return hub;
};

afterEach(() => {
  for (const hub of hubs.splice(0)) hub.close();
  vi.useRealTimers();
});

describe('A push hub', () => {
  it('tells every stream of an onboarding to look, and no other, without any data', async () => {
    const hub = hubOf();
    const [one, two, other] = await Promise.all(['a', 'a', 'b'].map((id) => follow(hub, id)));
    await hub.publish('a');
    await hub.publish('a');
    await vi.waitFor(() =>
      expect([one, two].map((stream) => stream?.text)).toEqual(
        Array(2).fill(':\n\ndata: look\n\ndata: look\n\n'),
      ),
    );
    expect(other?.text).toBe(':\n\n');
  });

  it('publishes to nobody without harm', async () => {
    await hubOf().publish('nobody');
  });

  it('begins a stream with a heartbeat, and repeats it', async () => {
    vi.useFakeTimers();
    const stream = await follow(hubOf({ heartbeat: 1_000 }), 'a');
    await vi.advanceTimersByTimeAsync(3_000);
    expect(stream.text).toBe(':\n\n'.repeat(4));
  });

  it('holds so many streams in total, and so many of one onboarding, and takes new ones when others end', async () => {
    const hub = hubOf({ maxStreams: 3, maxStreamsPerOnboarding: 2 });
    const first = await follow(hub, 'a');
    await follow(hub, 'a');
    expect(await hub.open('a')).toBeUndefined();
    await follow(hub, 'b');
    expect(await hub.open('c')).toBeUndefined();
    expect(hub.streams).toBe(3);
    await first.cancel();
    expect(hub.streams).toBe(2);
    await follow(hub, 'a');
  });

  it('ends a stream after its lifetime, at the next heartbeat', async () => {
    vi.useFakeTimers();
    const hub = hubOf({ heartbeat: 1_000, lifetime: 10_000 });
    const stream = await follow(hub, 'a');
    await vi.advanceTimersByTimeAsync(7_000);
    expect(stream.hasEnded).toBe(false);
    await vi.advanceTimersByTimeAsync(6_000);
    expect(stream.hasEnded).toBe(true);
    expect(hub.streams).toBe(0);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('ends the stream of a client that reads nothing', async () => {
    const hub = hubOf();
    const stream = await hub.open('a');
    for (let i = 0; i < 20; i++) await hub.publish('a');
    expect(hub.streams).toBe(0);
    // What was sent before still arrives.
    expect(await new Response(stream).text()).toBe(`:\n\n${'data: look\n\n'.repeat(7)}`);
  });

  it('ends all streams when it is closed, and opens no more', async () => {
    const hub = hubOf();
    const streams = await Promise.all(['a', 'b'].map((id) => follow(hub, id)));
    hub.close();
    await vi.waitFor(() => expect(streams.map(({ hasEnded }) => hasEnded)).toEqual([true, true]));
    expect(await hub.open('a')).toBeUndefined();
    await hub.publish('a');
  });

  it('leaves no timer and no stream', async () => {
    vi.useFakeTimers();
    const hub = hubOf();
    const streams = await Promise.all(['a', 'a', 'b'].map((id) => follow(hub, id)));
    for (const stream of streams) await stream.cancel();
    expect(hub.streams).toBe(0);
    expect(vi.getTimerCount()).toBe(0);
  });

  it.each([
    { maxStreams: 0 },
    { lifetime: -1 },
    { heartbeat: NaN },
    { maxStreamsPerOnboarding: '5' as never },
  ])('is not created with %o', (options) => {
    expect(() => createPushHub(options)).toThrow('createPushHub: the limits and times');
  });
});

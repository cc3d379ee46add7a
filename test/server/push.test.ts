import { afterEach, describe, expect, it, vi } from 'vitest';
import { createPushHub, type PushHub } from '../../src/server/index.js';
import { follow, read } from './streams.js';

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
    for (const notices of [1, 2]) {
      await hub.publish('a');
      await vi.waitFor(() =>
        expect([one, two].map((stream) => stream?.text)).toEqual(
          Array(2).fill(`:\n\n${'data: look\n\n'.repeat(notices)}`),
        ),
      );
    }
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

  it('makes few of many publishes at once, loses none, and ends no stream for them', async () => {
    const hub = hubOf();
    const stream = await follow(hub, 'a');
    await Promise.all(Array.from({ length: 100 }, () => hub.publish('a')));
    await vi.waitFor(() => expect(stream.text).toMatch(/^:\n\n(data: look\n\n){1,4}$/));
    await hub.publish('a');
    await vi.waitFor(() => expect(stream.text).toMatch(/^:\n\n(data: look\n\n){2,5}$/));
    expect([stream.hasEnded, hub.streams]).toEqual([false, 1]);
  });

  it('keeps one notice for a client that reads late, and ends the stream of one that reads nothing', async () => {
    vi.useFakeTimers();
    const hub = hubOf({ heartbeat: 1_000 });
    const [late, gone] = [await hub.open('a'), await hub.open('a')];
    for (let i = 0; i < 20; i++) await hub.publish('a');
    expect(hub.streams).toBe(2);
    const reading = read(late!);
    await vi.advanceTimersByTimeAsync(500);
    expect(reading.text).toBe(':\n\ndata: look\n\n');
    await vi.advanceTimersByTimeAsync(5_000);
    expect([hub.streams, reading.hasEnded]).toEqual([1, false]);
    // What was sent before still arrives.
    expect(await new Response(gone).text()).toBe(':\n\n');
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

  it.each<[string, object | null]>([
    ['maxStreams must be a whole number', { maxStreams: 0 }],
    ['maxStreams must be a whole number', { maxStreams: Infinity }],
    ['maxStreamsPerOnboarding must be a whole number', { maxStreamsPerOnboarding: '5' }],
    ['lifetime must be a number of ms', { lifetime: -1 }],
    ['lifetime must be a number of ms', { lifetime: Infinity }],
    ['heartbeat must be a number of ms', { heartbeat: NaN }],
    ['heartbeat must be a number of ms', { heartbeat: Infinity }],
    ['heartbeat must be a number of ms above zero, at most 30000', { heartbeat: 60_000 }],
    ['redis must be an object with call, duplicate, on', { redis: 'redis://localhost' }],
    ['onRedis must be a function', { onRedis: true }],
    ['there is no option heartBeat', { heartBeat: 1_000 }],
    ['the options must be an object', null],
  ])('is not created with wrong options: %s', (message, options) => {
    expect(() => createPushHub(options as object)).toThrow(
      expect.objectContaining({
        name: 'TypeError',
        message: expect.stringContaining(`createPushHub: ${message}`),
      }),
    );
  });
});

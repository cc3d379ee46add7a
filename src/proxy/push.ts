import { pseudonymOf } from './onboarding-id.js';
import { PushBus } from './push-bus.js';
import type { RedisClient } from './redis-client.js';

/** Where the streams of `GET …/v1/events` come from. `createPushHub` in `baanx-kyc-step/server` makes one. */
export interface PushSource {
  /**
   * Opens an event stream (`text/event-stream`) that says when to check an onboarding's status, and nothing else.
   * @returns undefined if too many streams are open
   */
  open(onboardingId: string): Promise<ReadableStream<Uint8Array> | undefined>;
}

/** How a hub is set up; everything has a default. */
export interface PushHubOptions {
  /** A client of `ioredis`, to reach the streams of other processes. Listen for its errors yourself. */
  readonly redis?: RedisClient;
  /** How many streams this process holds, 10,000 by default. */
  readonly maxStreams?: number;
  /** How many of them for one onboarding, 5 by default: tabs and devices of one person. */
  readonly maxStreamsPerOnboarding?: number;
  /** Ms between two heartbeats, 15,000 by default: less than what balancers allow an idle connection. */
  readonly heartbeat?: number;
  /** Ms after which a stream is ended, so that load balancers can move the person. 1,800,000 (half an hour) by default. */
  readonly lifetime?: number;
  /** Called when the connection to Redis is established or lost. By default a loss is printed to the console. */
  readonly onRedis?: (state: 'up' | 'down') => void;
}

/** Tells the widgets that wait for an onboarding to check its status now. */
export interface PushHub extends PushSource {
  /**
   * Tells every widget that waits for this onboarding, in all processes that share the Redis. No data is sent: each widget
   * checks the status itself. Never rejects; what Redis cannot take now is sent when it is back.
   */
  publish(onboardingId: string): Promise<void>;
  /** How many streams are open in this process. */
  readonly streams: number;
  /** Ends all streams and closes the hub's connection to Redis. Widgets go on polling and connect again. */
  close(): void;
}

interface Stream {
  readonly controller: ReadableStreamDefaultController<Uint8Array>;
  /** On the monotonic clock, in ms. */
  readonly endsAt: number;
}

const encoder = new TextEncoder();
const NOTICE = encoder.encode('data: look\n\n');
const HEARTBEAT = encoder.encode(':\n\n');
/** A client that leaves so many chunks unread is gone. */
const MAX_UNREAD = 8;
/** After an outage of Redis all widgets check their status, spread over this time, in ms. */
const CATCH_UP_MS = 5_000;

/** Creates a hub: pass it to `createKycProxy` as `push`, and call `publish` when a webhook arrives. */
export function createPushHub(options: PushHubOptions = {}): PushHub {
  const given = Object.values({ ...options, redis: undefined, onRedis: undefined });
  if (given.some((value) => value !== undefined && !(typeof value === 'number' && value > 0)))
    throw new TypeError('createPushHub: the limits and times must be numbers above zero');
  return new Hub(options);
}

class Hub implements PushHub {
  readonly #maxStreams: number;
  readonly #maxPerOnboarding: number;
  readonly #heartbeat: number;
  readonly #lifetime: number;
  readonly #bus: PushBus | undefined;
  /** The open streams of each topic. */
  readonly #topics = new Map<string, Set<Stream>>();
  #streams = 0;
  #timer: ReturnType<typeof setInterval> | undefined;
  #isClosed = false;

  constructor(options: PushHubOptions) {
    this.#maxStreams = options.maxStreams ?? 10_000;
    this.#maxPerOnboarding = options.maxStreamsPerOnboarding ?? 5;
    this.#heartbeat = options.heartbeat ?? 15_000;
    this.#lifetime = options.lifetime ?? 1_800_000;
    const { redis, onRedis = warnOfOutage } = options;
    if (redis)
      this.#bus = new PushBus({
        redis,
        onTopic: (topic) => this.#notify(topic),
        onMissed: () => this.#notifyAll(),
        onRedis,
      });
  }

  get streams(): number {
    return this.#streams;
  }

  async publish(onboardingId: string): Promise<void> {
    const topic = await topicOf(onboardingId);
    this.#notify(topic);
    await this.#bus?.send(topic);
  }

  async open(onboardingId: string): Promise<ReadableStream<Uint8Array> | undefined> {
    const topic = await topicOf(onboardingId);
    const open = this.#topics.get(topic)?.size ?? 0;
    if (this.#isClosed || this.#streams >= this.#maxStreams || open >= this.#maxPerOnboarding)
      return undefined;
    let stream: Stream;
    return new ReadableStream<Uint8Array>(
      {
        start: (controller) => {
          // Between 80 and 120 %, so that streams that were opened together do not end together.
          const lifetime = this.#lifetime * (0.8 + Math.random() * 0.4);
          stream = { controller, endsAt: performance.now() + lifetime };
          this.#add(topic, stream);
          // The widget counts on the stream only once it has received something.
          controller.enqueue(HEARTBEAT);
        },
        cancel: () => this.#remove(topic, stream),
      },
      { highWaterMark: MAX_UNREAD },
    );
  }

  close(): void {
    this.#isClosed = true;
    for (const [topic, streams] of this.#topics) for (const stream of streams) this.#end(topic, stream);
    this.#bus?.close();
  }

  #add(topic: string, stream: Stream): void {
    const streams = this.#topics.get(topic) ?? new Set();
    this.#topics.set(topic, streams.add(stream));
    this.#streams++;
    this.#timer ??= setInterval(() => this.#beat(), this.#heartbeat);
  }

  #remove(topic: string, stream: Stream): void {
    const streams = this.#topics.get(topic);
    if (!streams?.delete(stream)) return;
    if (streams.size === 0) this.#topics.delete(topic);
    if (--this.#streams > 0) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  #end(topic: string, stream: Stream): void {
    this.#remove(topic, stream);
    stream.controller.close();
  }

  /** Sends a chunk, or ends the stream of a client that no longer reads. */
  #send(topic: string, stream: Stream, chunk: Uint8Array): void {
    if ((stream.controller.desiredSize ?? 0) <= 0) this.#end(topic, stream);
    else stream.controller.enqueue(chunk);
  }

  #notify(topic: string): void {
    for (const stream of this.#topics.get(topic) ?? []) this.#send(topic, stream, NOTICE);
  }

  #notifyAll(): void {
    for (const topic of this.#topics.keys())
      setTimeout(() => this.#notify(topic), Math.random() * CATCH_UP_MS);
  }

  #beat(): void {
    const now = performance.now();
    for (const [topic, streams] of this.#topics)
      for (const stream of streams)
        if (stream.endsAt <= now) this.#end(topic, stream);
        else this.#send(topic, stream, HEARTBEAT);
    this.#bus?.ping();
  }
}

/** Stands for the onboarding ID in Redis and in this process. */
const topicOf = (onboardingId: string): Promise<string> => pseudonymOf(onboardingId, 'baanx-kyc:push');

function warnOfOutage(state: 'up' | 'down'): void {
  if (state === 'down')
    console.warn('createPushHub: Redis is down. Widgets in other processes poll until it is back.');
}

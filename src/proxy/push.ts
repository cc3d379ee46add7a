import { observe } from './observe.js';
import { pseudonymOf } from './onboarding-id.js';
import { aCount, aFunction, aNumber, anObjectWith, checkOptions, optional } from './option-check.js';
import { CHANNEL, PushBus, type PushRedisState } from './push-bus.js';
import type { RedisClient } from './redis-client.js';

/** Where the streams of `GET …/v1/events` come from. `createPushHub` in `baanx-kyc-step/server` makes one. */
export interface PushSource {
  /**
   * Opens an event stream (`text/event-stream`) that says when to check an onboarding's status, and nothing else.
   * @returns undefined if too many streams are open
   */
  open(onboardingId: string): Promise<ReadableStream<Uint8Array> | undefined>;
}

/** How a hub is set up. All options have defaults. */
export interface PushHubOptions {
  /**
   * A client of `ioredis`, to reach the streams of other processes. Listen for its errors yourself.
   * @default none: `publish` reaches the streams of this process
   */
  readonly redis?: RedisClient;
  /**
   * The maximum number of streams in this process.
   * @default 10000
   */
  readonly maxStreams?: number;
  /**
   * The maximum number of streams for one onboarding, which may have several tabs and devices.
   * @default 5
   */
  readonly maxStreamsPerOnboarding?: number;
  /**
   * Time between two heartbeats, in ms, at most 30,000. It must be shorter than your load balancer allows a connection to
   * be idle, and shorter than the 40 s after which the step gives up a silent stream.
   * @default 15000
   */
  readonly heartbeat?: number;
  /**
   * Time after which a stream ends, in ms, so that load balancers can rebalance connections. The step opens a new one.
   * @default 1800000
   */
  readonly lifetime?: number;
  /**
   * Called when the connection to Redis is established (`up`) or lost (`down`), or if its ACL does not let this user
   * publish or subscribe (`refused`).
   * @default prints the problem to the console
   */
  readonly onRedis?: (state: PushRedisState) => void;
}

/** Tells the steps that wait for an onboarding to check its status now. */
export interface PushHub extends PushSource {
  /**
   * Tells every step that waits for this onboarding to check the status, in all processes that share the Redis. It sends
   * no data. Never rejects. While Redis is down, the hub keeps the messages, and sends them when Redis is back.
   */
  publish(onboardingId: string): Promise<void>;
  /** How many streams are open in this process. */
  readonly streams: number;
  /** Ends all streams and closes the hub's connection to Redis. The steps continue to poll, and connect again. */
  close(): void;
}

interface Stream {
  readonly controller: ReadableStreamDefaultController<Uint8Array>;
  /** On the monotonic clock, in ms. */
  readonly endsAt: number;
  /** Sent as soon as the client has read what was sent before. */
  next?: Uint8Array | undefined;
  /** For how many heartbeats the client has read nothing. */
  missedBeats: number;
}

const encoder = new TextEncoder();
/** "Check the status now. You will be told when to check it again." */
const LOOK = encoder.encode('data: look\n\n');
/** "Check the status now, and poll: this hub does not hear the hubs of other processes." */
const POLL = encoder.encode('data: poll\n\n');
const HEARTBEAT = encoder.encode(':\n\n');
/** A client that reads nothing for so many heartbeats is gone. */
const MAX_MISSED_BEATS = 4;
/** When Redis fails, and when it is back, all elements check their status, spread over this time, in ms. */
const SPREAD_MS = 5_000;
const MAX_HEARTBEAT_MS = 30_000;

/**
 * Creates a hub. Pass it to `createKycProxy` as `push`, and call `publish` when a webhook arrives.
 * @throws TypeError if an option is wrong
 */
export function createPushHub(options: PushHubOptions = {}): PushHub {
  checkOptions<PushHubOptions>('createPushHub', options, {
    redis: optional(anObjectWith('call', 'duplicate', 'on')),
    maxStreams: optional(aCount),
    maxStreamsPerOnboarding: optional(aCount),
    heartbeat: optional(aNumber(MAX_HEARTBEAT_MS, 'ms')),
    lifetime: optional(aNumber(Number.MAX_SAFE_INTEGER, 'ms')),
    onRedis: optional(aFunction),
  });
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
    const { redis, onRedis = warn } = options;
    if (redis)
      this.#bus = new PushBus({
        redis,
        onTopic: (topic) => this.#notify(topic),
        onHearing: () => this.#notifyAll(),
        onRedis: (state) => observe('createPushHub: onRedis', () => onRedis(state)),
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
    return new ReadableStream<Uint8Array>({
      start: (controller) => {
        // Between 80 and 120 %, so that streams that were opened together do not end together.
        const lifetime = this.#lifetime * (0.8 + Math.random() * 0.4);
        stream = { controller, endsAt: performance.now() + lifetime, missedBeats: 0 };
        this.#add(topic, stream);
        // The element counts on the stream only once it has received something.
        controller.enqueue(this.#isHearing ? HEARTBEAT : POLL);
      },
      pull: (controller) => {
        if (stream.next) controller.enqueue(stream.next);
        stream.next = undefined;
      },
      cancel: () => this.#remove(topic, stream),
    });
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

  /** Whether every publish arrives here, whichever process it comes from. */
  get #isHearing(): boolean {
    return this.#bus?.isHearing ?? true;
  }

  #notify(topic: string): void {
    const notice = this.#isHearing ? LOOK : POLL;
    for (const stream of this.#topics.get(topic) ?? [])
      if (isRead(stream)) stream.controller.enqueue(notice);
      // One notice waits at most: several mean the same.
      else stream.next = notice;
  }

  #notifyAll(): void {
    for (const topic of this.#topics.keys()) setTimeout(() => this.#notify(topic), Math.random() * SPREAD_MS);
  }

  #beat(): void {
    const now = performance.now();
    for (const [topic, streams] of this.#topics)
      for (const stream of streams) {
        stream.missedBeats = isRead(stream) ? 0 : stream.missedBeats + 1;
        if (stream.endsAt <= now || stream.missedBeats >= MAX_MISSED_BEATS) this.#end(topic, stream);
        else if (isRead(stream)) stream.controller.enqueue(HEARTBEAT);
      }
    this.#bus?.ping();
  }
}

/** Whether the client has read everything that was sent. */
const isRead = ({ controller }: Stream): boolean => (controller.desiredSize ?? 0) > 0;

/** Stands for the onboarding ID in Redis and in this process. */
const topicOf = (onboardingId: string): Promise<string> => pseudonymOf(onboardingId, 'baanx-kyc:push');

function warn(state: PushRedisState): void {
  if (state === 'down') console.warn('createPushHub: Redis is down. Steps poll until it is back.');
  if (state === 'refused')
    console.warn(
      'createPushHub: Redis refuses PUBLISH or SUBSCRIBE. Allow its user to do both on the channel: ' +
        `ACL SETUSER … &${CHANNEL} +publish +subscribe. Until you do, push does not work between processes.`,
    );
}

import { orAborted } from './bounds.js';
import type { RedisClient, RedisSubscriber } from './redis-client.js';

/**
 * Whether the hub hears the hubs of other processes. `refused`: Redis answers, but its ACL does not let this user publish or
 * subscribe.
 */
export type PushRedisState = 'up' | 'down' | 'refused';

export interface PushBusOptions {
  readonly redis: RedisClient;
  /** Receives the topics that other hubs have published. */
  readonly onTopic: (topic: string) => void;
  /** `isHearing` has changed: topics may be lost from now on, or may have been lost until now. */
  readonly onHearing: () => void;
  readonly onRedis: (state: PushRedisState) => void;
}

/** The channel, for the ACL of Redis as well. */
export const CHANNEL = 'baanx-kyc:push';
const PUBLISH_TIMEOUT_MS = 1_000;
/** A Redis that does not answer for so long counts as down. */
const REDIS_TIMEOUT_MS = 5_000;
const MAX_RECONNECT_MS = 2_000;
/** How long to wait before what Redis refused or could not take is tried again, without a reconnection in between. */
const RETRY_MS = 2_000;
/** How many topics are kept while Redis is down. */
const MAX_UNSENT = 10_000;

/**
 * Connects the hubs of several processes through Redis pub/sub. Redis keeps no message for a hub whose connection is down, so
 * the bus says whether it hears the others, and sends later what it could not send.
 */
export class PushBus {
  /** Whether the topics of other hubs arrive. */
  isHearing = false;
  readonly #options: PushBusOptions;
  readonly #subscriber: RedisSubscriber;
  /** Tells this hub's own messages from those of others. */
  readonly #id = crypto.randomUUID();
  readonly #unsent = new Set<string>();
  #retry: ReturnType<typeof setTimeout> | undefined;
  #state: PushRedisState | undefined;
  #isClosed = false;

  constructor(options: PushBusOptions) {
    this.#options = options;
    const { redis, onTopic } = options;
    this.#subscriber = redis.duplicate({
      enableOfflineQueue: true,
      maxRetriesPerRequest: null,
      autoResubscribe: false,
      socketTimeout: REDIS_TIMEOUT_MS,
      retryStrategy: (times: number) => Math.min(times * 100, MAX_RECONNECT_MS),
    });
    this.#subscriber.on('message', (_channel, message) => {
      const [sender, topic] = message?.split(' ') ?? [];
      if (topic !== undefined && sender !== this.#id) onTopic(topic);
    });
    this.#subscriber.on('ready', () => void this.#subscribe());
    // The error itself is not passed on: it may hold the URL, and with it a password.
    this.#subscriber.on('error', () => this.#onDown());
    this.#subscriber.on('close', () => this.#onDown());
    redis.on('ready', () => void this.#sendUnsent());
  }

  /** Sends a topic to the other hubs; later if Redis does not take it now. Never rejects. */
  async send(topic: string): Promise<void> {
    const sending = this.#publish(topic);
    // A client may queue the command until Redis is back: whoever publishes does not wait for that.
    await orAborted(AbortSignal.timeout(PUBLISH_TIMEOUT_MS), () => sending).catch(() => undefined);
  }

  /** Finds out whether Redis still answers: a connection that hangs looks like one on which nothing happens. */
  ping(): void {
    // If it fails, `close` follows.
    this.#subscriber.call('PING').catch(() => undefined);
  }

  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#retry);
    this.#subscriber.disconnect();
  }

  async #subscribe(): Promise<void> {
    try {
      await this.#subscriber.subscribe(CHANNEL);
    } catch (error) {
      // If the connection broke again, `ready` will follow. After a refusal nothing does.
      if (isRefusal(error)) this.#onRefused();
      return;
    }
    this.#setHearing(true);
    this.#report('up');
    void this.#sendUnsent();
  }

  /** Resolves with whether Redis took the topic. If not, it is kept. */
  async #publish(topic: string): Promise<boolean> {
    try {
      await this.#options.redis.call('PUBLISH', CHANNEL, `${this.#id} ${topic}`);
      if (this.isHearing) this.#report('up');
      return true;
    } catch (error) {
      if (this.#unsent.size < MAX_UNSENT) this.#unsent.add(topic);
      if (isRefusal(error)) this.#onRefused();
      else this.#retryLater();
      return false;
    }
  }

  async #sendUnsent(): Promise<void> {
    for (const topic of [...this.#unsent])
      if (this.#unsent.delete(topic) && !(await this.#publish(topic))) return;
  }

  #onRefused(): void {
    this.#report('refused');
    this.#retryLater();
  }

  #onDown(): void {
    this.#setHearing(false);
    this.#report('down');
  }

  #retryLater(): void {
    if (this.#isClosed) return;
    this.#retry ??= setTimeout(() => {
      this.#retry = undefined;
      if (this.#state === 'refused' && !this.isHearing) void this.#subscribe();
      void this.#sendUnsent();
    }, RETRY_MS);
  }

  #setHearing(isHearing: boolean): void {
    if (this.isHearing === isHearing || this.#isClosed) return;
    this.isHearing = isHearing;
    this.#options.onHearing();
  }

  #report(state: PushRedisState): void {
    if (this.#state !== state && !this.#isClosed) this.#options.onRedis(state);
    this.#state = state;
  }
}

/** Whether Redis itself answered with an error, such as NOPERM: a connection that failed has other errors. */
const isRefusal = (error: unknown): boolean => error instanceof Error && error.name === 'ReplyError';

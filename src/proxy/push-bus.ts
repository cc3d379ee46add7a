import { orAborted } from './bounds.js';
import type { RedisClient, RedisSubscriber } from './redis-client.js';

export interface PushBusOptions {
  readonly redis: RedisClient;
  /** Receives the topics that other hubs have published. */
  readonly onTopic: (topic: string) => void;
  /** Redis is back after an outage: topics may have been lost meanwhile. */
  readonly onMissed: () => void;
  readonly onRedis: (state: 'up' | 'down') => void;
}

const CHANNEL = 'baanx-kyc:push';
const PUBLISH_TIMEOUT_MS = 1_000;
/** A Redis that does not answer for so long counts as down. */
const REDIS_TIMEOUT_MS = 5_000;
const MAX_RECONNECT_MS = 2_000;
/** How many topics are kept while Redis is down. */
const MAX_UNSENT = 10_000;

/**
 * Connects the hubs of several processes through Redis pub/sub. Redis keeps no message for a hub whose connection is down, so
 * after an outage the bus sends what it could not send, and reports that it may have missed something.
 */
export class PushBus {
  readonly #options: PushBusOptions;
  readonly #subscriber: RedisSubscriber;
  /** Tells this hub's own messages from those of others. */
  readonly #id = crypto.randomUUID();
  readonly #unsent = new Set<string>();
  #state: 'up' | 'down' | undefined;
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
    this.#subscriber.on('error', () => this.#report('down'));
    this.#subscriber.on('close', () => this.#report('down'));
    redis.on('ready', () => this.#sendUnsent());
  }

  /** Sends a topic to the other hubs; later if Redis is down. Never rejects. */
  async send(topic: string): Promise<void> {
    const sending = this.#options.redis.call('PUBLISH', CHANNEL, `${this.#id} ${topic}`).catch(() => {
      if (this.#unsent.size < MAX_UNSENT) this.#unsent.add(topic);
    });
    // A client may queue the command until Redis is back: whoever publishes does not wait for that.
    await orAborted(AbortSignal.timeout(PUBLISH_TIMEOUT_MS), () => sending).catch(() => undefined);
  }

  /** Finds out whether Redis still answers: a connection that hangs looks like one on which nothing happens. */
  ping(): void {
    // If it fails, `close` follows.
    this.#subscriber.call('PING').catch(() => undefined);
    this.#sendUnsent();
  }

  close(): void {
    this.#isClosed = true;
    this.#subscriber.disconnect();
  }

  async #subscribe(): Promise<void> {
    try {
      await this.#subscriber.subscribe(CHANNEL);
    } catch {
      // The connection broke again, and `ready` will follow.
      return;
    }
    const wasDown = this.#state === 'down';
    this.#report('up');
    this.#sendUnsent();
    if (wasDown) this.#options.onMissed();
  }

  #sendUnsent(): void {
    const topics = [...this.#unsent];
    this.#unsent.clear();
    for (const topic of topics) void this.send(topic);
  }

  #report(state: 'up' | 'down'): void {
    if (this.#state !== state && !this.#isClosed) this.#options.onRedis(state);
    this.#state = state;
  }
}

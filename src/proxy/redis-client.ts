/** The parts of an `ioredis` client that this package uses. Declared here, so that apps without Redis need no types for it. */
export interface RedisClient {
  /** Sends a command and resolves with Redis's reply. */
  call(command: string, ...args: string[]): Promise<unknown>;
  /** Creates a second connection with the same settings, except for the given ones. */
  duplicate(options: object): RedisSubscriber;
  /** Listens for an event of the connection, such as `ready`, `close` or `message`. */
  on(event: string, listener: (...values: string[]) => void): unknown;
}

/** A connection that only receives messages. */
export interface RedisSubscriber extends Pick<RedisClient, 'call' | 'on'> {
  /** Subscribes to a pub/sub channel. */
  subscribe(channel: string): Promise<unknown>;
  /** Closes the connection at once. */
  disconnect(): void;
}

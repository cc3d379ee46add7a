/** What is used of a client of `ioredis`. The type is declared here, so that apps without Redis need no types of it. */
export interface RedisClient {
  /** Sends a command and resolves with Redis's reply. */
  call(command: string, ...args: string[]): Promise<unknown>;
  /** A second connection with the same settings, except for those that are given. */
  duplicate(options: object): RedisSubscriber;
  /** Listens for an event of the connection, such as `ready`, `close` or `message`. */
  on(event: string, listener: (...values: string[]) => void): unknown;
}

/** A connection that only receives messages. */
export interface RedisSubscriber extends Pick<RedisClient, 'call' | 'on'> {
  /** Subscribes to a channel of pub/sub. */
  subscribe(channel: string): Promise<unknown>;
  /** Closes the connection at once. */
  disconnect(): void;
}

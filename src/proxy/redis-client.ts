/** What is used of a client of `ioredis`. The type is declared here, so that apps without Redis need no types of it. */
export interface RedisClient {
  call(command: string, ...args: string[]): Promise<unknown>;
  /** A second connection with the same settings, except for those that are given. */
  duplicate(options: object): RedisSubscriber;
  on(event: string, listener: (...values: string[]) => void): unknown;
}

/** A connection that only receives messages. */
export interface RedisSubscriber extends Pick<RedisClient, 'call' | 'on'> {
  subscribe(channel: string): Promise<unknown>;
  disconnect(): void;
}

import { readCapped } from './capped-body.js';
import type { Lifeline } from './lifeline.js';

/** One call to Baanx. */
export interface Call {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/** What came of it, as far as the proxy wants to know. */
export interface Outcome {
  readonly status: number;
  /** The header `Retry-After`. */
  readonly retryAfter: string | null;
  /** The body of a 2xx; undefined where it is longer than the limit, and of every other answer. */
  readonly text: string | undefined;
}

/**
 * Makes one call to Baanx, and no more: redirects are not followed, at most `limit` bytes are read, and none of an
 * error. Rejects on a fault of the connection, and once the line is cut.
 */
export type Transport = (call: Call, limit: number, line: Lifeline) => Promise<Outcome>;

/** The transport that runs anywhere. */
export function overFetch(fetcher: typeof fetch): Transport {
  return async ({ url, method, headers, body }, limit, line) => {
    // A redirect could carry the key to another host.
    const init: RequestInit = { method, headers, redirect: 'manual', signal: line.signal };
    const answer = await fetcher(url, body === undefined ? init : { ...init, body });
    // An error's body is never read: nothing of it would be passed on.
    if (!answer.ok) void answer.body?.cancel().catch(() => undefined);
    const text = answer.ok ? await readCapped(answer.body, limit, line) : undefined;
    return { status: answer.status, retryAfter: answer.headers.get('retry-after'), text };
  };
}

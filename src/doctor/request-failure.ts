/** Why there is no response. `text` is a sentence without its full stop. */
export interface RequestFailure {
  readonly kind: 'timeout' | 'refused' | 'certificate' | 'host' | 'redirects' | 'size' | 'other';
  readonly text: string;
}

/** What the codes of Node, OpenSSL and zlib mean. */
const FAILURES: ReadonlyMap<unknown, RequestFailure> = new Map([
  ['ECONNREFUSED', { kind: 'refused', text: 'nothing is listening there (ECONNREFUSED)' }],
  ['ECONNRESET', { kind: 'other', text: 'the connection was closed without a response (ECONNRESET)' }],
  ['ENOTFOUND', { kind: 'host', text: 'the host name does not exist (ENOTFOUND)' }],
  ['EAI_AGAIN', { kind: 'host', text: 'the host name could not be resolved (EAI_AGAIN)' }],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', { kind: 'certificate', text: 'its certificate is self-signed' }],
  ['SELF_SIGNED_CERT_IN_CHAIN', { kind: 'certificate', text: 'its certificate is self-signed' }],
  ['CERT_HAS_EXPIRED', { kind: 'certificate', text: 'its certificate has expired' }],
  ['ERR_TLS_CERT_ALTNAME_INVALID', { kind: 'certificate', text: 'its certificate is for another host name' }],
  [
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    {
      kind: 'certificate',
      text: 'its certificate chain is incomplete: the server must send the intermediate certificate too',
    },
  ],
  ['HPE_HEADER_OVERFLOW', { kind: 'other', text: 'its headers are larger than browsers accept' }],
  ['Z_DATA_ERROR', { kind: 'other', text: 'the body is not compressed as its Content-Encoding says' }],
]);

/** An error whose message says what is wrong with the response. */
export class ResponseError extends Error {
  constructor(readonly failure: RequestFailure) {
    super(failure.text);
  }
}

/**
 * Describes why a request failed.
 * @param error whatever `fetch` threw, which may be anything
 * @param timeout the request's time limit, in ms
 */
export function failureOf(error: unknown, timeout: number): RequestFailure {
  if (error instanceof ResponseError) return error.failure;
  if (error instanceof Error && error.name === 'TimeoutError')
    return { kind: 'timeout', text: `there was no response within ${timeout / 1000} s` };
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  const { code } = Object(cause) as { code?: unknown };
  const reason = typeof code === 'string' ? code : describeError(error);
  return FAILURES.get(code) ?? { kind: 'other', text: `the request failed (${reason})` };
}

/** Anything that was thrown, in a few words without URLs, because these may contain a password or an ID. */
export function describeError(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : error;
  if (typeof text !== 'string') return 'something that is not an Error was thrown';
  return text.replace(/\b[a-z][a-z\d+.-]*:\/\/\S+/gi, '…');
}

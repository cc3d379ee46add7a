import { isTrustedSessionUrl } from '../baanx/trusted-origin.js';
import { asVerificationState, fieldOf, type SessionBody, type StatusBody } from '../baanx/wire.js';
import { within, type Lifeline } from './lifeline.js';
import { Refusal, type HeaderRecord } from './refusal.js';
import type { ProxyRoute } from './routes.js';
import type { Call, Outcome, Transport } from './transport.js';

/** A whole onboarding record is about 2 KB; anything near this is not an answer of Baanx's. */
const ANSWER_LIMIT = 64 * 1024;

/** Our own text for every status: Baanx's may hold JSON, HTML or the person's data. */
const TEXTS: Readonly<Record<number, string>> = {
  400: 'The onboarding is invalid, expired or in another phase',
  401: 'Not authenticated',
  403: 'Not allowed',
  404: 'Onboarding session not found',
  422: 'The request is not valid',
  429: 'Too many requests',
  498: 'The client key is invalid',
  499: 'The client key is missing',
};

/** Where and how Baanx is asked. */
export interface UpstreamSettings {
  readonly clientKey: string;
  /** Without a slash at its end. */
  readonly baseUrl: string;
  readonly transport: Transport;
  /** Ms for the whole answer, its body included. */
  readonly timeout: number;
  readonly veriffOrigins: readonly string[];
}

/** One question, already checked. */
export interface Question {
  readonly route: ProxyRoute;
  readonly onboardingId: string | undefined;
  readonly authorization: string | undefined;
  readonly usEnv: boolean;
  /** Of the browser's request: when it goes, nobody waits for the answer any more. */
  readonly line: Lifeline;
}

/**
 * Asks Baanx and reduces its answer to the one field that the widget needs. Throws a {@link Refusal}: Baanx's own
 * error status with a text of ours, 502 where there is no answer that makes sense, 504 where it is late.
 */
export async function askBaanx(
  settings: UpstreamSettings,
  question: Question,
): Promise<SessionBody | StatusBody> {
  const call = callOf(settings, question);
  let outcome: Outcome;
  try {
    outcome = await within(settings.timeout, question.line, async (line) => {
      try {
        return await settings.transport(call, ANSWER_LIMIT, line);
      } catch (fault) {
        // Only a connection that failed, and only a call that changes nothing: a session is never made twice.
        if (line.reason || question.route.call !== 'status') throw fault;
        await pause();
        return settings.transport(call, ANSWER_LIMIT, line);
      }
    });
  } catch (error) {
    if (question.line.reason) throw new Refusal(408, 'The request was given up');
    throw error instanceof DOMException && error.name === 'TimeoutError'
      ? new Refusal(504, 'Baanx took too long')
      : new Refusal(502, 'Baanx could not be reached');
  }
  const { status, text } = outcome;
  if (status < 200 || status > 299) throw refusalOf(outcome);
  return question.route.call === 'session' ? sessionOf(text, settings.veriffOrigins) : statusOf(text);
}

/** Before the second try, 50 to 250 ms: those who failed together do not come back together. */
const pause = () => new Promise((resolve) => setTimeout(resolve, 50 + Math.random() * 200));

/** Made of the route and the id only: whatever else the browser put into its request ends here. */
function callOf({ clientKey, baseUrl }: UpstreamSettings, question: Question): Call {
  const { route, onboardingId, authorization, usEnv } = question;
  const { method } = route;
  const headers: Record<string, string> = { accept: 'application/json', 'x-client-key': clientKey };
  if (usEnv) headers['x-us-env'] = 'true';
  if (authorization !== undefined) headers['authorization'] = authorization;
  if (method === 'POST') headers['content-type'] = 'application/json';
  const query =
    method === 'GET' && onboardingId !== undefined ? `?onboardingId=${encodeURIComponent(onboardingId)}` : '';
  return {
    url: baseUrl + route.path + query,
    method,
    headers,
    body: method === 'POST' ? JSON.stringify({ onboardingId }) : undefined,
  };
}

function refusalOf({ status, retryAfter: when }: Outcome): Refusal {
  // Redirects, and in browsers' fetch the opaque status 0 in their place.
  if (status < 400) return new Refusal(502, 'Baanx answered with a redirect');
  // They come through `fetch`, and `Response` does not take them.
  if (status > 599) return new Refusal(502, 'Baanx answered with an unknown status');
  const retryAfter = status === 429 || status === 503 ? retryAfterOf(when) : {};
  return new Refusal(
    status,
    TEXTS[status] ?? (status < 500 ? 'Baanx refused the request' : 'Baanx failed'),
    retryAfter,
  );
}

/** Seconds, or a date as HTTP writes them. `Date` would make one of almost anything: of `soon 7` July 2001. */
const RETRY_AFTER = /^(\d{1,6}|[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT)$/;

const retryAfterOf = (value: string | null): HeaderRecord =>
  value !== null && RETRY_AFTER.test(value) ? { 'retry-after': value } : {};

function sessionOf(text: string | undefined, veriffOrigins: readonly string[]): SessionBody {
  const sessionUrl = fieldOf(recordOf(text), 'sessionUrl');
  if (typeof sessionUrl !== 'string') throw new Refusal(502, 'Baanx gave no session URL');
  if (!isTrustedSessionUrl(sessionUrl, veriffOrigins)) {
    throw new Refusal(502, 'The session URL is not on a trusted Veriff origin');
  }
  return { sessionUrl };
}

function statusOf(text: string | undefined): StatusBody {
  return { verificationState: asVerificationState(fieldOf(recordOf(text), 'verificationState')) ?? null };
}

function recordOf(text: string | undefined): object {
  try {
    const body: unknown = JSON.parse(text ?? '');
    if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body;
  } catch {
    // Falls through: no JSON, or too much of it.
  }
  throw new Refusal(502, 'Baanx answered with something else than JSON');
}

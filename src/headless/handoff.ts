import { failed, success, type Failure, type Result } from '../baanx/result.js';
import { isSecureOrigin, matchesOrigin, VERIFF_ORIGINS } from '../baanx/trusted-origin.js';
import { sleep } from '../flow/sleep.js';
import type { HandoffLink } from '../flow/snapshot.js';

/** A link that the host made for a person to continue elsewhere. */
export interface HostLink {
  /** On the host's own domain, relative to the page or absolute. Anyone who opens it continues as the person. */
  readonly url: string;
  /** When it expires: a date, ms since the epoch, or an ISO 8601 string. By default it does not. */
  readonly expiresAt?: Date | number | string | null | undefined;
}

/** Makes a link, each time one is needed. */
export type MakeLink = () => HostLink | PromiseLike<HostLink>;

/** How the host lets a person continue elsewhere. */
export interface Handoff {
  readonly makeLink: MakeLink;
  /** The origins that its links may be on. */
  readonly origins: () => readonly string[];
}

/** How long the host's function may take, in ms. */
const LINK_TIMEOUT_MS = 10_000;

/** A longer link makes a QR code that is too fine for a phone's camera to read off a screen. */
const MAX_LINK_LENGTH = 800;

/** Requests a link from the host, and checks it. Never rejects: what the host's function throws is reported. */
export async function requestLink(
  handoff: Handoff | undefined,
  signal: AbortSignal,
  reportError: (error: unknown) => void,
): Promise<Result<HandoffLink>> {
  if (!handoff) return wrongLink('Neither handoff nor handoff-url is set.');
  const answered = new AbortController();
  const end = () => answered.abort();
  signal.addEventListener('abort', end);
  try {
    const timeout: Failure = { code: 'timeout', hint: 'handoff() did not return a link within 10 s.' };
    return await Promise.race([
      Promise.resolve(handoff.makeLink()).then((link) => checkLink(link, handoff.origins())),
      sleep(LINK_TIMEOUT_MS, answered.signal).then(() => failed(timeout)),
    ]);
  } catch (error) {
    reportError(error);
    return failed({
      code: 'provider-unavailable',
      hint: 'handoff() failed. See the previous error.',
    });
  } finally {
    end();
    signal.removeEventListener('abort', end);
  }
}

const wrongLink = (hint: string): Result<never> => failed({ code: 'misconfigured', hint });

/** The link, if a person may be sent there. The hint contains at most its origin, because the link is a secret. */
function checkLink(link: unknown, origins: readonly string[]): Result<HandoffLink> {
  const { url, expiresAt } = (link ?? {}) as Partial<HostLink>;
  const parsed = parseUrl(url);
  if (!parsed) return wrongLink('handoff() must return {url, expiresAt}.');
  const { href, origin } = parsed;
  if (matchesOrigin(origin, VERIFF_ORIGINS))
    return wrongLink(
      'handoff() returned a Veriff URL. Never pass on a session URL: link to a page of your own.',
    );
  // A `blob:` URL has the page's own origin, too.
  if (!isSecureOrigin(origin) || !href.startsWith(`${origin}/`))
    return wrongLink('handoff() returned a link that is not https, or that contains a password.');
  if (!origins.includes(origin))
    return wrongLink(
      `handoff() returned a link on ${origin}, which is neither this page’s origin nor handoff-url’s.`,
    );
  if (href.length > MAX_LINK_LENGTH)
    return wrongLink(
      `handoff() returned a link of over ${MAX_LINK_LENGTH} characters: phones cannot scan its code.`,
    );
  if (expiresAt === undefined || expiresAt === null) return success({ url: href });
  const time = typeof expiresAt === 'boolean' ? NaN : new Date(expiresAt).getTime();
  return Number.isNaN(time)
    ? wrongLink('handoff() returned an expiresAt that is not a date.')
    : success({ url: href, expiresAt: time });
}

/** Relative to the page, if there is one. */
function parseUrl(url: unknown): URL | undefined {
  try {
    return typeof url === 'string' ? new URL(url, globalThis.document?.baseURI) : undefined;
  } catch {
    return undefined;
  }
}

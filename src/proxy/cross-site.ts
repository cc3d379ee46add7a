import { REQUEST_ID_HEADER, SCRIPT_HEADER } from '../baanx/wire.js';
import type { HeaderRecord } from './refusal.js';

/**
 * Whether the request comes from a page of this site, or from no page at all (a server, a command line).
 *
 * `Sec-Fetch-Site` decides if it is there: the browser compares the two origins as the person sees them, so no
 * load balancer in between can distort the result. `same-site` is a sibling host, which may belong to someone
 * else, and `none` is a typed address or a link in an email; the element sends neither.
 *
 * Browsers omit it on plain http, and Safari did before 16.4. Then `Origin` must name the host of the request's
 * URL. Only hosts are compared: behind a load balancer that terminates TLS the request's URL says `http:` while
 * the page is `https:`. If the URL says `https:`, a page on `http:` is another site. If a load
 * balancer rewrites `Host` as well, list the site in `allowedOrigins`: forwarded host names are not trusted, since
 * anyone can send one. Without either header there is no page that could read the response.
 */
export function isSameOrigin({ headers }: Request, url: URL): boolean {
  const site = headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin';
  const origin = headers.get('origin');
  if (origin === null) return true;
  if (!URL.canParse(origin)) return false;
  const { protocol, host } = new URL(origin);
  return host === url.host && (protocol === 'https:' || (protocol === 'http:' && url.protocol === 'http:'));
}

/**
 * Whether a script of the site sent the request, rather than an `<img>` or a link. Browsers that send
 * `Sec-Fetch-Site` say `Sec-Fetch-Dest: empty` for scripts (and for the site's own `<link rel=prefetch>`). Older ones send `Origin` or the element's header,
 * which neither an image nor a link on another site can send.
 */
export function isFromScript({ headers }: Request): boolean {
  const destination = headers.get('sec-fetch-dest');
  if (destination !== null) return destination === 'empty';
  return headers.has('sec-fetch-site') || headers.has('origin') || headers.has(SCRIPT_HEADER.name);
}

/**
 * The CORS headers for a page on one of the listed origins; undefined for every other request. They repeat that
 * exact origin, never `*`, so that cookies may be sent.
 */
export function corsHeaders(
  { headers }: Request,
  allowedOrigins: readonly string[],
): HeaderRecord | undefined {
  const origin = headers.get('origin');
  if (origin === null || !allowedOrigins.includes(origin)) return undefined;
  return {
    'access-control-allow-origin': origin,
    'access-control-allow-credentials': 'true',
    // The element compares a date in `Retry-After` with the server's clock, `Date`.
    'access-control-expose-headers': `date, retry-after, ${REQUEST_ID_HEADER}`,
  };
}

/** Whether the browser only asks if it may send another request. */
export const isPreflight = ({ method, headers }: Request): boolean =>
  method === 'OPTIONS' && headers.has('access-control-request-method');

/** The answer to a preflight: the path's one method, the element's headers and those that the host allows. */
export const preflightHeaders = (method: string, allowedHeaders: readonly string[]): HeaderRecord => ({
  'access-control-allow-methods': method,
  'access-control-allow-headers': ['content-type', 'x-us-env', SCRIPT_HEADER.name, ...allowedHeaders].join(
    ', ',
  ),
  'access-control-max-age': '600',
});

import { REQUEST_ID_HEADER, SCRIPT_HEADER } from '../baanx/wire.js';
import type { HeaderRecord } from './refusal.js';

/**
 * Whether the request comes from a page of this site, or from no page at all (a server, a command line).
 *
 * `Sec-Fetch-Site` decides if it is there: the browser compares the two origins as the person sees them, so no
 * load balancer in between can distort the result. `same-site` is a sibling host, which may belong to somebody
 * else, and `none` is a typed address or a link in an email; the widget sends neither.
 *
 * Browsers omit it on plain http, and Safari did before 16.4. Then `Origin` must name the host of the request's
 * URL. Only hosts are compared: behind a load balancer that terminates TLS the request's URL says `http:` while
 * the page is `https:`. The reverse, an `http:` page and an `https:` request, is never the same site. If a load
 * balancer rewrites `Host` as well, list the site in `allowedOrigins`: forwarded host names are not trusted, since
 * anybody can send one. Without either header there is no page that could read the response.
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
 * Whether the request carries anything that an `<img>` or a link on another site cannot send: then
 * {@link isSameOrigin} has checked it, or a script of the site sent it.
 */
export const isFromScript = ({ headers }: Request): boolean =>
  headers.has('sec-fetch-site') || headers.has('origin') || headers.has(SCRIPT_HEADER.name);

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
    'access-control-expose-headers': `retry-after, ${REQUEST_ID_HEADER}`,
  };
}

/** Whether the browser only asks if it may send another request. */
export const isPreflight = ({ method, headers }: Request): boolean =>
  method === 'OPTIONS' && headers.has('access-control-request-method');

/** The answer to a preflight: the path's one method, the widget's headers and those that the host allows. */
export const preflightHeaders = (method: string, allowedHeaders: readonly string[]): HeaderRecord => ({
  'access-control-allow-methods': method,
  'access-control-allow-headers': ['content-type', 'x-us-env', SCRIPT_HEADER.name, ...allowedHeaders].join(
    ', ',
  ),
  'access-control-max-age': '600',
});

import type { Asked } from './asked.js';
import type { HeaderRecord } from './refusal.js';

/**
 * Whether the request comes from the site's own pages, or from no page at all (a server, a command line).
 *
 * `Sec-Fetch-Site` is asked first: the browser itself compares the two origins there, as the person sees them,
 * so no balancer in between can blur it. `same-site` is a sibling host, which may belong to somebody else, and
 * `none` is an address typed or a link in a mail; the widget sends neither.
 *
 * Browsers leave it out on plain http, and Safari did before 16.4. Then `Origin` must name the host that was
 * asked. Only the hosts are compared: behind a balancer that ends TLS the request reads `http:` while the page
 * is `https:`. The other way round, a page of `http:` asking `https:`, is never the site's own. Where a
 * balancer rewrites `Host` as well, the site has to be listed in `allowedOrigins`: a forwarded host is not
 * trusted, since anybody may send one. With neither header there is no page that could read the answer.
 */
export function isSameOrigin(asked: Asked): boolean {
  const site = asked.header('sec-fetch-site');
  if (site !== null) return site === 'same-origin';
  const origin = asked.header('origin');
  if (origin === null) return true;
  if (!URL.canParse(origin)) return false;
  const theirs = new URL(origin);
  const ours = new URL(asked.url);
  return (
    theirs.host === ours.host &&
    (theirs.protocol === 'https:' || (theirs.protocol === 'http:' && ours.protocol === 'http:'))
  );
}

/**
 * The CORS headers for a page on one of the listed origins, and undefined for every other request. The origin
 * is named to the letter, never `*`, so cookies may come along; `Retry-After` is made readable.
 */
export function corsHeaders(asked: Asked, allowedOrigins: readonly string[]): HeaderRecord | undefined {
  const origin = asked.header('origin');
  if (origin === null || origin === 'null' || !allowedOrigins.includes(origin)) return undefined;
  return {
    'access-control-allow-origin': origin,
    'access-control-allow-credentials': 'true',
    'access-control-expose-headers': 'retry-after',
  };
}

/** Whether the request only asks if another one would be allowed. */
export const isPreflight = (asked: Asked): boolean =>
  asked.method === 'OPTIONS' && asked.header('access-control-request-method') !== null;

/** What a preflight is told of a path: its one method, and the headers that the widget may send. */
export const preflightHeaders = (method: string, passAuthorization: boolean): HeaderRecord => ({
  'access-control-allow-methods': method,
  'access-control-allow-headers': `content-type, x-us-env${passAuthorization ? ', authorization' : ''}`,
  'access-control-max-age': '600',
});

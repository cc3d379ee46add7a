import type { Check } from '../check.js';
import { failed, passed, skipped } from '../outcome.js';
import { isLoopback, type Context } from '../context.js';
import { shownPath } from '../shown-url.js';

/** How the page is reached. */
export const ADDRESS_CHECKS: readonly Check[] = [
  { id: 'page-answers', part: 'page', title: 'Response', run: ({ page }) => page },
  { id: 'https', part: 'page', title: 'https', run: checkHttps },
  { id: 'https-redirect', part: 'page', title: 'Redirect from http to https', run: checkRedirect },
  { id: 'page-cache', part: 'page', title: 'Cache-Control', run: checkCache },
];

function checkHttps({ pageUrl, options }: Context) {
  const requested = new URL(options.url);
  if (isLoopback(pageUrl)) return passed(`${pageUrl.hostname} counts as secure without https`);
  if (pageUrl.protocol === 'https:') return passed('the page is served over https');
  const seen =
    requested.protocol === 'https:'
      ? `${requested.origin} redirects to plain http`
      : 'the page is served over plain http: browsers deny it the camera, and the step refuses to start';
  return failed(seen, `Serve the page at https://${pageUrl.host}${shownPath(pageUrl)}`);
}

async function checkRedirect({ pageUrl, live }: Context) {
  if (pageUrl.protocol !== 'https:' || pageUrl.port !== '' || isLoopback(pageUrl))
    return skipped('only checked for an https page on the default port');
  const plain = new URL(`http://${pageUrl.host}${pageUrl.pathname}`);
  const result = await live?.requests.send(plain);
  if (!result?.ok) return passed('nothing responds over plain http');
  const { status, headers } = result.response;
  const location = headers.get('location') ?? '';
  const target = URL.canParse(location, plain.href) ? new URL(location, plain) : undefined;
  if (status >= 300 && status < 400 && target?.protocol === 'https:')
    return passed(`${plain.origin} redirects to https`);
  return failed(
    `${plain.origin} returns ${status} instead of redirecting`,
    `In nginx:\nserver { listen 80; server_name ${pageUrl.hostname}; return 301 https://$host$request_uri; }`,
  );
}

function checkCache({ headers, html }: Context) {
  const hasId = html.steps.some((tag) => tag.get('onboarding-id') || tag.get('applicant-id'));
  if (!hasId) return skipped('there is no onboarding ID in the HTML');
  const value = headers.get('cache-control') ?? '';
  if (/\b(?:no-store|private)\b/i.test(value)) return passed(`Cache-Control: ${value}`);
  return failed(
    `the HTML contains a person’s onboarding ID, but ${value ? `Cache-Control is “${value}”` : 'there is no Cache-Control'}: a shared cache may serve it to someone else`,
    'Cache-Control: no-store',
  );
}

import { failed, passed, type Outcome } from './outcome.js';
import { EMPTY_HTML, type ReadPage } from './context.js';
import { readHtml } from './html.js';
import { noResponse, PASS_COOKIE } from './no-response.js';
import type { HttpResponse, Requests } from './requests.js';
import { shownUrl } from './shown-url.js';

/** Requests a page, and follows its redirects as a browser does. */
export async function readPage(requests: Requests, requested: URL): Promise<ReadPage> {
  const result = await requests.follow(requested, { headers: BROWSER_HEADERS, isAuthorized: true });
  if (!result.ok) return unread(result.url, noResponse(result.url.origin, result.failure));
  return pageOf(result.response, requested);
}

const BROWSER_HEADERS = {
  accept: 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.8',
  'sec-fetch-dest': 'document',
  'sec-fetch-mode': 'navigate',
  'sec-fetch-site': 'none',
};

const REFUSALS: ReadonlyMap<number, string> = new Map([
  [401, PASS_COOKIE],
  [
    403,
    `${PASS_COOKIE}. If a firewall refuses the doctor because it is not a browser, allow its User-Agent: baanx-kyc-doctor/…`,
  ],
]);

function pageOf(response: HttpResponse, requested: URL): ReadPage {
  const { url, status, headers, text } = response;
  const where = url.href === requested.href ? '' : `, after a redirect to ${shownUrl(url)}`;
  if (status < 200 || status > 299)
    return unread(
      url,
      failed(`${status}${where}`, REFUSALS.get(status) ?? 'Pass the URL of the page with the step'),
    );
  const type = headers.get('content-type') ?? 'no content type';
  if (!/^(?:text\/html|application\/xhtml\+xml)\b/i.test(type))
    return unread(
      url,
      failed(`expected an HTML page, but received ${type}`, 'Pass the URL of the page with the step'),
    );
  return { url, headers, html: readHtml(text), outcome: passed(`${status}${where}`) };
}

const unread = (url: URL, outcome: Outcome): ReadPage => ({
  url,
  headers: new Headers(),
  html: EMPTY_HTML,
  outcome,
});

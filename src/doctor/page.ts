import { failed, passed, type Outcome } from './outcome.js';
import { EMPTY_HTML, type ReadPage } from './context.js';
import { readHtml } from './html.js';
import { noResponse } from './no-response.js';
import type { HttpResponse, Requests } from './requests.js';

const MAX_REDIRECTS = 10;

/** Requests a page, and follows its redirects as a browser does. */
export async function readPage(requests: Requests, requested: URL): Promise<ReadPage> {
  let url = requested;
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
    const result = await requests.send(url, { headers: BROWSER_HEADERS, isAuthorized: true });
    if (!result.ok) return unread(url, noResponse(url.origin, result.failure));
    const { response } = result;
    const next = redirectOf(response);
    if (next === undefined) return pageOf(response, redirects);
    url = next;
  }
  const seen = `it redirects more than ${MAX_REDIRECTS} times`;
  return unread(url, failed(seen, 'If the redirect depends on a cookie, pass it: --header "cookie: …"'));
}

const BROWSER_HEADERS = {
  accept: 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.8',
  'sec-fetch-dest': 'document',
  'sec-fetch-mode': 'navigate',
  'sec-fetch-site': 'none',
};

function redirectOf({ status, headers, url }: HttpResponse): URL | undefined {
  const location = headers.get('location');
  if (status < 300 || status > 399 || location === null || !URL.canParse(location, url.href))
    return undefined;
  return new URL(location, url);
}

function pageOf(response: HttpResponse, redirects: number): ReadPage {
  const { url, status, headers, text } = response;
  const where = redirects > 0 ? `, after a redirect to ${url.origin}${url.pathname}` : '';
  if (status < 200 || status > 299)
    return unread(
      url,
      failed(
        `${status}${where}`,
        status === 401 || status === 403
          ? 'Pass the cookie of a signed-in person: --header "cookie: …"'
          : 'Pass the URL of the page with the step',
      ),
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

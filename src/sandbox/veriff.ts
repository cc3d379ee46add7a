import { fieldOf } from '../baanx/wire.js';
import { OUTCOMES } from './scenarios.js';
import type { Session, Sessions } from './sessions.js';
import { lastPageHtml, veriffHtml } from './veriff-html.js';

/**
 * The page on which real sessions end, relative to a session's URL. An app that embeds Veriff in a WebView watches for
 * this URL.
 */
const LAST_PAGE = '../get-verified?navigation=slim';

/**
 * Simulates Veriff. `GET …/v/<token>` serves the page. The page reports to `POST …/v/<token>/begin` and
 * `POST …/v/<token>/submit`. Outside of a frame it ends at `…/get-verified`. Any path may come before `/v/`.
 * @param callbackUrl the page at which it ends instead
 */
export function createVeriff(
  sessions: Sessions,
  callbackUrl = LAST_PAGE,
): (request: Request) => Promise<Response> {
  return async (request) => {
    const url = new URL(request.url);
    if (url.pathname.endsWith('/get-verified') && request.method === 'GET') return pageResponse(lastPageHtml);
    const [, token = '', action] = /\/v\/([\w.-]+)(?:\/(begin|submit))?$/.exec(url.pathname) ?? [];
    if (!token || request.method !== (action ? 'POST' : 'GET')) return refuse(404, 'Not found');
    const session = sessions.find(token);
    if (!action) return servePage(sessions, session, url, callbackUrl);
    if (!isFromOwnPage(request, url)) return refuse(403, 'Not allowed');
    const stage = sessions.stageOf(session);
    if (stage === 'submitted') return refuse(409, 'Already submitted');
    if (!session || stage === 'over') return refuse(410, 'Session over');
    return action === 'submit' ? submit(session, request) : new Response(null, { status: 204 });
  };
}

const refuse = (status: number, message: string): Response => Response.json({ message }, { status });

/**
 * Any site may frame the page, but only the page itself may report what happened in it. A request with neither
 * header does not come from a page.
 */
function isFromOwnPage({ headers }: Request, { origin }: URL): boolean {
  const site = headers.get('sec-fetch-site');
  return site === null ? (headers.get('origin') ?? origin) === origin : site === 'same-origin';
}

async function submit(session: Session, request: Request): Promise<Response> {
  const body: unknown = await request.json().catch(() => undefined);
  const outcome = OUTCOMES.find((known) => known === fieldOf(body, 'outcome'));
  if (!outcome) return refuse(400, 'Unknown outcome');
  session.isSubmitted = true;
  session.applicant.submit(outcome);
  return new Response(null, { status: 204 });
}

/**
 * A session that was submitted shows the confirmation, whose button sends FINISHED. A session that is over or unknown
 * ends with CANCELED, because FINISHED would mean that documents were submitted. Veriff does not document how its
 * own page ends in that case.
 */
function servePage(sessions: Sessions, session: Session | undefined, url: URL, next: string): Response {
  const isUsedUp = session?.isSingleUse && session.isOpened && !session.isSubmitted;
  const stage = isUsedUp ? 'over' : sessions.stageOf(session);
  if (session) session.isOpened = true;
  const { veriffPage, outcome = 'approve' } = session?.applicant.scenario ?? {};
  const requestedLanguage = url.searchParams.get('lang') ?? '';
  const lang = /^[a-z]{2,3}(-[a-z\d]{2,8})*$/i.test(requestedLanguage) ? requestedLanguage : 'en';
  const isSilent = veriffPage === 'silent';
  return pageResponse((nonce) => veriffHtml({ lang, stage, next, outcome, nonce, isSilent }), {
    status: session ? 200 : 404,
    isUnframed: veriffPage === 'unframed',
  });
}

/** A page that runs nothing but its own script. With `isUnframed`, it refuses to be framed. */
function pageResponse(
  htmlWith: (nonce: string) => string,
  { status = 200, isUnframed = false } = {},
): Response {
  const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(18))));
  return new Response(htmlWith(nonce), {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy':
        `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'; connect-src 'self'; ` +
        `base-uri 'none'; form-action 'none'; frame-ancestors ${isUnframed ? "'none'" : '*'}`,
      ...(isUnframed && { 'x-frame-options': 'DENY' }),
      'permissions-policy': 'camera=(self)',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      // Lets a cross-origin isolated page frame it.
      'cross-origin-resource-policy': 'cross-origin',
    },
  });
}

import { fieldOf } from '../baanx/wire.js';
import { isSameOrigin } from '../proxy/cross-site.js';
import { OUTCOMES } from './scenarios.js';
import type { Session, Sessions } from './sessions.js';
import { veriffHtml } from './veriff-html.js';

/**
 * The simulated Veriff: `GET …/v/<token>` is the page, and `POST …/v/<token>/begin` and `…/submit` are what the page
 * tells about itself. Anything in front of `/v/` is accepted, so that it may live below a path.
 */
export function createVeriff(sessions: Sessions): (request: Request) => Promise<Response> {
  return async (request) => {
    const url = new URL(request.url);
    const [, token = '', act] = /\/v\/([\w.-]+)(?:\/(begin|submit))?$/.exec(url.pathname) ?? [];
    if (!token || request.method !== (act ? 'POST' : 'GET')) return refuse(404, 'Not found');
    const session = sessions.find(token);
    if (!act) return pageOf(sessions, session, url);
    // The page is framed by anybody, but only the page itself may say what happened in it.
    if (!isSameOrigin(request, url)) return refuse(403, 'Not allowed');
    const stage = sessions.stageOf(session);
    if (stage === 'submitted') return refuse(409, 'Handed in already');
    if (!session || stage === 'over') return refuse(410, 'Session over');
    return act === 'submit' ? handIn(session, request) : new Response(null, { status: 204 });
  };
}

const refuse = (status: number, message: string): Response => Response.json({ message }, { status });

async function handIn(session: Session, request: Request): Promise<Response> {
  let chosen: unknown;
  try {
    chosen = fieldOf(await request.json(), 'outcome');
  } catch {
    // No outcome then.
  }
  const outcome = OUTCOMES.find((known) => known === chosen);
  if (!outcome) return refuse(400, 'Unknown outcome');
  session.submitted = true;
  session.applicant.handIn(outcome);
  return new Response(null, { status: 204 });
}

/**
 * What a session shows depends on what became of it. One that was handed in ends with FINISHED, as if the person
 * had just pressed it; one that is over or not known ends with CANCELED, since nothing came of it and FINISHED
 * would count as handed in. How the real page ends there is not documented.
 */
function pageOf(sessions: Sessions, session: Session | undefined, url: URL): Response {
  const spent = session?.singleUse && session.opened && !session.submitted;
  const stage = spent ? 'over' : sessions.stageOf(session);
  if (session) session.opened = true;
  const { page, outcome = 'approve' } = session?.applicant.scenario ?? {};
  const wanted = url.searchParams.get('lang') ?? '';
  const lang = /^[a-z]{2,3}(-[a-z\d]{2,8})*$/i.test(wanted) ? wanted : 'en';
  const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(18))));
  const unframed = page === 'unframed';
  return new Response(veriffHtml({ lang, stage, outcome, nonce, silent: page === 'silent' }), {
    status: session ? 200 : 404,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy':
        `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'; connect-src 'self'; ` +
        `base-uri 'none'; form-action 'none'; frame-ancestors ${unframed ? "'none'" : '*'}`,
      ...(unframed && { 'x-frame-options': 'DENY' }),
      'permissions-policy': 'camera=(self)',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      // A page that is cross-origin isolated may still frame it.
      'cross-origin-resource-policy': 'cross-origin',
    },
  });
}

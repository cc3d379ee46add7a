import { accessTokenOf, emailOf, sessionOf } from './session';
// handoff.ts
import type { Authorize } from 'baanx-kyc-step/proxy';
import { createHandoff, type HandoffSubject } from 'baanx-kyc-step/server';

// sessionOf, emailOf and accessTokenOf are your own functions: see below.

// Created with the first request: the build of some frameworks loads this file too, and has no secret.
let created: ReturnType<typeof createAll> | undefined;
const handoffs = () => (created ??= createAll());

function createAll() {
  // At least 32 bytes: openssl rand -base64 32. Two, separated by a space, while you rotate it.
  const secret = (process.env['HANDOFF_SECRET'] ?? '').split(' ');
  return {
    /** For another device: ten minutes, once. With several processes pass `redis` as well. */
    links: createHandoff({ secret }),
    /** For an email: a week, as often as the person opens it. */
    mails: createHandoff({ secret, purpose: 'email', reusable: true, lifetime: 7 * 24 * 60 * 60 * 1000 }),
    /** The other device's cookie: an hour. */
    devices: createHandoff({ secret, purpose: 'cookie', reusable: true, lifetime: 60 * 60 * 1000 }),
  };
}

/** From your configuration: the Host header is the visitor's, and could be an attacker's. */
function origin(): string {
  const origin = process.env['APP_ORIGIN'];
  if (!origin) throw new Error('APP_ORIGIN is missing. Set it to your address, such as https://app.example');
  return origin;
}

/** `POST /kyc/handoff`: a link for the person who is signed in here. */
export async function issueLink(request: Request): Promise<Response> {
  const { onboardingId } = (await sessionOf(request)) ?? {};
  if (onboardingId === undefined) return Response.json({ message: 'Sign in first' }, { status: 401 });
  const { token, expiresAt } = await handoffs().links.issue({ flow: 'registration', onboardingId });
  return Response.json({ url: `${origin()}/kyc/continue/${token}`, expiresAt }, { headers: PRIVATE });
}

/** The link for “we will email you when the review is done”. */
export async function emailLink(subject: HandoffSubject): Promise<string> {
  const { token } = await handoffs().mails.issue(subject);
  return `${origin()}/kyc/review/${token}`;
}

/** `GET` of a link: a page with a button. It does not redeem the link, because messengers and mail scanners open it first. */
export const showButton = async (): Promise<Response> =>
  page(200, 'Continue here?', '<form method="post"><button>Continue</button></form>');

/** `POST` of a link, by the button: gives this device a session of its own, and goes to the page with the step. */
export async function continueHere(request: Request): Promise<Response> {
  // A page of another site could press the button unseen. Browsers before 2023 do not send the header.
  if ((request.headers.get('sec-fetch-site') ?? 'same-origin') !== 'same-origin')
    return page(403, 'Please open the link itself', '');
  const [, kind, token] = /\/(continue|review)\/([^/]*)$/.exec(new URL(request.url).pathname) ?? [];
  const redeemed = await handoffs()[kind === 'review' ? 'mails' : 'links'].redeem(token);
  if (!redeemed.ok) {
    const { code, error } = redeemed.failure;
    if (error !== undefined) console.error('The store of used links failed', error);
    return page(code === 'store-failed' ? 503 : 410, MESSAGES[code], '');
  }
  const cookie = await handoffs().devices.issue(redeemed.value);
  return new Response(null, {
    status: 303,
    headers: {
      ...PRIVATE,
      location: '/kyc/phone',
      'set-cookie': `__Host-kyc=${cookie.token}; Path=/; Max-Age=3600; HttpOnly; Secure; SameSite=Lax`,
    },
  });
}

/** Whose verification a device continues, from its `Cookie` header. */
export async function continuedBy(cookies: string | null): Promise<HandoffSubject | undefined> {
  const [, token] = /(?:^|; )__Host-kyc=([\w-]+)/.exec(cookies ?? '') ?? [];
  const redeemed = await handoffs().devices.redeem(token);
  return redeemed.ok ? redeemed.value : undefined;
}

/**
 * The person whose verification the page continues. For an account, undefined if someone else is signed in on this
 * device: the proxy would use their account, and the page would name another person.
 */
export async function subjectOfPage(headers: Headers): Promise<HandoffSubject | undefined> {
  const subject = await continuedBy(headers.get('cookie'));
  if (subject?.flow !== 'account') return subject;
  const session = await sessionOf(new Request(origin(), { headers }));
  return session === undefined || session.userId === subject.userId ? subject : undefined;
}

/**
 * For the proxy's `authorize`: the person's own session, or the session of the device that continues. In this order: if a
 * hand-off fails, because the secret is missing for example, everybody else can still continue.
 */
export const mayUse: Authorize = async (request, { onboardingId, route }) => {
  const isAccount = route.startsWith('account-');
  const session = await sessionOf(request);
  if (session && (isAccount || session.onboardingId === onboardingId)) return true;
  const continued = await continuedBy(request.headers.get('cookie'));
  if (!continued) return false;
  return continued.flow === 'account' ? isAccount : !isAccount && continued.onboardingId === onboardingId;
};

/** For the proxy's `accessToken`: the token of the person who is signed in, or whose account the device continues. */
export async function accessTokenFor(request: Request): Promise<string | undefined> {
  const token = (await sessionOf(request))?.baanxAccessToken;
  if (token !== undefined) return token;
  const continued = await continuedBy(request.headers.get('cookie'));
  return continued?.flow === 'account' ? accessTokenOf(continued.userId) : undefined;
}

/** Whose sign-up a device continues, for the page with the step: `a•••@example.com`. */
export const signUpOf = async (subject: HandoffSubject): Promise<string> =>
  (await emailOf(subject)).replace(/^(.).*(?=@)/, '$1•••');

const MESSAGES = {
  invalid: 'This link is not complete. Please scan it or open it again.',
  expired: 'This link has expired. If it came from your other device, press “Create a new link” there.',
  used: 'This link was used already. Press “Create a new link” on your other device.',
  'store-failed': 'Something went wrong. Please try again in a minute.',
};

/** For every response around a link: no cache keeps it, and no other site learns the address. */
const PRIVATE = { 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' };

const page = (status: number, title: string, content: string): Response =>
  new Response(
    `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><h1>${title}</h1>${content}`,
    {
      status,
      headers: {
        ...PRIVATE,
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': "default-src 'none'; form-action 'self'; frame-ancestors 'none'",
      },
    },
  );

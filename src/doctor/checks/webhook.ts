import { failed, passed, skipped, type Check, type Outcome } from '../check.js';
import { isLoopback, type Context } from '../context.js';
import type { Reply } from '../requests.js';

/** Whether the webhook refuses what Baanx did not send. */
export const WEBHOOK_CHECKS: readonly Check[] = [
  { id: 'webhook-https', part: 'webhook', title: 'https', run: withWebhook(checkHttps) },
  { id: 'webhook-unsigned', part: 'webhook', title: 'Unsigned request', run: withWebhook(checkUnsigned) },
  { id: 'webhook-stale', part: 'webhook', title: 'Stale request', run: withWebhook(checkStale) },
];

function withWebhook(check: (context: Context, url: URL) => Outcome | Promise<Outcome>) {
  return (context: Context): Outcome | Promise<Outcome> => {
    const { webhookUrl } = context.options;
    if (webhookUrl === undefined) return skipped('only with --webhook URL');
    return check(context, new URL(webhookUrl));
  };
}

/** An event that no host acts on, if the handler should take it. */
const BODY = JSON.stringify({
  api_version: 'v1',
  event_id: '00000000-0000-4000-8000-000000000000',
  event_category: 'doctor',
  event_type: 'baanx-kyc-doctor.test',
  occurred_at: '2026-01-01T00:00:00Z',
});

function checkHttps(_: Context, url: URL): Outcome {
  if (url.protocol === 'https:') return passed(url.origin);
  if (isLoopback(url)) return passed('not needed on this machine; Baanx sends to https only');
  return failed('Baanx sends webhooks to https only', `https://${url.host}${url.pathname}`);
}

async function checkUnsigned({ live }: Context, url: URL): Promise<Outcome> {
  if (!live) return skipped('nothing is requested');
  const reply = await live.requests.send(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-timestamp': now() },
    body: BODY,
  });
  return judge(reply, 'a request without a signature');
}

async function checkStale({ live, options }: Context, url: URL): Promise<Outcome> {
  if (!live) return skipped('nothing is requested');
  const timestamp = String(Number(now()) - 3_600);
  const signature = await signatureOf(options.webhookKey ?? 'no key', `${timestamp}.${BODY}`);
  const reply = await live.requests.send(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-timestamp': timestamp, 'x-signature': signature },
    body: BODY,
  });
  const signed = options.webhookKey === undefined ? 'with a wrong signature' : 'with a correct signature';
  return judge(reply, `a request of an hour ago ${signed}`);
}

const now = (): string => String(Math.floor(Date.now() / 1000));

/** Lowercase hex of HMAC-SHA256, as Baanx signs. */
async function signatureOf(key: string, text: string): Promise<string> {
  const encode = (value: string) => new TextEncoder().encode(value);
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const imported = await crypto.subtle.importKey('raw', encode(key), algorithm, false, ['sign']);
  const bytes = new Uint8Array(await crypto.subtle.sign('HMAC', imported, encode(text)));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function judge(reply: Reply, what: string): Outcome {
  const fix =
    'createWebhookHandler({ keys: process.env.BAANX_WEBHOOK_KEY, … }) of baanx-kyc-step/server, with the raw body';
  if (!reply.ok)
    return failed(`it does not answer: ${reply.failure.text}`, 'Correct the URL, or start the server');
  const { status } = reply.answer;
  if (status === 404 || status === 405)
    return failed(
      `there is no webhook at this URL: it answers ${status} to a POST`,
      'Correct the URL, or mount the handler there',
    );
  if (status >= 400 && status < 500) return passed(`${what} is refused with ${status}`);
  if (status >= 200 && status < 300)
    return failed(`${what} is accepted with ${status}: anybody can report a verdict`, fix);
  if (status >= 500)
    return failed(
      `${what} is answered with ${status}: refuse it with 401, since Baanx sends again after a 5xx`,
      fix,
    );
  return failed(`${what} is answered with ${status}: Baanx follows no redirect`, 'Register the final URL');
}

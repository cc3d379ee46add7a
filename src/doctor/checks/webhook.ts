import { fieldOf } from '../../baanx/wire.js';
import { signWebhook, TIMESTAMP_HEADER } from '../../server/signature.js';
import type { Check } from '../check.js';
import { failed, passed, skipped, type Outcome } from '../outcome.js';
import { isLoopback, type Context, type Live } from '../context.js';
import type { HttpResult } from '../requests.js';
import { shownPath } from '../shown-url.js';

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

/** An event that no host acts on, in case the handler accepts it. */
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
  return failed('Baanx sends webhooks to https only', `https://${url.host}${shownPath(url)}`);
}

async function checkUnsigned({ live }: Context, url: URL): Promise<Outcome> {
  if (!live) return skipped('no requests are sent');
  const result = await post(live, url, { [TIMESTAMP_HEADER]: String(unixTime()) });
  const isRefused = result.ok && [400, 401, 403].includes(result.response.status);
  return outcomeOf(
    result,
    'a request without a signature',
    isRefused ? '' : ', perhaps because of the event’s name, not because of the signature',
  );
}

async function checkStale({ live, options }: Context, url: URL): Promise<Outcome> {
  if (!live) return skipped('no requests are sent');
  const { webhookKey } = options;
  const result = await post(live, url, await signWebhook(webhookKey ?? 'no key', unixTime() - 3_600, BODY));
  if (webhookKey === undefined) return outcomeOf(result, 'an hour-old request with a wrong signature');
  return outcomeOf(
    result,
    'an hour-old request, signed with the key that you gave,',
    '; the doctor cannot tell whether because of its age or because your key is not the webhook’s',
  );
}

/** In seconds, as in the webhook's timestamp. */
const unixTime = (): number => Math.floor(Date.now() / 1000);

const post = ({ requests }: Live, url: URL, headers: Readonly<Record<string, string>>): Promise<HttpResult> =>
  requests.send(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: BODY,
  });

const HANDLER =
  "createWebhookHandler({ keys: (process.env['BAANX_WEBHOOK_KEYS'] ?? '').split(' '), … }) from baanx-kyc-step/server, with the raw body";

/** @param caveat what a refusal does not prove */
function outcomeOf(result: HttpResult, what: string, caveat = ''): Outcome {
  if (!result.ok)
    return failed(`it does not respond: ${result.failure.text}`, 'Correct the URL, or start the server');
  const { status, json } = result.response;
  if (fieldOf(json, 'message') === 'body-not-raw')
    return failed(
      'the handler does not receive the raw body, so it refuses Baanx’s requests too',
      'Mount createWebhookHandler before express.json() and other body parsers',
    );
  if (status === 404 || status === 405)
    return failed(
      `there is no webhook at this URL: a POST gets ${status}`,
      'Correct the URL, or mount the handler there',
    );
  if (status >= 400 && status < 500) return passed(`${what} is refused with ${status}${caveat}`);
  if (status >= 200 && status < 300)
    return failed(`${what} is accepted with ${status}: anyone can report a verdict`, HANDLER);
  if (status >= 500)
    return failed(
      `${what} gets ${status}: refuse it with 401, because Baanx sends a request again after a 5xx`,
      HANDLER,
    );
  return failed(`${what} gets ${status}, which is not a refusal`, 'Register the URL that it redirects to');
}

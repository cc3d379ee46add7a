import { createHmac, randomUUID } from 'node:crypto';
import type { Attack } from './attack.js';
import { WEBHOOK_KEY, type Lab } from './lab.js';

/** A request to the company's webhook. */
interface Delivery {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

const unixTime = (): string => String(Math.floor(Date.now() / 1000));

const hmac = (key: string, text: string) => createHmac('sha256', key).update(text);

const newEvent = (): string =>
  JSON.stringify({
    api_version: 'v1',
    event_id: randomUUID(),
    event_category: 'kyc',
    event_type: 'kyc.status.changed',
    user_external_id: 'user-1',
    event_object_status: 'VERIFIED',
    occurred_at: new Date().toISOString(),
  });

/** A delivery as Baanx signs it. */
function sign(body = newEvent(), timestamp = unixTime(), key = WEBHOOK_KEY): Delivery {
  const signature = hmac(key, `${timestamp}.${body}`).digest('hex');
  return { body, headers: { 'x-timestamp': timestamp, 'x-signature': signature } };
}

/** Delivers an event that Baanx did sign. Without this, refusing everything would look safe. */
async function deliverGenuine(lab: Lab): Promise<Delivery> {
  const delivery = sign();
  const before = lab.webhooksHandled;
  const status = await lab.postWebhook(delivery.body, delivery.headers);
  if (status !== 200 || lab.webhooksHandled !== before + 1)
    throw new Error(`The lab’s webhook refuses Baanx (${status})`);
  return delivery;
}

const GOAL = 'the company’s `onEvent` is called';

/** Events without a signature, or with one made with another key. */
function forgeries(): Delivery[] {
  const body = newEvent();
  const timestamp = unixTime();
  const { headers } = sign(body, timestamp);
  const { 'x-signature': right = '' } = headers;
  const signed = (signature: string): Delivery => ({
    body,
    headers: { 'x-timestamp': timestamp, 'x-signature': signature },
  });
  return [
    { body, headers: {} },
    { body, headers: { 'x-timestamp': timestamp } },
    { body, headers: { 'x-signature': right } },
    signed(''),
    signed('0'.repeat(64)),
    signed('undefined'),
    sign(body, timestamp, 'whk_another'),
    sign(body, timestamp, ' '),
    // What a careless comparison would take.
    signed(right.slice(0, 32)),
    signed(`${right}00`),
    signed(`sha256=${right}`),
    signed(`${right},${'0'.repeat(64)}`),
    // Signed with the right key, but not what Baanx signs.
    signed(hmac(WEBHOOK_KEY, body).digest('hex')),
    signed(hmac(WEBHOOK_KEY, timestamp + body).digest('hex')),
    signed(hmac(WEBHOOK_KEY, `${timestamp}.`).digest('hex')),
    signed(createHmac('sha1', WEBHOOK_KEY).update(`${timestamp}.${body}`).digest('hex')),
  ];
}

/** What an attacker who recorded a genuine event can send. */
function replays({ body, headers }: Delivery): Delivery[] {
  const { 'x-timestamp': timestamp = '', 'x-signature': signature = '' } = headers;
  const changed = (more: Readonly<Record<string, string>>, newBody = body): Delivery => ({
    body: newBody,
    headers: { ...headers, ...more },
  });
  return [
    ...Array.from({ length: 20 }, () => changed({})),
    // With a time of its own, so that it looks fresh.
    changed({ 'x-timestamp': String(Number(timestamp) + 1) }),
    changed({ 'x-timestamp': `${timestamp}.0` }),
    changed({ 'x-timestamp': `0${timestamp}` }),
    // As another event.
    changed({}, body.replace(/"event_id":"[^"]*"/, `"event_id":"${randomUUID()}"`)),
    changed({}, `${body} `),
    changed({}, body.replace('user-1', 'user-2')),
    changed({ 'x-signature': signature.toUpperCase() }),
  ];
}

async function countHandled(lab: Lab, deliveries: readonly Delivery[]): Promise<number> {
  const before = lab.webhooksHandled;
  await Promise.all(deliveries.map(({ body, headers }) => lab.postWebhook(body, headers)));
  return lab.webhooksHandled - before;
}

/** Attacks on the company's webhook. */
export const WEBHOOK_ATTACKS: readonly Attack[] = [
  {
    name: 'An attacker posts webhooks without a signature, or with a forged one',
    goal: GOAL,
    answer: '`createWebhookHandler` checks the HMAC of the timestamp and the raw body, and returns 401',
    async run(lab) {
      await deliverGenuine(lab);
      const deliveries = forgeries();
      return { tries: deliveries.length, accepted: await countHandled(lab, deliveries) };
    },
  },
  {
    name: 'An attacker who recorded a genuine webhook sends it again: 20 times at once, with another timestamp, or changed',
    goal: `${GOAL} again`,
    answer: 'Each `event_id` is handled once, and the signature covers the timestamp and the body',
    async run(lab) {
      const deliveries = replays(await deliverGenuine(lab));
      return { tries: deliveries.length, accepted: await countHandled(lab, deliveries) };
    },
  },
  {
    name: 'An attacker intercepts a genuine webhook and sends it more than 300 s later, or sends one with a timestamp in the future',
    goal: GOAL,
    answer: 'The timestamp may be at most 300 s in the past or in the future',
    async run(lab) {
      await deliverGenuine(lab);
      const deliveries = [-86_400, -3_600, -302, 302, 3_600].map((seconds) =>
        sign(newEvent(), String(Number(unixTime()) + seconds)),
      );
      return { tries: deliveries.length, accepted: await countHandled(lab, deliveries) };
    },
  },
];

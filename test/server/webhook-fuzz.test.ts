import fc from 'fast-check';
import { createHmac } from 'node:crypto';
import { expect, it, vi } from 'vitest';
import { createWebhookHandler } from '../../src/server/index.js';
import { KEY, kycEvent, nowInSeconds, webhookRequest } from './webhooks.js';

/** How many random bodies are sent: `WEBHOOK_RUNS=1000000` takes some minutes. `WEBHOOK_SEED` repeats a run. */
const RUNS = Number(process.env['WEBHOOK_RUNS'] ?? 5_000);
const SEED = Number(process.env['WEBHOOK_SEED'] ?? Date.now() % 2 ** 31);

const header = fc.option(fc.string({ unit: 'grapheme-ascii', maxLength: 80 }), { nil: undefined });

it('Random headers never throw, and never let a request in', { timeout: 60_000 }, async () => {
  const onEvent = vi.fn();
  const handler = createWebhookHandler({ keys: KEY, onEvent, log: () => undefined });
  await fc.assert(
    fc.asyncProperty(header, header, async (timestamp, signature) => {
      const headers = new Headers();
      if (timestamp !== undefined) headers.set('x-timestamp', timestamp);
      if (signature !== undefined) headers.set('x-signature', signature);
      expect((await handler(webhookRequest(JSON.stringify(kycEvent()), headers))).status).toBe(401);
    }),
    { numRuns: 300 },
  );
  expect(onEvent).not.toHaveBeenCalled();
});

it('Random JSON that is genuine never throws', { timeout: 60_000 }, async () => {
  const handler = createWebhookHandler({ keys: KEY, onEvent: () => undefined });
  const json = fc.oneof(
    fc.json(),
    fc
      .record({ event_id: fc.jsonValue(), event_type: fc.jsonValue(), user_id: fc.jsonValue() })
      .map((event) => JSON.stringify(event)),
  );
  await fc.assert(
    fc.asyncProperty(json, async (text) => {
      expect([200, 400]).toContain((await handler(signed(Buffer.from(text)))).status);
    }),
    { numRuns: 300 },
  );
});

it(
  `${RUNS} damaged or random bodies, genuine or not, never throw (seed ${SEED})`,
  { timeout: 20_000 + RUNS },
  async () => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const handler = createWebhookHandler({ keys: KEY, onEvent: () => undefined, log: () => undefined });
    const random = randomNumbers(SEED);
    const event = Buffer.from(JSON.stringify(kycEvent()));
    const counts = new Map<number, number>();
    for (let run = 0; run < RUNS; run++) {
      const body = random(3) === 0 ? randomBytes(random) : damaged(event, random);
      const isGenuine = random(2) === 0;
      const { status } = await handler(
        isGenuine ? signed(body) : signed(body, Buffer.concat([body, Buffer.of(1)])),
      );
      if (!(isGenuine ? [200, 400] : [401]).includes(status))
        expect.fail(`run ${run} of seed ${SEED}: ${status} for ${body.toString('hex')}`);
      counts.set(status, (counts.get(status) ?? 0) + 1);
    }
    for (const status of [200, 400, 401])
      expect(counts.get(status), String(status)).toBeGreaterThan(RUNS / 100);
    expect(error).not.toHaveBeenCalled();
  },
);

/** A request with a body and the signature of `signedBody`. */
function signed(body: Buffer<ArrayBuffer>, signedBody = body): Request {
  const timestamp = String(nowInSeconds());
  const signature = createHmac('sha256', KEY).update(`${timestamp}.`).update(signedBody).digest('hex');
  return webhookRequest(body, { 'x-timestamp': timestamp, 'x-signature': signature });
}

type Random = (below: number) => number;

/** Mulberry32. */
function randomNumbers(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const randomBytes = (random: Random): Buffer<ArrayBuffer> =>
  Buffer.from(Uint8Array.from({ length: random(200) }, () => random(256)));

/** The event with up to three bytes replaced, removed or doubled. */
function damaged(event: Buffer, random: Random): Buffer<ArrayBuffer> {
  const bytes = [...event];
  for (let damage = random(4); damage > 0; damage--) {
    const at = random(bytes.length);
    if (random(2) === 0) bytes[at] = random(256);
    else bytes.splice(at, random(2) * random(50), ...bytes.slice(at, at + random(2)));
  }
  return Buffer.from(bytes);
}

import { createHmac } from 'node:crypto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  createMemoryStore,
  createRedisStore,
  createWebhookHandler,
  type RedisClient,
  type WebhookEvent,
  type WebhookOptions,
  type WebhookRecord,
  type WebhookStore,
} from '../../src/server/index.js';
import { signWebhook } from '../../src/server/signature.js';
import { KEY, kycEvent, nowInSeconds, signedWebhook, webhookRequest } from './webhooks.js';

const never = () => new Promise<never>(() => undefined);

/** A handler, the events that it passed on, and its log. */
function receiving(options: Partial<WebhookOptions> = {}) {
  const events: WebhookEvent[] = [];
  const records: WebhookRecord[] = [];
  const errors: unknown[] = [];
  const handler = createWebhookHandler({
    keys: KEY,
    onEvent: (event) => void events.push(event),
    log: (record) => records.push(record),
    onError: (error) => errors.push(error),
    ...options,
  });
  const send = async (request: Request | Promise<Request>) => (await handler(await request)).status;
  const reasons = () => records.map(({ reason }) => reason);
  return { handler, send, events, records, errors, reasons };
}

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('A webhook', () => {
  it('is signed as Baanx documents it', async () => {
    const body = JSON.stringify(kycEvent());
    const signature = createHmac('sha256', KEY).update(`1767605400.${body}`).digest('hex');
    expect(await signWebhook(KEY, 1767605400, body)).toEqual({
      'x-timestamp': '1767605400',
      'x-signature': signature,
    });
  });

  it('reaches onEvent with all its fields, and is logged without personal data', async () => {
    const { send, events, records } = receiving();
    const event = kycEvent({ some_new_field: [1], event_object: { first_name: 'Ada' } });
    expect(await send(signedWebhook(event))).toBe(200);
    expect(events).toEqual([event]);
    expect(records).toEqual([
      {
        reason: 'handled',
        status: 200,
        eventId: event.event_id,
        eventType: 'kyc.status.changed',
        durationMs: expect.any(Number),
      },
    ]);
  });

  it('of a type that is not known reaches onEvent as well, and fields of the wrong type are left out', async () => {
    const { send, events } = receiving();
    expect(
      await send(signedWebhook({ event_id: '1', event_type: 'wallet.frozen', user_id: 7, extra: 7 })),
    ).toBe(200);
    expect(events).toEqual([{ event_id: '1', event_type: 'wallet.frozen', extra: 7 }]);
  });

  it('may be signed with any of several keys while they are rotated', async () => {
    const { send } = receiving({ keys: ['whk_old', 'whk_new'] });
    const statuses = ['whk_old', 'whk_new', 'whk_other'].map((key) =>
      send(signedWebhook(kycEvent(), { key })),
    );
    expect(await Promise.all(statuses)).toEqual([200, 200, 401]);
  });

  it.each([
    [-301, 401],
    [-299, 200],
    [299, 200],
    [301, 401],
  ])('whose timestamp is %i s off is answered with %i', async (seconds, status) => {
    vi.useFakeTimers({ toFake: ['Date'], now: 1767605400_000 });
    const { send } = receiving();
    expect(await send(signedWebhook(kycEvent(), { timestamp: 1767605400 + seconds }))).toBe(status);
  });

  const body = JSON.stringify(kycEvent());
  const forgeries: [title: string, request: () => Promise<Request> | Request, reason: string][] = [
    ['without headers', () => webhookRequest(body, {}), 'not-signed'],
    [
      'without a signature',
      () => webhookRequest(body, { 'x-timestamp': String(nowInSeconds()) }),
      'not-signed',
    ],
    [
      'with the client key in place of the webhook key',
      () => signedWebhook(body, { key: 'client-key' }),
      'signature-wrong',
    ],
    [
      'with a signature over another body',
      async () => webhookRequest(`${body} `, await signWebhook(KEY, nowInSeconds(), body)),
      'signature-wrong',
    ],
    [
      'with a newer timestamp than was signed (a replay)',
      async () =>
        webhookRequest(body, {
          ...(await signWebhook(KEY, nowInSeconds() - 3600, body)),
          'x-timestamp': String(nowInSeconds()),
        }),
      'signature-wrong',
    ],
    ...['', '0', 'zz', 'ab'.repeat(31), 'ab'.repeat(33), 'AB'.repeat(32), 'ab'.repeat(32)].map(
      (signature): (typeof forgeries)[number] => [
        `with the signature "${signature.slice(0, 8)}" (${signature.length})`,
        () => webhookRequest(body, { 'x-timestamp': String(nowInSeconds()), 'x-signature': signature }),
        'signature-wrong',
      ],
    ),
    ...['', 'now', '-1', '1e9', '1767605400.5', '9'.repeat(20), '0x5'].map(
      (timestamp): (typeof forgeries)[number] => [
        `with the timestamp "${timestamp}"`,
        () => webhookRequest(body, { 'x-timestamp': timestamp, 'x-signature': 'ab'.repeat(32) }),
        'timestamp-too-far-off',
      ],
    ),
  ];
  it.each(forgeries)('%s is refused with 401, and onEvent is not called', async (_, request, reason) => {
    const { send, events, reasons } = receiving();
    expect(await send(request())).toBe(401);
    expect(events).toEqual([]);
    expect(reasons()).toEqual([reason]);
  });

  it.each([
    ['no JSON', 'hello'],
    ['an empty body', ''],
    ['a list', '[]'],
    ['null', 'null'],
    ['no ID', '{"event_type":"kyc.status.changed"}'],
    ['an ID that is not a string', '{"event_id":1,"event_type":"a"}'],
    ['no type', '{"event_id":"1"}'],
  ])('that is genuine but %s is refused with 400', async (_, text) => {
    const { send, events, reasons } = receiving();
    expect(await send(signedWebhook(text))).toBe(400);
    expect(events).toEqual([]);
    expect(reasons()).toEqual(['event-malformed']);
  });

  it('of more than 256 KB is refused with 413, whether or not it is genuine', async () => {
    const { send } = receiving();
    expect(await send(signedWebhook(kycEvent({ padding: 'a'.repeat(256 * 1024) })))).toBe(413);
    expect(await send(signedWebhook(kycEvent({ padding: 'a'.repeat(200 * 1024) })))).toBe(200);
  });

  it.each(['GET', 'PUT', 'HEAD', 'OPTIONS'])('is a POST: %s is refused with 405', async (method) => {
    const response = await receiving().handler(new Request('https://app.example/', { method }));
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
  });

  it('whose connection is gone, and whose stream cannot be stopped, is answered with 503', async () => {
    const leaving = new AbortController();
    const body = new ReadableStream({ cancel: never });
    const headers = await signWebhook(KEY, nowInSeconds(), '');
    const init = { method: 'POST', headers, body, duplex: 'half', signal: leaving.signal } as RequestInit;
    const answer = receiving().send(new Request('https://app.example/', init));
    leaving.abort();
    expect(await answer).toBe(503);
  });

  it('that never arrives in full is answered with 503, so that it is sent again', async () => {
    const { send, reasons } = receiving();
    const broken = new ReadableStream({ start: (controller) => controller.error(new Error('reset')) });
    const headers = await signWebhook(KEY, nowInSeconds(), '');
    const request = new Request('https://app.example/', {
      method: 'POST',
      headers,
      body: broken,
      duplex: 'half',
    } as RequestInit);
    expect(await send(request)).toBe(503);
    expect(reasons()).toEqual(['body-not-received']);
  });

  it.each<[string, () => Promise<Request>, RegExp]>([
    [
      'signed with another key',
      () => signedWebhook(kycEvent(), { key: 'whk_other' }),
      /not signed with any of the keys/,
    ],
    ['far off in time', () => signedWebhook(kycEvent(), { timestamp: 1 }), /X-Timestamp .* clock/],
  ])(
    '%s says on the console what may be wrong, once and without secrets, if there is no log',
    async (_, request, advice) => {
      const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
      const handler = createWebhookHandler({ keys: KEY, onEvent: () => undefined });
      for (let i = 0; i < 3; i++) expect((await handler(await request())).status).toBe(401);
      expect(error).toHaveBeenCalledExactlyOnceWith(expect.stringMatching(advice));
      expect(JSON.stringify(error.mock.calls)).not.toMatch(/whk_[a-z]/);
      const { send: sendLogged } = receiving();
      await sendLogged(request());
      expect(error).toHaveBeenCalledOnce();
    },
  );

  it('whose body was read before says what to do, once, and is sent again', async () => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const { send, handler } = receiving();
    for (let i = 0; i < 2; i++) {
      const request = await signedWebhook(kycEvent());
      await request.text();
      expect(await send(request)).toBe(500);
    }
    expect((await handler(await signedWebhook(kycEvent()), { isBodyRebuilt: true })).status).toBe(500);
    expect(error).toHaveBeenCalledExactlyOnceWith(
      expect.stringContaining('express.raw({ type: "application/json" })'),
    );
  });
});

describe('An event', () => {
  it('that is delivered twice reaches onEvent once', async () => {
    const { send, events, reasons } = receiving();
    const event = kycEvent();
    for (let i = 0; i < 3; i++) expect(await send(signedWebhook(event))).toBe(200);
    expect(events).toEqual([event]);
    expect(reasons()).toEqual(['handled', 'duplicate', 'duplicate']);
  });

  it('that is delivered again while it is being handled is answered with 503, and is sent again', async () => {
    let finish = () => {};
    const { send } = receiving({ onEvent: () => new Promise<void>((resolve) => (finish = resolve)) });
    const event = kycEvent();
    const first = send(signedWebhook(event));
    await vi.waitFor(async () => expect(await send(signedWebhook(event))).toBe(503));
    finish();
    expect(await first).toBe(200);
    expect(await send(signedWebhook(event))).toBe(200);
  });

  it('whose onEvent failed is answered with 500, and reaches onEvent again', async () => {
    let attempts = 0;
    const failure = new Error('the database is down');
    const { send, reasons, errors } = receiving({
      onEvent: async () => {
        if (++attempts < 3) throw failure;
      },
    });
    const event = kycEvent();
    const statuses = [];
    for (let i = 0; i < 4; i++) statuses.push(await send(signedWebhook(event)));
    expect(statuses).toEqual([500, 500, 200, 200]);
    expect(attempts).toBe(3);
    expect(reasons()).toEqual(['event-failed', 'event-failed', 'handled', 'duplicate']);
    expect(errors).toEqual([failure, failure]);
  });

  it.each(['a string', undefined, null])(
    'whose onEvent throws %o is answered and reported as well',
    async (thrown) => {
      const { send, errors, reasons } = receiving({
        onEvent: () => {
          // A host's code in JavaScript can throw anything.
          throw thrown as unknown as Error;
        },
      });
      expect(await send(signedWebhook(kycEvent()))).toBe(500);
      expect([reasons(), errors]).toEqual([['event-failed'], [thrown]]);
    },
  );

  it('whose onEvent hangs is answered with 503 at the timeout, its signal aborts, and it is handled again', async () => {
    const signals: AbortSignal[] = [];
    const { send, reasons } = receiving({
      timeout: 50,
      onEvent: (_, { signal }) => {
        signals.push(signal);
        return signals.length === 1 ? never() : undefined;
      },
    });
    const event = kycEvent();
    expect(await send(signedWebhook(event))).toBe(503);
    expect(signals[0]?.aborted).toBe(true);
    expect(await send(signedWebhook(event))).toBe(200);
    expect(reasons()).toEqual(['event-timeout', 'handled']);
  });

  it('is handled once each if many arrive in any order', async () => {
    const { send, events } = receiving();
    const sent = Array.from({ length: 50 }, (_, i) => kycEvent({ occurred_at: new Date(i).toISOString() }));
    const shuffled = [...sent, ...sent].sort((a, b) =>
      a.event_id + b.occurred_at < b.event_id + a.occurred_at ? 1 : -1,
    );
    for (const event of shuffled) expect(await send(signedWebhook(event))).toBe(200);
    expect(events.map(({ event_id: id }) => id).sort()).toEqual(sent.map(({ event_id: id }) => id).sort());
  });

  it('is forgotten first if it is the oldest of more than memory holds', async () => {
    const { send, events } = receiving({ store: createMemoryStore(2) });
    const [a, b, c] = [kycEvent(), kycEvent(), kycEvent()];
    for (const event of [a, b, c, c, b, a]) await send(signedWebhook(event));
    expect(events).toEqual([a, b, c, a]);
  });
});

describe('A store', () => {
  const store = (methods: Partial<WebhookStore>): WebhookStore => ({
    claim: async () => 'claimed',
    complete: async () => undefined,
    release: async () => undefined,
    ...methods,
  });
  const down = async () => {
    throw new Error('the store is down');
  };

  it.each([
    ['is down', store({ claim: down })],
    ['hangs', store({ claim: never })],
    ['cannot remember that the event was handled', store({ complete: down })],
    ['hangs when the event was handled', store({ complete: never })],
  ])('that %s leads to 503, so that the event is sent again', { timeout: 5_000 }, async (_, broken) => {
    const { send, reasons } = receiving({ store: broken, timeout: 50 });
    expect(await send(signedWebhook(kycEvent()))).toBe(503);
    expect(reasons()).toEqual(['store-failed']);
  });

  it('that fails to give a failed event back changes nothing about the answer', async () => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const { send } = receiving({ store: store({ release: down }), onEvent: down });
    expect(await send(signedWebhook(kycEvent()))).toBe(500);
    expect(error).toHaveBeenCalledOnce();
  });
});

describe('createWebhookHandler', () => {
  it('says what is missing if it gets nothing, and a store says so too', () => {
    expect(() => createWebhookHandler(undefined as unknown as WebhookOptions)).toThrow(
      /^createWebhookHandler: the options must be an object/,
    );
    expect(() => createMemoryStore(Infinity)).toThrow(/^createMemoryStore: maxEvents/);
    expect(() => createRedisStore(undefined as unknown as RedisClient)).toThrow(
      /^createRedisStore: redis must/,
    );
  });

  it('prints an error of onEvent if there is no onError, and one of onError or log', async () => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const fail = () => {
      throw new Error('no');
    };
    const handler = createWebhookHandler({ keys: KEY, onEvent: fail, log: fail });
    expect((await handler(await signedWebhook(kycEvent()))).status).toBe(500);
    expect(error.mock.calls.map(([text]) => String(text))).toEqual([
      'createWebhookHandler: event-failed',
      'createWebhookHandler: log threw an error',
    ]);
  });

  it.each<[string, object]>([
    ['keys is missing', { keys: undefined }],
    ['keys is missing', { keys: [] }],
    ['keys is missing', { keys: ['whk_1', ''] }],
    ['onEvent is missing', { onEvent: undefined }],
    ['tolerance must be', { tolerance: 0 }],
    ['tolerance must be', { tolerance: Infinity }],
    ['tolerance must be', { tolerance: '300' }],
    ['timeout must be', { timeout: NaN }],
    ['timeout must be', { timeout: '1000' }],
    ['log must be a function', { log: console }],
    ['onError must be a function', { onError: 'ignore' }],
    ['store must be an object with claim, complete, release', { store: new Map() }],
    ['redis must be an object with call', { redis: 'redis://localhost' }],
    ['timeout must be', { timeout: 30_000 }],
    ['cannot be used together', { redis: { call: never }, store: createMemoryStore() }],
    ['there is no option key', { key: 'whk_1' }],
  ])('does not start with wrong options: %s', (message, options) => {
    expect(() => createWebhookHandler({ keys: KEY, onEvent: () => undefined, ...options })).toThrow(
      new RegExp(`^createWebhookHandler: .*${message}`),
    );
  });
});

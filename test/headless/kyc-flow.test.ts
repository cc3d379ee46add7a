import { flowOf } from '../../src/headless/create-kyc-flow.js';
import { FakeAttention } from '../support/attention.js';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  createAttention,
  createKycFlow,
  eventsOf,
  messagesFor,
  wordingOf,
  type KycAction,
  type KycEvent,
  type KycFlowOptions,
  type OpenedWindow,
  type State,
  type VeriffOutcome,
  type WindowPort,
} from '../../src/headless.js';
import { create, expectNothingLeft, FakeWindows, pass, REACH, typesOf } from './support.js';

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(Math, 'random').mockReturnValue(0);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const STATES = Object.keys(REACH) as (keyof typeof REACH)[];

it('options apply the next time they are used, attention included', async () => {
  const { proxy, windows, attention: first, flow: other } = create();
  other.stop();
  const second = new FakeAttention();
  const options = { onboardingId: 'other', fetcher: proxy.fetcher, openWindow: windows, attention: first };
  const flow = flowOf(() => options);
  first.hidden = true;
  await pass(1);
  expect(flow.snapshot.state).toBe('checking');
  options.attention = second;
  first.comeBack();
  second.hidden = true;
  await pass(1);
  // The page that counts now is hidden.
  expect(flow.snapshot.state).toBe('checking');
  second.comeBack();
  await pass(1);
  expect(flow.snapshot.state).toBe('ready');
  flow.stop();
});

describe('A flow without the element', () => {
  it('begins by itself with a status check, in a microtask', async () => {
    const { flow, proxy } = create();
    expect([flow.snapshot.state, proxy.requests]).toEqual(['idle', []]);
    await Promise.resolve();
    expect(flow.snapshot.state).toBe('checking');
    await pass(1);
    expect([flow.snapshot.state, proxy.requests]).toEqual(['ready', ['GET /api/baanx/v1/auth/register']]);
    flow.stop();
  });

  it('begins earlier if it is used earlier', () => {
    const { flow, windows } = create();
    flow.start();
    expect(flow.snapshot.state).toBe('starting');
    expect(windows.openCount).toBe(1);
    flow.stop();
  });

  it.each(STATES)('reaches %s', async (state) => {
    const created = create();
    await REACH[state](created);
    expect(created.flow.snapshot.state).toBe(state);
    created.flow.stop();
    await expectNothingLeft(created);
  });

  it('reports the element’s events, from Start to the verdict', async () => {
    const { flow, proxy, windows, events } = create();
    await REACH.verifying({ flow, proxy, windows } as Parameters<typeof REACH.verifying>[0]);
    windows.opened[0]?.report({ type: 'finished' });
    proxy.status = 'PENDING';
    await pass(5_000);
    proxy.status = 'VERIFIED';
    await pass(6_000);
    expect(typesOf(events.filter(({ type }) => type !== 'statechange'))).toEqual([
      'started',
      'submitted',
      'pending',
      'verified',
    ]);
    expect(events).toContainEqual({
      type: 'verified',
      detail: { onboardingId: 'onboarding-1', verificationState: 'VERIFIED' },
    });
    flow.stop();
  });

  it('reports the verdict before the change of state', async () => {
    const { flow, proxy, events } = create();
    proxy.status = 'REJECTED';
    await pass(1);
    expect(typesOf(events)).toEqual(['statechange', 'rejected', 'statechange']);
    flow.stop();
  });

  it('reports that the person left without submitting', async () => {
    const { flow, windows, events } = create();
    await pass(1);
    flow.start();
    await pass(1);
    windows.opened[0]?.report({ type: 'canceled' });
    expect(typesOf(events)).toContain('canceled');
    flow.stop();
  });

  it('calls no listener after it has unsubscribed, and one that subscribed twice once more', async () => {
    const { flow } = create();
    const listener = vi.fn();
    const unsubscribe = flow.subscribe(listener);
    flow.subscribe(listener);
    unsubscribe();
    unsubscribe();
    await Promise.resolve();
    expect(listener).toHaveBeenCalledTimes(1);
    flow.stop();
  });

  it('reports a listener that throws, and calls the others', async () => {
    const { flow, errors } = create();
    const thrown = new Error('of the host');
    const states: State[] = [];
    flow.subscribe(() => {
      throw thrown;
    });
    flow.subscribe(({ now }) => void states.push(now.state));
    await pass(1);
    expect(states).toEqual(['checking', 'ready']);
    expect(errors).toEqual([thrown, thrown]);
    flow.stop();
  });

  it('never changes a snapshot that it has handed out', async () => {
    const { flow, windows, proxy } = create();
    const handedOut: [object, string][] = [];
    flow.subscribe(({ now }) => void handedOut.push([now, JSON.stringify(now)]));
    await pass(1);
    flow.start();
    await pass(1);
    windows.opened[0]?.report({ type: 'finished' });
    proxy.status = 'VERIFIED';
    await pass(5_000);
    expect(handedOut.length).toBeGreaterThan(4);
    for (const [snapshot, before] of handedOut) expect(JSON.stringify(snapshot)).toBe(before);
    flow.stop();
  });

  it('never shows the session URL to the host, only to the window', async () => {
    const { flow, windows, events } = create();
    const seen: string[] = [];
    flow.subscribe((change) => void seen.push(JSON.stringify(change)));
    await REACH.verifying({ flow } as Parameters<typeof REACH.verifying>[0]);
    expect(windows.opened[0]?.urls).toEqual(['https://magic.veriff.me/v/secret-token']);
    expect(seen.join() + JSON.stringify([events, flow.snapshot])).not.toContain('secret');
    flow.stop();
  });

  it('adds the language to Veriff’s address', async () => {
    const { flow, windows } = create({ language: 'de' });
    await REACH.verifying({ flow } as Parameters<typeof REACH.verifying>[0]);
    expect(windows.opened[0]?.urls).toEqual(['https://magic.veriff.me/v/secret-token?lang=de']);
    flow.stop();
  });

  it('opens no session on an origin that is not Veriff’s', async () => {
    const { flow, windows } = create({ veriffOrigins: ['https://id.example'] });
    await pass(1);
    flow.start();
    await pass(5);
    expect(flow.snapshot).toMatchObject({ state: 'failed', failure: { code: 'untrusted-session-url' } });
    expect(windows.opened[0]).toMatchObject({ urls: [], isOpen: false });
    flow.stop();
  });

  it('reads the options that may change each time it uses them', async () => {
    let token = 'first';
    const seen: unknown[] = [];
    const { flow, proxy } = create({
      fetcher: (...request) => {
        seen.push(token);
        return proxy.fetcher(...request);
      },
    });
    await pass(1);
    token = 'second';
    flow.check();
    await pass(200);
    expect(seen).toEqual(['first', 'second']);
    flow.stop();
  });
});

describe('After stop()', () => {
  it.each(STATES)('in %s nothing is left behind, and nothing happens', async (state) => {
    const created = create();
    const { flow, proxy, windows } = created;
    await REACH[state](created);
    const listener = vi.fn();
    flow.subscribe(listener);
    flow.stop();
    flow.stop();
    await expectNothingLeft(created);
    const before = [flow.snapshot, proxy.requests.length, windows.opened.length];
    for (const act of [flow.start, flow.check, flow.close, flow.resume, flow.prefetch, flow.reloadPage])
      act();
    for (const window of windows.opened) window.report({ type: 'finished' });
    await pass(600_000);
    expect([flow.snapshot, proxy.requests.length, windows.opened.length]).toEqual(before);
    expect(listener).not.toHaveBeenCalled();
    await expectNothingLeft(created);
  });

  it('before it has begun it never begins', async () => {
    const created = create();
    created.flow.stop();
    await pass(1_000);
    expect(created.proxy.requests).toEqual([]);
    await expectNothingLeft(created);
  });

  it.each(STATES)('in %s it begins again with what it knows, and announces nothing twice', async (state) => {
    const created = create();
    const { flow, proxy, events } = created;
    await REACH[state](created);
    proxy.answer = undefined;
    flow.stop();
    flow.begin();
    await pass(200);
    expect(flow.snapshot.state).toBe(
      state === 'checking' || state === 'starting' || state === 'verifying' || state === 'failed'
        ? 'ready'
        : state,
    );
    for (const type of ['verified', 'rejected', 'pending'] as const)
      expect(events.filter((event) => event.type === type)).toHaveLength(Number(type === state));
    flow.stop();
    await expectNothingLeft(created);
  });

  it('and a new beginning in the same task there is one session', async () => {
    const created = create();
    const { flow, proxy } = created;
    await REACH.starting(created);
    proxy.answer = undefined;
    flow.stop();
    flow.begin();
    await pass(200);
    flow.start();
    await pass(1);
    expect(proxy.requests.filter((request) => request.startsWith('POST'))).toHaveLength(1);
    flow.stop();
  });

  it('in a listener, and a new beginning there, it runs once', async () => {
    const created = create();
    const { flow, proxy, events } = created;
    let times = 0;
    flow.subscribe(({ now }) => {
      if (now.state !== 'ready' || ++times > 1) return;
      flow.stop();
      flow.begin();
    });
    // Changes reach every listener in their order, whoever began it again.
    const states: State[] = [];
    flow.subscribe(({ now }) => void states.push(now.state));
    await pass(200);
    expect(states).toEqual(['checking', 'ready', 'checking', 'ready']);
    expect(flow.snapshot.state).toBe('ready');
    expect(proxy.requests).toHaveLength(2);
    expect(events.at(-1)).toEqual({ type: 'statechange', detail: { state: 'ready', previous: 'checking' } });
    flow.stop();
    await expectNothingLeft(created);
  });
});

/** Windows that a host may get wrong. */
const BROKEN: Readonly<Record<string, (windows: FakeWindows) => WindowPort['open']>> = {
  'throws when it opens': () => () => {
    throw new Error('of the window');
  },
  'throws when it is sent to the session': (windows) => (report) => changed(windows, report, 'navigate'),
  'throws when it closes': (windows) => (report) => changed(windows, report, 'close'),
  'throws when it is focused': (windows) => (report) => changed(windows, report, 'focus'),
  'rejects when it is sent to the session': (windows) => (report) =>
    changed(windows, report, 'navigate', rejecting),
  'rejects when it closes': (windows) => (report) => changed(windows, report, 'close', rejecting),
  'rejects when it is focused': (windows) => (report) => changed(windows, report, 'focus', rejecting),
};

const throwing = (): unknown => {
  throw new Error('of the window');
};
const rejecting = (): unknown => Promise.reject(new Error('of the window'));

function changed(
  windows: FakeWindows,
  report: Parameters<WindowPort['open']>[0],
  name: keyof OpenedWindow,
  fail = throwing,
) {
  const opened = windows.open(report);
  const method = opened.value[name] as (...args: unknown[]) => void;
  return {
    ...opened,
    value: {
      ...opened.value,
      [name]: (...args: unknown[]) => {
        if (name === 'close') method(...args);
        return fail();
      },
    },
  };
}

describe('A window of the host’s', () => {
  it.each(Object.entries(BROKEN))('that %s is reported, and leaves nothing behind', async (_, broken) => {
    const windows = new FakeWindows();
    const created = create({ openWindow: { openIn: 'popup', open: broken(windows) } });
    const { flow, errors } = created;
    await pass(1);
    flow.start();
    await pass(5);
    flow.start();
    flow.close();
    await pass(500);
    expect(String(errors[0])).toContain('Error');
    expect(String(errors)).not.toContain('secret');
    expect(['ready', 'failed']).toContain(flow.snapshot.state);
    flow.stop();
    await expectNothingLeft({ ...created, windows });
  });

  const focus = () => undefined;
  it.each<[string, (close: () => void) => unknown, string]>([
    [
      'opens later',
      (close) => Promise.resolve({ ok: true, value: { navigate: focus, focus, close } }),
      'returned a promise. It must return { ok, value } at once, in the click.',
    ],
    [
      'lacks methods',
      (close) => ({ ok: true, value: { navigate: focus, close } }),
      'returned a value without focus.',
    ],
  ])('that %s fails with a hint, and is closed', async (_, open, hint) => {
    const close = vi.fn();
    const openWindow = { openIn: 'popup', open: () => open(close) } as unknown as WindowPort;
    const created = create({ openWindow });
    await pass(1);
    created.flow.start();
    await pass(5);
    expect(created.flow.snapshot).toMatchObject({
      state: 'failed',
      failure: { code: 'misconfigured', hint: `open() of the window "popup" ${hint}` },
    });
    expect(close).toHaveBeenCalledOnce();
    expect(created.errors).toEqual([]);
    created.flow.stop();
    await expectNothingLeft(created);
  });

  it.each([undefined, {}, 'opened', { ok: false }, { ok: false, failure: 'blocked' }])(
    'that is %j fails with a hint',
    async (returned) => {
      const { flow } = create({ openWindow: { openIn: 'popup', open: () => returned } as WindowPort });
      await pass(1);
      flow.start();
      await pass(5);
      const hint =
        'must return { ok: true, value: { navigate, focus, close } } or { ok: false, failure: { code } }.';
      expect(flow.snapshot).toMatchObject({
        state: 'failed',
        failure: { code: 'misconfigured', hint: `open() of the window "popup" ${hint}` },
      });
      flow.stop();
    },
  );

  it('that rejects later fails with a hint, and its error is reported', async () => {
    const thrown = new Error('of the window');
    const open = () => Promise.reject(thrown);
    const created = create({ openWindow: { openIn: 'popup', open } as unknown as WindowPort });
    await pass(1);
    created.flow.start();
    await pass(5);
    expect(created.flow.snapshot).toMatchObject({ state: 'failed', failure: { code: 'misconfigured' } });
    expect(created.errors).toEqual([thrown]);
    created.flow.stop();
  });

  it('that could not be opened fails with its own code', async () => {
    const open = () => ({ ok: false, failure: { code: 'popup-blocked' } }) as const;
    const { flow } = create({ openWindow: { openIn: 'popup', open } });
    await pass(1);
    flow.start();
    await pass(5);
    expect(flow.snapshot.failure).toEqual({ code: 'popup-blocked' });
    flow.stop();
  });

  it('that never answers can be closed', async () => {
    const created = create();
    const { flow } = created;
    await REACH.verifying(created);
    await pass(3_600_000);
    expect(flow.snapshot.state).toBe('verifying');
    flow.close();
    await pass(500);
    expect(flow.snapshot.state).toBe('ready');
    flow.stop();
    await expectNothingLeft(created);
  });

  it.each([
    { type: 'status', verificationState: 'VERIFIED' },
    { type: 'check' },
    { type: '__proto__' },
    'finished',
    null,
  ])('that reports %j, which is no outcome, is ignored and named', async (outcome) => {
    const created = create();
    const { flow, windows, events, errors } = created;
    await REACH.verifying(created);
    const before = flow.snapshot;
    windows.opened[0]?.report(outcome as VeriffOutcome);
    await pass(10);
    expect(flow.snapshot).toEqual(before);
    expect(events.map(({ type }) => type)).not.toContain('verified');
    expect(String(errors)).toBe('TypeError: The window "popup" reported an unknown outcome');
    flow.stop();
    await expectNothingLeft(created);
  });

  it('cannot forge a verdict through send() either', async () => {
    const created = create();
    const { flow } = created;
    await REACH.verifying(created);
    for (const action of [{ type: 'status', verificationState: 'VERIFIED' }, { type: 'constructor' }, null])
      expect(() => flow.send(action as unknown as KycAction)).toThrow('send: there is no such action');
    expect(flow.snapshot.state).toBe('verifying');
    flow.stop();
    await expectNothingLeft(created);
  });

  it.each(['finished', 'started', 'window-closed', 'window-lost', 'reload-forced', 'leave'] as const)(
    'that reports %s after it was closed is ignored',
    async (type) => {
      const created = create();
      const { flow, windows, proxy } = created;
      await REACH.verifying(created);
      flow.close();
      await pass(500);
      const before = [flow.snapshot, proxy.requests.length];
      windows.opened[0]?.report({ type });
      await pass(10);
      expect([flow.snapshot, proxy.requests.length]).toEqual(before);
      flow.stop();
      await expectNothingLeft(created);
    },
  );

  it('is the first in the list that is available', async () => {
    const modal = Object.assign(new FakeWindows('modal'), { isAvailable: () => false });
    const popup = new FakeWindows('popup');
    const { flow } = create({ openWindow: [modal, popup] });
    await pass(1);
    flow.start();
    await pass(1);
    expect([modal.openCount, popup.openCount, flow.snapshot.veriff?.openIn]).toEqual([0, 1, 'popup']);
    flow.send({ type: 'reopen', openIn: 'modal' });
    await pass(1);
    expect([modal.openCount, popup.openCount, flow.snapshot.veriff?.openIn]).toEqual([1, 0, 'modal']);
    flow.stop();
  });

  it('that is missing for a mode fails with a hint', async () => {
    const { flow, events } = create();
    await pass(1);
    flow.start('redirect');
    await pass(5);
    expect(flow.snapshot.state).toBe('failed');
    expect(events.find(({ type }) => type === 'error')?.detail).toMatchObject({
      code: 'misconfigured',
      message: 'openWindow has no window for "redirect".',
    });
    flow.stop();
  });
});

describe('A fetcher of the host’s', () => {
  it.each<[string, () => Response | Promise<Response>]>([
    [
      'throws',
      () => {
        throw new Error('of the host');
      },
    ],
    ['rejects', () => Promise.reject(new Error('of the host'))],
    ['returns nothing', () => undefined as unknown as Response],
    ['never answers', () => new Promise<Response>(() => undefined)],
  ])('that %s lets the person go on, and leaves nothing behind', async (_, fetcher) => {
    const created = create({ fetcher: fetcher as unknown as typeof fetch });
    await pass(10_100);
    expect(created.flow.snapshot).toMatchObject({ state: 'ready', failure: {} });
    expect(typesOf(created.events)).toContain('error');
    created.flow.stop();
    await expectNothingLeft(created);
  });
});

describe('Two flows for one ID', () => {
  it('open one window between them, and both get the verdict', async () => {
    const first = create();
    const second = create();
    await pass(1);
    first.flow.start();
    await pass(1);
    second.flow.start();
    expect([first.windows.openCount, second.windows.openCount]).toEqual([1, 0]);
    expect(first.windows.opened[0]?.focused).toBe(1);
    expect(second.proxy.requests.filter((request) => request.startsWith('POST'))).toEqual([]);
    for (const { proxy } of [first, second]) proxy.status = 'VERIFIED';
    await pass(20_000);
    second.attention.comeBack();
    await pass(10);
    expect([first.flow.snapshot.state, second.flow.snapshot.state]).toEqual(['verified', 'verified']);
    for (const created of [first, second]) {
      created.flow.stop();
      await expectNothingLeft(created);
    }
  });

  it('let the second one open a window when the first one is stopped', async () => {
    const first = create();
    const second = create();
    await pass(1);
    first.flow.start();
    await pass(1);
    first.flow.stop();
    second.flow.start();
    expect([first.windows.openCount, second.windows.openCount]).toEqual([0, 1]);
    second.flow.stop();
    await expectNothingLeft(second);
  });
});

describe('Options', () => {
  it.each<[string, object]>([
    ['onboardingId: missing', { onboardingId: undefined }],
    ['onboardingId: missing', { onboardingId: '' }],
    ['onboardingId: not a string', { onboardingId: 7 }],
    ['flow: not registration or account', { flow: 'registation' }],
    ['proxyUrl: not a string', { proxyUrl: new URL('https://host.example') }],
    ['fetcher: not a function', { fetcher: {} }],
    ['openWindow: missing', { openWindow: undefined }],
    ['openWindow: missing', { openWindow: [] }],
    ['openWindow: window 1 has no function `open`', { openWindow: [null] }],
    ['openWindow: the window "popup" has no function `open`', { openWindow: { openIn: 'popup' } }],
    [
      'openWindow: `openIn` of window 2 is not modal, popup or redirect',
      { openWindow: [new FakeWindows(), { open: () => undefined }] },
    ],
    [
      'openWindow: `openIn` of the window "tab" is not modal, popup or redirect',
      { openWindow: { openIn: 'tab', open: () => undefined } },
    ],
    [
      'openWindow: `isAvailable` of the window "modal" is not a function',
      { openWindow: { openIn: 'modal', open: () => undefined, isAvailable: true } },
    ],
    ['pollInterval: not a time of at least 100 ms', { pollInterval: 5 }],
    ['pollInterval: not a time of at least 100 ms', { pollInterval: NaN }],
    ['pollInterval: not a time of at least 100 ms', { pollInterval: Infinity }],
    ['veriffOrigins: not a list', { veriffOrigins: 'https://*.veriff.me' }],
    ...[
      'veriff.me',
      '*.veriff.me',
      'https://',
      'https://*.',
      'https://veriff.me/',
      'https://VERIFF.me',
      'https://veriff.me:443',
      'https://a.*.veriff.me',
      'http://veriff.me',
      7,
    ].map((origin): [string, object] => [
      'veriffOrigins: not a list of origins such as https://*.veriff.me',
      { veriffOrigins: ['https://*.veriff.com', origin] },
    ]),
    ['handoffOrigins: not a list', { handoffOrigins: 'https://app.example' }],
    [
      'handoffOrigins: not a list of origins such as https://app.example',
      { handoffOrigins: ['https://*.app.example'] },
    ],
    ...['http://', 'ftp://host.example', 'https://user:secret@host.example'].map(
      (proxyUrl): [string, object] => [
        'proxyUrl: not a path or an http(s) URL without credentials',
        { proxyUrl },
      ],
    ),
    ['language: not a language code such as de', { language: 'german' }],
    ['language: not a language code such as de', { language: null }],
    ['push: not true or false', { push: 'yes' }],
    ['handoff: not a function', { handoff: 'https://app.example/c' }],
    ['attention: without a function `waitForReturn`', { attention: {} }],
    ['memory: without a function `removeItem`', { memory: { getItem: vi.fn(), setItem: vi.fn() } }],
    ['reloadPage: not a function', { reloadPage: true }],
    ['reportError: not a function', { reportError: console }],
    ['pollIntervall: there is no such option', { pollIntervall: 5_000 }],
    ['onEvent: there is no such option', { onEvent: () => undefined }],
    ['usEnv: not true or false', { usEnv: 'false' }],
    ['pollTimeout: not a time of at least 1000 ms', { pollTimeout: '5 minutes' }],
  ])('are refused by name: %s', (message, options) => {
    expect(() => create(options as Partial<KycFlowOptions>)).toThrow(new TypeError(message));
    expect(vi.getTimerCount()).toBe(0);
  });

  it.each<[string, Partial<KycFlowOptions>]>([
    [
      'an origin, and one with a wildcard and a port',
      { veriffOrigins: ['https://a.b', 'https://*.a.b:8443'] },
    ],
    ['an origin on this machine', { veriffOrigins: ['http://localhost:4180', 'http://[::1]:4180'] }],
    ['a path', { proxyUrl: '/api' }],
    ['an absolute URL', { proxyUrl: 'http://localhost:3000/api/' }],
    ['a language with its region', { language: 'pt-BR' }],
    ['no language', { language: '' }],
    ['a name that is undefined', { pollIntervall: undefined } as object],
  ])('are accepted: %s', (_, options) => {
    create(options).flow.stop();
  });

  it('need no ID in the account flow', async () => {
    const { flow, proxy } = create({ flow: 'account', onboardingId: undefined });
    await pass(1);
    expect(proxy.requests).toEqual(['GET /api/baanx/v1/user']);
    flow.stop();
  });
});

describe('The memory', () => {
  const storage = () => {
    const entries = new Map<string, string>();
    return {
      entries,
      getItem: (key: string) => entries.get(key) ?? null,
      setItem: (key: string, value: string) => void entries.set(key, value),
      removeItem: (key: string) => void entries.delete(key),
    };
  };

  it('of an app that was closed and opened again knows that documents were submitted', async () => {
    const memory = storage();
    const first = create({ memory });
    await REACH.deciding(first);
    first.flow.stop();
    expect([...memory.entries.entries()].flat().join()).not.toMatch(/onboarding-1|veriff\.me|secret/);
    const second = create({ memory });
    second.proxy.status = 'PENDING';
    await pass(1);
    expect(second.events).toContainEqual({
      type: 'pending',
      detail: { onboardingId: 'onboarding-1', verificationState: 'PENDING', submitted: true },
    });
    second.flow.stop();
  });

  it('that throws is done without', async () => {
    const throwing = () => {
      throw new Error('no storage');
    };
    const created = create({ memory: { getItem: throwing, setItem: throwing, removeItem: throwing } });
    await REACH.deciding(created);
    expect(created.flow.snapshot.state).toBe('deciding');
    expect(created.errors).toEqual([]);
    created.flow.stop();
  });
});

describe('Attention that is made of what an app knows', () => {
  const app = () => {
    const listeners = new Set<() => void>();
    const source = {
      hidden: false,
      listeners,
      isHidden: () => source.hidden,
      onChange: (listener: () => void) => {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
    };
    return source;
  };

  it('sends no request while the app is in the background, and one when it returns', async () => {
    const source = app();
    const { flow, proxy } = create({ attention: createAttention(source) });
    await pass(1);
    flow.start();
    await pass(1);
    source.hidden = true;
    await pass(3_600_000);
    const before = proxy.requests.length;
    await pass(3_600_000);
    expect(proxy.requests).toHaveLength(before);
    source.hidden = false;
    for (const listener of [...source.listeners]) listener();
    await pass(10);
    expect(proxy.requests).toHaveLength(before + 1);
    flow.stop();
    await pass(1);
    expect([source.listeners.size, vi.getTimerCount()]).toEqual([0, 0]);
  });

  it('is not listened to for a signal that is aborted already', async () => {
    const source = app();
    await createAttention(source).waitForReturn(AbortSignal.abort());
    expect(source.listeners.size).toBe(0);
  });
});

describe('The strings', () => {
  it('are there for every snapshot that a person can see, in English by default', async () => {
    const messages = messagesFor('tlh');
    for (const state of STATES) {
      const created = create();
      await REACH[state](created);
      const { title, text } = wordingOf(created.flow.snapshot, messages);
      expect(title.length, state).toBeGreaterThan(3);
      expect(text.length, state).toBeGreaterThan(3);
      created.flow.stop();
    }
  });

  it('explain the step again while the status is checked after a failure, as the element does', () => {
    const messages = messagesFor('en');
    const failure = { code: 'onboarding-invalid' } as const;
    expect(wordingOf({ state: 'failed', failure }, messages).title).toBe(messages.failedTitle);
    expect(wordingOf({ state: 'checking', returnTo: 'failed', failure }, messages)).toEqual(
      wordingOf({ state: 'ready' }, messages),
    );
  });

  it('are those of a language that was imported', async () => {
    await import('../../src/i18n/locales/de.js');
    const { flow } = create();
    await pass(1);
    expect(wordingOf(flow.snapshot, messagesFor('de-AT')).title).toBe('Bestätigen Sie Ihre Identität');
    expect(messagesFor('de-AT').veriff).toBe('de');
    flow.stop();
  });
});

it('A flow may be created from within a listener', async () => {
  const { flow } = create();
  const events: KycEvent[] = [];
  flow.subscribe(({ now }) => {
    if (now.state !== 'ready') return;
    const next = createKycFlow({
      onboardingId: 'next',
      openWindow: new FakeWindows(),
      fetcher: async () => Response.json({ verificationState: 'VERIFIED' }),
    });
    next.subscribe((change) => void events.push(...eventsOf(change)));
  });
  await pass(10);
  expect(typesOf(events)).toContain('verified');
  flow.stop();
});

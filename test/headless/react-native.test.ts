import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { awaitsVerdict, type WindowPort } from '../../src/headless.js';
import { create, expectNothingLeft, pass, type Created } from './support.js';

/** The native modules, replaced: what the app's code sees of a phone. */
const phone = {
  /** Resolves or rejects the promise of the browser that is open. */
  end: undefined as { resolve: (result: unknown) => void; reject: (error: Error) => void } | undefined,
  opened: [] as string[],
  closed: 0,
  hasInAppBrowser: true,
  appState: 'active',
  listeners: new Map<string, Set<(event: never) => void>>(),
};

const subscribe = (type: string, listener: (event: never) => void) => {
  const listeners = phone.listeners.get(type) ?? new Set();
  phone.listeners.set(type, listeners.add(listener));
  return { remove: () => void listeners.delete(listener) };
};
const emit = (type: string, event: unknown) => {
  for (const listener of phone.listeners.get(type) ?? []) listener(event as never);
};
const browse = (url: string) => {
  phone.opened.push(url);
  return new Promise((resolve, reject) => (phone.end = { resolve, reject }));
};

vi.mock('baanx-kyc-step/headless', () => import('../../src/headless.js'));
vi.mock('react-native', () => ({
  AppState: {
    get currentState() {
      return phone.appState;
    },
    addEventListener: subscribe,
  },
  Linking: {
    addEventListener: subscribe,
    openURL: async (url: string) => void phone.opened.push(url),
  },
}));
vi.mock('react-native-inappbrowser-reborn', () => ({
  InAppBrowser: {
    isAvailable: async () => phone.hasInAppBrowser,
    open: browse,
    close: () => {
      phone.closed++;
    },
  },
}));
vi.mock('expo-web-browser', () => ({
  WebBrowserResultType: { OPENED: 'opened' },
  openBrowserAsync: browse,
  dismissBrowser: async () => {
    phone.closed++;
  },
}));

const examples = '../../docs/examples/react-native';
const { inAppBrowser } = (await import(`${examples}/in-app-browser.ts`)) as {
  inAppBrowser: (returnsTo?: string) => WindowPort;
};
const { expoBrowser } = (await import(`${examples}/expo-web-browser.ts`)) as {
  expoBrowser: (returnsTo?: string) => WindowPort;
};

beforeEach(() => {
  vi.useFakeTimers();
  Object.assign(phone, { end: undefined, opened: [], closed: 0, hasInAppBrowser: true, appState: 'active' });
});
afterEach(() => vi.useRealTimers());

async function open(openWindow: WindowPort): Promise<Created> {
  const created = create({ openWindow });
  await pass(1);
  created.flow.start();
  await pass(1);
  expect(created.flow.snapshot.state).toBe('verifying');
  return created;
}

const listening = () => [...phone.listeners.values()].reduce((sum, { size }) => sum + size, 0);

describe.each([
  ['react-native-inappbrowser-reborn', inAppBrowser],
  ['expo-web-browser', expoBrowser],
])('React Native with %s', (_, port) => {
  it('checks the status when the person closes the browser', async () => {
    const created = await open(port());
    created.proxy.status = 'VERIFIED';
    phone.end?.resolve({ type: 'cancel' });
    await pass(200);
    expect(created.flow.snapshot.state).toBe('verified');
    created.flow.stop();
    await expectNothingLeft(created);
  });

  it('checks the status and closes the browser when a deep link brings the person back', async () => {
    const created = await open(port('wallet://kyc'));
    created.proxy.status = 'VERIFIED';
    emit('url', { url: 'wallet://other' });
    expect(created.flow.snapshot.state).toBe('verifying');
    emit('url', { url: 'wallet://kyc?status=done' });
    await pass(200);
    expect([created.flow.snapshot.state, phone.closed, listening()]).toEqual(['verified', 1, 0]);
    created.flow.stop();
    await expectNothingLeft(created);
  });

  it('fails with a hint that holds no address if the browser cannot be opened', async () => {
    const created = await open(port());
    phone.end?.reject(new Error(`Cannot open ${phone.opened[0]}`));
    await pass(10);
    expect(created.flow.snapshot).toMatchObject({ state: 'failed', failure: { code: 'veriff-unreachable' } });
    expect(JSON.stringify([created.flow.snapshot, created.events, created.errors])).not.toContain('secret');
    created.flow.stop();
    await expectNothingLeft(created);
  });

  it('closes the browser and listens to nothing after stop()', async () => {
    const created = await open(port('wallet://kyc'));
    created.flow.stop();
    expect([phone.closed, listening()]).toEqual([1, 0]);
    await expectNothingLeft(created);
  });

  it('opens nothing if it was closed before the session was there', async () => {
    const created = create({ openWindow: port() });
    await pass(1);
    created.proxy.answer = () => new Promise(() => undefined);
    created.flow.start();
    created.flow.close();
    await pass(1);
    expect(phone.opened).toEqual([]);
    created.flow.stop();
    await expectNothingLeft(created);
  });
});

describe('React Native', () => {
  it('opens the system’s browser where there is none in the app, and follows the review there', async () => {
    phone.hasInAppBrowser = false;
    const created = await open(inAppBrowser());
    expect(phone.opened).toHaveLength(1);
    expect(created.flow.snapshot.state).toBe('verifying');
    created.flow.stop();
    await expectNothingLeft(created);
  });

  it('sends no request while the app is in the background, and one when it returns', async () => {
    const { appAttention } = (await import(`${examples}/app-attention.ts`)) as {
      appAttention: NonNullable<Parameters<typeof create>[0]>['attention'];
    };
    const created = create({ attention: appAttention, openWindow: inAppBrowser() });
    await pass(1);
    created.flow.start();
    await pass(1);
    phone.appState = 'background';
    emit('change', 'background');
    await pass(60_000);
    const before = created.proxy.requests.length;
    await pass(3_600_000);
    expect(created.proxy.requests).toHaveLength(before);
    created.proxy.status = 'VERIFIED';
    phone.appState = 'active';
    emit('change', 'active');
    await pass(10);
    expect(created.flow.snapshot.state).toBe('verified');
    created.flow.stop();
    await pass(1);
    expect(listening()).toBe(0);
  });
});

/** Something synchronous that outlives the app, such as MMKV. */
function storage() {
  const entries = new Map<string, string>();
  return {
    getItem: (key: string) => entries.get(key) ?? null,
    setItem: (key: string, value: string) => void entries.set(key, value),
    removeItem: (key: string) => void entries.delete(key),
  };
}

/** Kills the app: nothing of it runs any more, and it had no time to clean up. */
function kill(): void {
  vi.clearAllTimers();
  phone.listeners.clear();
  Reflect.deleteProperty(globalThis, Symbol.for('baanx-kyc-step.open'));
}

describe('An app that is killed and opened again', () => {
  it.each([
    ['after the person has finished, follows the review', true],
    ['while the browser was open, asks whether the person finished', false],
  ])('%s', async (_, hasFinished) => {
    const memory = storage();
    const killed = create({ memory, openWindow: inAppBrowser('wallet://kyc') });
    await pass(1);
    killed.flow.start();
    await pass(1);
    if (hasFinished) killed.flow.send({ type: 'claim-finished' });
    await pass(1);
    kill();

    const reopened = create({ memory, openWindow: inAppBrowser('wallet://kyc') });
    reopened.proxy.status = 'PENDING';
    await pass(1);
    expect(reopened.flow.snapshot.state).toBe('pending');
    expect(awaitsVerdict(reopened.flow.snapshot)).toBe(hasFinished);
    reopened.proxy.status = 'VERIFIED';
    reopened.flow.check();
    await pass(200);
    expect(reopened.flow.snapshot.state).toBe('verified');
    reopened.flow.stop();
    await expectNothingLeft(reopened);
  });
});

import { expect, vi } from 'vitest';
import type { VerificationState } from '../../src/baanx/wire.js';
import {
  createKycFlow,
  eventsOf,
  type KycEvent,
  type KycFlow,
  type KycFlowOptions,
  type OpenedWindow,
  type State,
  type VeriffOutcome,
  type WindowPort,
} from '../../src/headless.js';
import { FakeAttention } from '../support/attention.js';

const SESSION_URL = 'https://magic.veriff.me/v/secret-token';

/** A window that a test controls. */
export class FakeWindows implements WindowPort {
  /** Every window that was opened, in order. */
  readonly opened: {
    readonly report: (outcome: VeriffOutcome) => void;
    readonly urls: string[];
    isOpen: boolean;
    focused: number;
  }[] = [];

  constructor(readonly openIn: WindowPort['openIn'] = 'popup') {}

  open(report: (outcome: VeriffOutcome) => void): { ok: true; value: OpenedWindow } {
    const window = { report, urls: [] as string[], isOpen: true, focused: 0 };
    this.opened.push(window);
    return {
      ok: true,
      value: {
        navigate: (url) => void window.urls.push(url),
        focus: () => {
          window.focused++;
        },
        close: () => {
          window.isOpen = false;
        },
      },
    };
  }

  /** How many windows are open. */
  get openCount(): number {
    return this.opened.filter(({ isOpen }) => isOpen).length;
  }
}

/** A proxy that answers by script, and counts the requests that nobody has ended. */
export class FakeProxy {
  status: VerificationState | 'error' = 'UNVERIFIED';
  /** Answers in place of the script, where set. */
  answer: (() => Response | Promise<Response>) | undefined;
  /** Method and path of every request, in order. */
  readonly requests: string[] = [];
  unfinished = 0;

  readonly fetcher: typeof fetch = async (input, init) => {
    const { method, url, signal } = new Request(
      new URL(input instanceof Request ? input.url : input, 'https://host.example'),
      init,
    );
    this.requests.push(`${method} ${new URL(url).pathname}`);
    this.unfinished++;
    try {
      const aborted = new Promise<never>((_, reject) => {
        signal.addEventListener('abort', () => reject(new DOMException('', 'AbortError')));
      });
      return await Promise.race([this.answer?.() ?? this.#respond(method), aborted]);
    } finally {
      this.unfinished--;
    }
  };

  #respond(method: string): Response {
    if (method === 'POST') return Response.json({ sessionUrl: SESSION_URL });
    return this.status === 'error'
      ? Response.json({ message: '' }, { status: 503 })
      : Response.json({ verificationState: this.status });
  }
}

/** A flow with a proxy, windows and attention that the test controls. */
export function create(options: Partial<KycFlowOptions> = {}) {
  const proxy = new FakeProxy();
  const windows = new FakeWindows();
  const attention = new FakeAttention();
  const errors: unknown[] = [];
  const events: KycEvent[] = [];
  const flow = createKycFlow({
    onboardingId: 'onboarding-1',
    fetcher: proxy.fetcher,
    openWindow: windows,
    attention,
    reportError: (error) => void errors.push(error),
    ...options,
  });
  flow.subscribe((change) => void events.push(...eventsOf(change)));
  return { flow, proxy, windows, attention, errors, events };
}

export type Created = ReturnType<typeof create>;

/** Lets this much time pass, in ms, with fake timers. */
export const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

/** How to reach each state, with fake timers. */
export const REACH: Readonly<Record<Exclude<State, 'idle'>, (created: Created) => Promise<void>>> = {
  checking: async ({ proxy }) => {
    proxy.answer = () => new Promise(() => undefined);
    await pass(1);
  },
  ready: () => pass(1).then(() => undefined),
  starting: async ({ flow, proxy }) => {
    await pass(1);
    proxy.answer = () => new Promise(() => undefined);
    flow.start();
    await pass(1);
  },
  verifying: async ({ flow }) => {
    await pass(1);
    flow.start();
    await pass(1);
  },
  deciding: async (created) => {
    await REACH.verifying(created);
    created.windows.opened[0]?.report({ type: 'finished' });
    await pass(1);
  },
  pending: async ({ proxy }) => {
    proxy.status = 'PENDING';
    await pass(1);
  },
  verified: async ({ proxy }) => {
    proxy.status = 'VERIFIED';
    await pass(1);
  },
  rejected: async ({ proxy }) => {
    proxy.status = 'REJECTED';
    await pass(1);
  },
  failed: async ({ proxy }) => {
    proxy.answer = () => Response.json({ message: '', code: 'not-allowed' }, { status: 403 });
    await pass(5);
  },
};

/** Nothing is left behind: no timer, no request, no window, nobody who waits. */
export async function expectNothingLeft({ proxy, windows, attention }: Created): Promise<void> {
  await pass(1);
  expect({
    timers: vi.getTimerCount(),
    requests: proxy.unfinished,
    windows: windows.openCount,
    waiting: attention.waiting,
    claim: Reflect.get(globalThis, Symbol.for('baanx-kyc-step.open')) as unknown,
  }).toEqual({ timers: 0, requests: 0, windows: 0, waiting: 0, claim: undefined });
}

export const typesOf = (events: readonly KycEvent[]) => events.map(({ type }) => type);

export type { KycFlow };

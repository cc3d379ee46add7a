import type { BaanxKycStep } from '../../src/index.js';
import type { VerificationState } from '../../src/baanx/wire.js';
import { createKycProxy } from '../../src/proxy/handler.js';
import { createSandbox } from '../../src/sandbox/index.js';
import { HandClock, moment, task } from '../support/hand-clock.js';
import { puppetOrigin } from '../support/stage.js';

/** What the line does with a request. */
export type Line = 'ok' | 'slow' | 'refused' | 'never' | '401' | '429' | '500' | 'html' | 'unknown word';

const BROKEN: Partial<Record<Line, () => Response | Promise<Response>>> = {
  refused: () => Promise.reject(new TypeError('Failed to fetch')),
  never: () => new Promise<Response>(() => undefined),
  '401': () => Response.json({ message: 'Not authenticated' }, { status: 401 }),
  '429': () => Response.json({ message: 'no' }, { status: 429, headers: { 'retry-after': '20' } }),
  '500': () => Response.json({ message: 'no' }, { status: 500 }),
  html: () => new Response('<!doctype html>'),
  'unknown word': () => Response.json({ verificationState: 'ON_HOLD' }),
};

const VERDICTS = ['verified', 'rejected', 'pending'] as const;
type Verdict = (typeof VERDICTS)[number];
const WORD: Record<Verdict, VerificationState> = {
  verified: 'VERIFIED',
  rejected: 'REJECTED',
  pending: 'PENDING',
};

/** A body's fields; none where it is no JSON. */
function parsed(text: string): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return {};
  }
}

let worlds = 0;

/**
 * One element with the real client, proxy and sandbox, and what must hold of it whatever happens. A broken rule is
 * remembered, and thrown after the step that broke it.
 */
export class World {
  readonly step: BaanxKycStep = document.createElement('baanx-kyc-step');
  readonly place = document.createElement('div');
  readonly clock = new HandClock();
  readonly ids: readonly [string, string];
  line: Line = 'ok';
  hidden = false;
  offline = false;
  readonly #sandbox = createSandbox({ veriffOrigin: puppetOrigin, pendingOnSession: true, decideMs: 0 });
  readonly #proxy = createKycProxy({
    clientKey: 'test',
    veriffOrigins: [puppetOrigin],
    fetch: (input, init) => this.#sandbox.baanx(new Request(input, init)),
  });
  readonly #broken: string[] = [];
  readonly #flying = { session: 0, status: 0 };
  /** What was answered about a person last, and which verdict was told since another answer. */
  readonly #answered = new Map<string, VerificationState | undefined>();
  readonly #told = new Map<string, Verdict>();
  readonly #secrets = new Set<string>();
  readonly #public: string[] = [];
  readonly #end = new AbortController();
  #busy = 0;
  #restoreWarn = (): void => undefined;

  constructor() {
    const world = ++worlds;
    this.ids = [`own-${world}`, `other-${world}`];
    const { step } = this;
    step.veriffOrigins = puppetOrigin;
    step.onboardingId = this.ids[0];
    step.fetcher = (input, init) => this.#fetch(new Request(input, init), init?.signal ?? undefined);
    for (const type of [...VERDICTS, 'started', 'submitted', 'canceled', 'statechange', 'error'] as const) {
      step.addEventListener(type, (event) => this.#hear(type, event));
    }
  }

  open(): void {
    const { signal } = this.#end;
    const fail = (what: string) => (event: Event) =>
      this.#broken.push(
        `${what}: ${String((event as PromiseRejectionEvent).reason ?? (event as ErrorEvent).message)}`,
      );
    window.addEventListener('unhandledrejection', fail('unhandled rejection'), { signal });
    window.addEventListener('error', fail('error'), { signal });
    Object.defineProperty(document, 'visibilityState', {
      configurable: true,
      get: () => (this.hidden ? 'hidden' : 'visible'),
    });
    Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => !this.offline });
    const { warn } = console;
    console.warn = (...words: unknown[]) => void this.#public.push(words.join(' '));
    this.#restoreWarn = () => {
      console.warn = warn;
    };
    this.clock.install();
    document.body.append(this.place);
    this.place.append(this.step);
  }

  close(): void {
    this.place.remove();
    this.clock.restore();
    this.#restoreWarn();
    this.#end.abort();
    Reflect.deleteProperty(document, 'visibilityState');
    Reflect.deleteProperty(navigator, 'onLine');
  }

  /** Sets what Baanx says of the person that the element is about, until the next session. */
  decide(state: VerificationState): void {
    this.#sandbox.applicants.find(this.step.onboardingId).decide(state);
  }

  /** Buttons that somebody could press now: of the dialog where it is open. */
  get buttons(): HTMLButtonElement[] {
    const root = this.step.renderRoot as ShadowRoot | undefined;
    if (!this.step.isConnected || !root) return [];
    const dialog = root.querySelector('dialog');
    return [
      ...((dialog?.open ? dialog : root.querySelector('[part="base"]'))?.querySelectorAll('button') ?? []),
    ].filter((button) => button.checkVisibility() && !button.disabled && button.ariaDisabled !== 'true');
  }

  /** Until Veriff's page has greeted us, where it is open; in real time, but not for ever. */
  async greeted(): Promise<HTMLIFrameElement | null | undefined> {
    const root = this.step.renderRoot as ShadowRoot | undefined;
    const greeting = () => root?.querySelector('dialog[open] .cover .spinner');
    for (let tries = 0; tries < 200 && this.step.state === 'verifying' && greeting(); tries++)
      await moment(5);
    return root?.querySelector('iframe');
  }

  /** Lets requests, updates and messages come to rest. */
  readonly rest = async (): Promise<void> => {
    await task();
    for (let tries = 0; tries < 1_000 && this.#busy > 0; tries++) await (tries < 20 ? task() : moment(2));
    await this.step.updateComplete;
    await task();
  };

  turn(ms: number): Promise<void> {
    return this.clock.turn(ms, this.rest);
  }

  /** What must hold between any two steps. */
  check(): void {
    const { step } = this;
    const root = step.renderRoot as ShadowRoot | undefined;
    const frames = root?.querySelectorAll('iframe').length ?? 0;
    const isOpen = step.isConnected && ['starting', 'verifying'].includes(step.state);
    const dialog = root?.querySelector('dialog');
    if (frames > 1) this.#broken.push(`${frames} windows`);
    if (step.isConnected && !!dialog?.open !== isOpen && !this.cached)
      this.#broken.push(`dialog ${dialog?.open ? 'open' : 'closed'} in ${step.state}`);
    if (!step.isConnected && frames > 0) this.#broken.push('a window after removal');
    this.#expectWayOn();
    this.#expectNoSecret();
    if (this.#broken.length > 0) throw new Error(this.#broken.join('; '));
  }

  /** In the back-forward cache: nobody sees it. */
  cached = false;

  #expectWayOn(): void {
    const { step } = this;
    if (!step.isConnected || !step.onboardingId || this.cached || this.hidden) return;
    const text = (step.renderRoot as ShadowRoot)
      .querySelector<HTMLElement>('[part="base"]')
      ?.innerText.trim();
    if (!text) this.#broken.push(`nothing on screen in ${step.state}`);
    const waits = ['checking', 'starting', 'verified', 'rejected', 'failed'].includes(step.state);
    if (!waits && !step.disabled && this.buttons.length === 0)
      this.#broken.push(`no way on in ${step.state}`);
  }

  #expectNoSecret(): void {
    const shown =
      document.body.outerHTML +
      ((this.step.renderRoot as ShadowRoot | undefined)?.innerHTML ?? '') +
      location.href;
    const told = shown + this.#public.join() + JSON.stringify([localStorage, sessionStorage]);
    for (const secret of this.#secrets) if (told.includes(secret)) this.#broken.push('a session URL outside');
  }

  async #fetch(request: Request, signal: AbortSignal | undefined): Promise<Response> {
    const { method, url } = request;
    const kind = method === 'POST' ? 'session' : 'status';
    const { line } = this;
    if (!this.step.isConnected) this.#broken.push(`asked the ${kind} after removal`);
    if (kind === 'status' && (this.hidden || this.offline)) this.#broken.push('asked while nobody could see');
    if (++this.#flying[kind] > 1) this.#broken.push(`two requests of the ${kind} at once`);
    let flying = true;
    const land = () => {
      if (flying) this.#flying[kind]--;
      flying = false;
    };
    signal?.addEventListener('abort', land);
    const waits = line === 'never' || line === 'slow';
    if (!waits) this.#busy++;
    try {
      if (line === 'slow') await new Promise((resolve) => setTimeout(resolve, 3_000));
      const response = await (BROKEN[line]?.() ?? this.#proxy(request));
      const text = await response.text();
      const body = parsed(text);
      // Read already, so that nothing of the browser's own is waited for between two turns of the clock.
      Object.assign(response, { json: async (): Promise<unknown> => JSON.parse(text) });
      if (typeof body['sessionUrl'] === 'string') this.#secrets.add(body['sessionUrl']);
      if (kind === 'status' && response.ok && flying)
        this.#note(new URL(url).searchParams.get('onboardingId') ?? '', body);
      return response;
    } finally {
      land();
      if (!waits) this.#busy--;
    }
  }

  #note(id: string, { verificationState }: Record<string, unknown>): void {
    const told = this.#told.get(id);
    this.#answered.set(id, verificationState as VerificationState | undefined);
    if (told && WORD[told] !== verificationState) this.#told.delete(id);
  }

  #hear(type: string, { detail }: CustomEvent<unknown>): void {
    this.#public.push(JSON.stringify(detail));
    if (!this.step.isConnected || this.cached) this.#broken.push(`${type} after removal`);
    // A new attempt, and another person, are another arrival.
    if (type === 'started' || (detail as { state?: string } | null)?.state === 'idle') this.#told.clear();
    const verdict = VERDICTS.find((one) => one === type);
    if (!verdict) return;
    const { onboardingId: id, submitted } = detail as { onboardingId: string; submitted?: true };
    // Handed in and overdue, it is pending whatever Baanx says.
    if (this.#answered.get(id) !== WORD[verdict] && !submitted)
      this.#broken.push(`${type} without the verdict`);
    if (this.#told.get(id) === verdict) this.#broken.push(`${type} twice`);
    this.#told.set(id, verdict);
  }
}

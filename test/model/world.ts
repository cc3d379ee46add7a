import '../../src/index.js';
// Loaded ahead: its time to load is real, and the clock is not.
import '../../src/element/handoff-link.js';
import type { BaanxKycStep } from '../../src/index.js';
import type { HostLink } from '../../src/headless/handoff.js';
import type { VerificationState } from '../../src/baanx/wire.js';
import { anyoneWithTheOnboardingId, createKycProxy } from '../../src/proxy/handler.js';
import { createSandbox } from '../../src/sandbox/index.js';
import { createPushHub } from '../../src/server/index.js';
import { moment } from '../support/fake-clock.js';
import { keepProcess, puppetOrigin } from '../support/origins.js';
import { Browser } from './browser.js';
import { BROKEN, parsed, type Line } from './line.js';

const VERDICTS = ['verified', 'rejected', 'pending'] as const;
type Verdict = (typeof VERDICTS)[number];
const WORD: Record<Verdict, VerificationState> = {
  verified: 'VERIFIED',
  rejected: 'REJECTED',
  pending: 'PENDING',
};

keepProcess(puppetOrigin);

let worlds = 0;
let links = 0;

/** Waits for one task of the browser's. */
const task = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });

/**
 * One element with the real client, proxy and sandbox, and what must hold of it whatever happens. A broken rule is
 * remembered, and thrown after the step that broke it.
 */
export class World {
  readonly step: BaanxKycStep = document.createElement('baanx-kyc-step');
  readonly place = document.createElement('form');
  readonly browser = new Browser();
  readonly ids: readonly [string, string];
  line: Line = 'ok';
  /** Done once, in the listener of whatever is told next. */
  reaction: (() => unknown) | undefined;
  readonly #sandbox = createSandbox({ veriffOrigin: puppetOrigin, pendingOnSession: true, decideMs: 0 });
  readonly #hub = createPushHub();
  readonly #proxy = createKycProxy({
    push: this.#hub,
    clientKey: 'test',
    authorize: anyoneWithTheOnboardingId,
    accessToken: () => this.#account,
    veriffOrigins: [puppetOrigin],
    fetch: (input, init) => this.#sandbox.baanx(new Request(input, init)),
  });
  readonly #broken: string[] = [];
  /** The requests without a response, for each kind and onboarding. */
  readonly #flying = new Set<string>();
  /** What was answered about a person last, and which verdict was told since another answer. */
  readonly #answered = new Map<string, VerificationState | undefined>();
  readonly #told = new Map<string, Verdict>();
  readonly #secrets = new Set<string>();
  readonly #public: string[] = [];
  readonly #account: string;
  readonly #end = new AbortController();
  /** When Veriff or a hand-off was last closed, in ms. */
  #closedAt = Infinity;
  #streams = 0;
  #busy = 0;
  #retryable = false;

  constructor() {
    const world = ++worlds;
    this.ids = [`own-${world}`, `other-${world}`];
    this.#account = `account-${world}`;
    const { step } = this;
    step.veriffOrigins = puppetOrigin;
    step.onboardingId = this.ids[0];
    step.name = 'kyc';
    step.fetcher = (input, init) => {
      if (this.line === 'throws') throw new Error('of the host');
      return this.#fetch(new Request(input, init), init?.signal ?? undefined);
    };
    step.handoff = () => this.#makeLink();
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
    this.browser.install();
    document.body.append(this.place);
    this.place.append(this.step);
  }

  close(): void {
    this.place.remove();
    this.browser.restore();
    this.#end.abort();
  }

  /** Sets what Baanx says of the person that the element is about, until the next session. */
  decide(state: VerificationState): void {
    const { flow, onboardingId } = this.step;
    this.#sandbox.applicants.find(flow === 'account' ? this.#account : onboardingId).decide(state);
    this.publish();
  }

  /** Says that the status may have changed, as the host's server does when a webhook arrives. */
  publish(): void {
    void this.#hub.publish(this.step.onboardingId);
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
    const greeting = () => root?.querySelector('dialog[open] .cover .loading');
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

  async turn(ms: number): Promise<void> {
    await this.rest();
    await this.browser.pass(ms, this.rest);
  }

  /** What must hold between any two steps. */
  check(): void {
    const { step } = this;
    const root = step.renderRoot as ShadowRoot | undefined;
    const frames = root?.querySelectorAll('iframe').length ?? 0;
    const isOpen = step.isConnected && ['starting', 'verifying'].includes(step.state);
    const dialog = root?.querySelector('dialog')?.open ? 1 : 0;
    const popups = this.browser.popups.filter(({ closed, isAway }) => !closed && !isAway).length;
    if (this.browser.hidden && this.#streams > 0) this.#broken.push('a stream while nobody can see');
    // The frame comes after the dialog is painted.
    if (frames > dialog) this.#broken.push(`${frames} frames in ${dialog} dialogs`);
    if (frames + popups > 1) this.#broken.push(`${frames + popups} windows`);
    if (!isOpen && !this.cached && frames + popups > 0) this.#broken.push(`a window in ${step.state}`);
    const isHandedOff = root?.querySelector('slot[name="handoff-heading"]');
    if (isOpen && !this.cached && this.browser.popups.length === 0 && !dialog && !isHandedOff)
      this.#broken.push(`no window in ${step.state}`);
    if (step.isConnected && !step.disabled && !this.cached) {
      const sent = new FormData(this.place).get('kyc');
      if (sent !== (step.verificationState ?? null))
        this.#broken.push(`the form is sent ${JSON.stringify(sent)}`);
    }
    this.#expectWayOn();
    this.#expectNoSecret();
    if (this.#broken.length > 0) throw new Error(this.#broken.join('; '));
  }

  /**
   * The person has pressed a button, or the host has called `check()` or reset the form: the next status, or all of the check,
   * may be requested unseen.
   */
  isAsked = false;

  /** In the back-forward cache: nobody sees it. */
  cached = false;

  #expectWayOn(): void {
    const { step } = this;
    if (!step.isConnected || this.cached || this.browser.hidden) return;
    if (!step.onboardingId && step.flow === 'registration') return;
    const text = (step.renderRoot as ShadowRoot)
      .querySelector<HTMLElement>('[part="base"]')
      ?.innerText.trim();
    if (!text) this.#broken.push(`nothing on screen in ${step.state}`);
    const { state, disabled, flow } = step;
    // Asked once and not for ever; told what to do by the text; or at the end.
    const goesOn =
      state === 'checking' ||
      state === 'verified' ||
      (state === 'rejected' && flow === 'registration') ||
      (state === 'failed' && !this.#retryable);
    const hasDialog = this.step.renderRoot.querySelector('dialog')?.open;
    if (!goesOn && (!disabled || hasDialog) && this.buttons.length === 0)
      this.#broken.push(`no way on in ${state}`);
  }

  #expectNoSecret(): void {
    const shown =
      document.body.outerHTML +
      ((this.step.renderRoot as ShadowRoot | undefined)?.innerHTML ?? '') +
      location.href;
    const told =
      shown +
      [...this.#public, ...this.browser.warned].join() +
      JSON.stringify([localStorage, sessionStorage]);
    for (const secret of this.#secrets) if (told.includes(secret)) this.#broken.push('a session URL outside');
  }

  /** The host's link for a hand-off: none, a wrong one, or one that expires soon. */
  #makeLink(): HostLink | Promise<HostLink> {
    if (this.line === 'never') return new Promise(() => undefined);
    if (this.line !== 'ok') return { url: 'javascript:alert(1)' };
    const url = `/continue/link-${++links}-of-a-person`;
    this.#secrets.add(url);
    return { url, expiresAt: Date.now() + 120_000 };
  }

  async #fetch(request: Request, signal: AbortSignal | undefined): Promise<Response> {
    const { url } = request;
    if (new URL(url).pathname.endsWith('/v1/events')) return this.#openStream(request, signal);
    const kind = url.endsWith('/verification') ? 'session' : 'status';
    const { line } = this;
    if (!this.step.isConnected) this.#broken.push(`asked the ${kind} after removal`);
    if (kind === 'status' && this.browser.hidden && !this.isAsked)
      this.#broken.push('asked while nobody could see');
    // While it is checking, it asks again if the answer has no known status.
    if (kind === 'status' && this.step.state !== 'checking') this.isAsked = false;
    // The request for another person is aborted a task later.
    const name = `${kind} of ${this.step.onboardingId}`;
    if (this.#flying.has(name)) this.#broken.push(`two requests of the ${name} at once`);
    this.#flying.add(name);
    let flying = true;
    const land = () => {
      if (flying) this.#flying.delete(name);
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
      if (typeof body['sessionUrl'] === 'string') this.#secrets.add(body['sessionUrl']);
      if (kind === 'status' && response.ok && flying)
        this.#note(new URL(url).searchParams.get('onboardingId') ?? '', body);
      // Parsed at once, so that nothing of the browser's own is waited for between two turns of the clock.
      const { status, headers } = response;
      const json = async (): Promise<unknown> => JSON.parse(text);
      return Object.assign(new Response(text, { status, headers }), { json });
    } finally {
      land();
      if (!waits) this.#busy--;
    }
  }

  /** A stream is open until it ends or the element aborts it; there is one at most, and none while nobody can see. */
  async #openStream(request: Request, signal: AbortSignal | undefined): Promise<Response> {
    if (!this.step.isConnected) this.#broken.push('opened a stream after removal');
    if (this.browser.hidden) this.#broken.push('opened a stream while nobody could see');
    if (++this.#streams > 1) this.#broken.push('two streams at once');
    let isOpen = true;
    const end = () => {
      if (isOpen) this.#streams--;
      isOpen = false;
    };
    signal?.addEventListener('abort', end);
    try {
      const response = await (BROKEN[this.line]?.() ?? this.#proxy(request));
      if (
        !response.ok ||
        !response.body ||
        !/event-stream/.test(response.headers.get('content-type') ?? '')
      ) {
        end();
        return response;
      }
      const body = response.body.pipeThrough(new TransformStream({ flush: end }));
      return new Response(body, response);
    } catch (error) {
      end();
      throw error;
    }
  }

  #note(id: string, { verificationState }: Record<string, unknown>): void {
    const told = this.#told.get(id);
    this.#answered.set(id, verificationState as VerificationState | undefined);
    if (told && WORD[told] !== verificationState) this.#told.delete(id);
  }

  #hear(type: string, { detail }: CustomEvent<unknown>): void {
    this.#public.push(JSON.stringify(detail));
    const { previous = '' } = (detail ?? {}) as { previous?: string };
    if (previous === 'checking') this.isAsked = false;
    if (['starting', 'verifying'].includes(previous)) this.#closedAt = performance.now();
    if (!this.step.isConnected || this.cached) this.#broken.push(`${type} after removal`);
    // A new attempt, and another person, are another arrival.
    if (type === 'started' || (detail as { state?: string } | null)?.state === 'idle') this.#told.clear();
    if (type === 'error') this.#retryable = (detail as { retryable: boolean }).retryable;
    const verdict = VERDICTS.find((one) => one === type);
    if (verdict) this.#hearVerdict(verdict, detail);
    const react = this.reaction;
    this.reaction = undefined;
    react?.();
  }

  #hearVerdict(verdict: Verdict, detail: unknown): void {
    const { onboardingId: id, submitted } = detail as { onboardingId: string; submitted?: true };
    // Once a submission is overdue, the step is pending whatever Baanx says. "I've finished" counts as a submission, and
    // closes Veriff.
    const isOverdue = verdict === 'pending' && performance.now() - this.#closedAt >= this.step.pollTimeout;
    if (this.#answered.get(id) !== WORD[verdict] && !submitted && !isOverdue)
      this.#broken.push(`${verdict} without the verdict`);
    if (this.#told.get(id) === verdict) this.#broken.push(`${verdict} twice`);
    this.#told.set(id, verdict);
  }
}

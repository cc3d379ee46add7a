import { fixture, html } from '@open-wc/testing';
import { BaanxKycStep, type KycStepEventDetails, type State } from '../../src/index.js';
import { anyoneWithTheOnboardingId, createKycProxy } from '../../src/proxy/handler.js';
import { createSandbox, type Sandbox } from '../../src/sandbox/index.js';
import type { Applicant } from '../../src/sandbox/applicants.js';
import { clock } from './auto-clock.js';
import { moment } from './fake-clock.js';
import { evilOrigin, keepProcess, puppetOrigin } from './origins.js';

export { clock, evilOrigin, puppetOrigin };

keepProcess(puppetOrigin);

/** Messages that the puppet has been told to send. No time passes before they arrive. */
const inTransit = new Map<unknown, () => void>();
addEventListener('message', ({ data }) => {
  inTransit.get(data)?.();
  inTransit.delete(data);
});

const EVENTS = [
  'statechange',
  'started',
  'submitted',
  'canceled',
  'pending',
  'verified',
  'rejected',
  'error',
] as const;

/** An event as a host hears it. */
export interface Heard {
  readonly type: keyof KycStepEventDetails;
  readonly detail: unknown;
}

// Test files share a tab, and with it what an earlier file's applicants are remembered to have submitted.
sessionStorage.clear();

/** Counts on all stages: each has people of its own. */
let stages = 0;

/**
 * One element in the page, with the real client, the real proxy and the sandbox behind it, all in this process.
 * Veriff's page is a puppet on another origin.
 */
export class Stage {
  readonly heard: Heard[] = [];
  /** Method and path of every request, in order. */
  readonly requests: string[] = [];
  readonly sandbox: Sandbox;
  /** Answers in place of the proxy, where set. */
  answer: ((request: Request) => Response | Promise<Response> | undefined) | undefined;

  private constructor(
    readonly step: BaanxKycStep,
    readonly onboardingId: string,
  ) {
    this.sandbox = createSandbox({ veriffOrigin: puppetOrigin, pendingOnSession: false, decideMs: 0 });
    const proxy = createKycProxy({
      clientKey: 'test',
      authorize: anyoneWithTheOnboardingId,
      veriffOrigins: [puppetOrigin],
      fetch: (input, init) => this.sandbox.baanx(new Request(input, init)),
    });
    step.veriffOrigins = puppetOrigin;
    step.pollInterval = 100;
    step.fetcher = async (input, init) => {
      const request = new Request(input, init);
      this.requests.push(`${request.method} ${new URL(request.url).pathname.replace('/api/baanx', '')}`);
      return (await this.answer?.(request)) ?? proxy(request);
    };
    for (const type of EVENTS)
      step.addEventListener(type, (event) => this.heard.push({ type, detail: event.detail }));
  }

  /**
   * `id` is a scenario of the sandbox's, or any word. `prepare` runs before the element is in the page. `tag` is
   * what another copy of the element is defined as.
   */
  static async open(
    id = 'approve',
    prepare: (stage: Stage) => void = () => undefined,
    tag = 'baanx-kyc-step',
  ): Promise<Stage> {
    const step = document.createElement(tag as 'baanx-kyc-step');
    const stage = new Stage(step, `${id}-${++stages}`);
    step.onboardingId = stage.onboardingId;
    prepare(stage);
    await fixture(html`${step}`);
    await step.updateComplete;
    return stage;
  }

  /** The one that the element is about, as Baanx knows them. */
  get applicant(): Applicant {
    return this.sandbox.applicants.find(this.onboardingId);
  }

  part<E extends HTMLElement = HTMLElement>(name: string): E | null {
    return this.step.renderRoot.querySelector<E>(`[part~="${name}"]`);
  }

  get frame(): HTMLIFrameElement | null {
    return this.part<HTMLIFrameElement>('frame');
  }

  get dialog(): HTMLDialogElement {
    return this.part('dialog') as HTMLDialogElement;
  }

  /** What the person reads, the dialog apart. */
  get text(): string {
    return (this.part('base')?.innerText ?? '').replace(/\s+/g, ' ');
  }

  /** Waits until the element is in the state. */
  async state(state: State): Promise<void> {
    while (this.step.state !== state) {
      await new Promise((resolve) => {
        this.step.addEventListener('statechange', resolve, { once: true });
      });
    }
    await this.step.updateComplete;
  }

  press(part: string): void {
    const button = this.part(part);
    if (!button) throw new Error(`No ${part} in ${this.step.state}`);
    button.click();
  }

  /** From the first answer to Veriff's greeting. */
  async start(): Promise<void> {
    await this.state('ready');
    this.press('start');
    await this.greeted();
  }

  /** Until Veriff's page has greeted us: it hears now what it is to say. */
  async greeted(): Promise<void> {
    await this.state('verifying');
    await this.until(() => !this.step.renderRoot.querySelector('.cover'));
  }

  /** The puppet says this to the page, as Veriff would. */
  say(message: unknown, onHeard?: () => void): void {
    const release = clock.hold();
    // The first of two that are the same may close the window, and the second then never arrives.
    const earlier = inTransit.get(message);
    inTransit.set(message, () => {
      earlier?.();
      release();
      onHeard?.();
    });
    this.frame?.contentWindow?.postMessage({ say: message }, puppetOrigin);
  }

  /** The same. Resolves when the page has heard it. */
  async sayAndWait(message: unknown): Promise<void> {
    await new Promise<void>((resolve) => this.say(message, resolve));
    await moment(); // for the listeners that come after this one
  }

  /** Waits for a condition. */
  async until(holds: () => unknown): Promise<void> {
    while (!holds()) await moment();
  }

  /** The events of these types, in order. */
  events(...types: Heard['type'][]): Heard[] {
    return this.heard.filter(({ type }) => types.includes(type));
  }

  count(request: string): number {
    return this.requests.filter((one) => one === request).length;
  }
}

export const SESSION = 'POST /v1/auth/register/verification';
export const STATUS = 'GET /v1/auth/register';

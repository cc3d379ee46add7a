import type { VerificationState } from '../baanx/wire.js';
import { observe } from '../proxy/observe.js';
import { signWebhook } from '../server/signature.js';
import { unref, type Applicant } from './applicants.js';
import type { WebhookFault } from './scenarios.js';

/** Where the sandbox sends a signed webhook whenever an applicant's state changes. */
export interface SandboxWebhookOptions {
  /** Your endpoint. A function is called for each delivery, for servers that learn their port later. */
  readonly url: string | (() => string);
  /**
   * The endpoint's signing key.
   * @default 'whk_sandbox'
   */
  readonly key?: string;
  /**
   * Your own ID of the person, sent as `user_external_id` as if you had given it to Baanx.
   * @default none is sent
   */
  readonly externalUserId?: (onboardingId: string) => string | undefined;
  /**
   * Replaces `fetch`: to call a handler in this process.
   * @default the global `fetch`
   */
  readonly fetch?: typeof fetch;
  /**
   * Receives the outcome of each delivery.
   * @default none
   */
  readonly onDelivery?: (delivery: SandboxDelivery) => void;
}

/** One attempt to deliver a webhook. */
export interface SandboxDelivery {
  /** The applicant's ID. */
  readonly onboardingId: string;
  /** The event's ID, the same in every attempt. */
  readonly eventId: string;
  /** The state that the event reports. */
  readonly state: VerificationState;
  /** The fault that the sandbox simulated. */
  readonly fault: WebhookFault | undefined;
  /** 1 for the first attempt. */
  readonly attempt: number;
  /** The status of the endpoint's response; undefined if there was none within 30 s. */
  readonly status: number | undefined;
}

/** An event that is ready to be sent. */
interface PreparedEvent extends Pick<SandboxDelivery, 'onboardingId' | 'eventId' | 'state' | 'fault'> {
  readonly body: string;
}

const DEFAULT_KEY = 'whk_sandbox';
const DELIVERY_TIMEOUT_MS = 30_000;
/** After a 5xx or no answer the event is sent again after these times, in ms. A 4xx is final. */
const RETRY_DELAYS_MS = [1_000, 2_000, 4_000, 8_000];
/** How old the timestamp of a stale webhook is, in seconds. */
const STALE_S = 3_600;

/** Simulates Baanx's webhooks: one event for each change of an applicant's state. */
export class Webhooks {
  readonly #options: SandboxWebhookOptions;
  readonly #lastStates = new WeakMap<Applicant, VerificationState>();
  /** The event of an applicant that is held back, to be delivered after the next one. */
  readonly #held = new WeakMap<Applicant, PreparedEvent>();

  constructor(options: SandboxWebhookOptions) {
    this.#options = options;
  }

  /** Begins to watch an applicant. Their current state is not sent. */
  watch(applicant: Applicant): void {
    this.#lastStates.set(applicant, applicant.state);
  }

  /** Sends an event if the applicant's state has changed since the last call. An error of the host's functions is printed. */
  readonly check = (applicant: Applicant): void =>
    observe('createSandbox: webhook', () => this.#check(applicant));

  #check(applicant: Applicant): void {
    const [before, state] = [this.#lastStates.get(applicant), applicant.state];
    if (before === state) return;
    this.#lastStates.set(applicant, state);
    const event = this.#prepare(applicant, before, state);
    const held = this.#held.get(applicant);
    if (event.fault === 'reordered' && !held) {
      this.#held.set(applicant, event);
      return;
    }
    this.#held.delete(applicant);
    void this.#deliverAll([event, ...(held ? [held] : []), ...(event.fault === 'duplicate' ? [event] : [])]);
  }

  #prepare(
    applicant: Applicant,
    before: VerificationState | undefined,
    state: VerificationState,
  ): PreparedEvent {
    const { id: onboardingId, userId, scenario } = applicant;
    const eventId = crypto.randomUUID();
    const externalId = this.#options.externalUserId?.(onboardingId);
    const body = JSON.stringify({
      api_version: 'v1',
      event_id: eventId,
      event_category: 'kyc',
      event_type: 'kyc.status.changed',
      user_id: userId,
      ...(externalId !== undefined && { user_external_id: externalId }),
      event_object_id: userId,
      // Baanx does not document which words it uses here.
      event_object_status: state,
      event_object_changes: { status: { before, after: state } },
      event_object: {},
      occurred_at: new Date().toISOString(),
    });
    return { onboardingId, eventId, state, fault: scenario?.webhook, body };
  }

  async #deliverAll(events: readonly PreparedEvent[]): Promise<void> {
    for (const event of events) await this.#deliver(event);
  }

  /** Sends an event until it is accepted or refused, or the last attempt has failed. */
  async #deliver(event: PreparedEvent): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      const status = await this.#send(event).catch(() => undefined);
      const { onboardingId, eventId, state, fault } = event;
      const delivery = { onboardingId, eventId, state, fault, attempt, status };
      observe('createSandbox: onDelivery', () => this.#options.onDelivery?.(delivery));
      const delay = RETRY_DELAYS_MS[attempt - 1];
      if ((status !== undefined && status < 500) || delay === undefined) return;
      await new Promise((resolve) => unref(setTimeout(resolve, delay)));
    }
  }

  async #send({ body, fault }: PreparedEvent): Promise<number> {
    const { url, key = DEFAULT_KEY, fetch: send = fetch } = this.#options;
    const timestamp = Math.floor(Date.now() / 1000) - (fault === 'stale' ? STALE_S : 0);
    const signature = await signWebhook(fault === 'wrong-signature' ? `not-${key}` : key, timestamp, body);
    const response = await send(typeof url === 'function' ? url() : url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...signature },
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(DELIVERY_TIMEOUT_MS),
    });
    await response.body?.cancel();
    return response.status;
  }
}

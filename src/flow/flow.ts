import { effectsOf, type Effect } from './effects.js';
import type { FlowEvent } from './events.js';
import type { Ports } from './ports.js';
import { nextTask } from './sleep.js';
import { INITIAL, stopped, submissionOf, type Snapshot } from './snapshot.js';
import { transition } from './transition.js';

/** One step of the flow. */
export interface Change {
  /** The snapshot before the change. */
  readonly before: Snapshot;
  /** The snapshot now. */
  readonly now: Snapshot;
  /** What caused the change. */
  readonly event: FlowEvent;
}

/**
 * Runs the flow for one onboarding or account: takes events, keeps the snapshot, and starts and aborts the effects of
 * its state. After `stop` it does nothing until it begins again.
 */
export class Flow {
  readonly #ports: Ports;
  readonly #onChange: (change: Change) => void;
  readonly #running = new Map<Effect, AbortController>();
  readonly #queue: FlowEvent[] = [];
  #snapshot: Snapshot;
  #isStopped = false;
  #wasStopped = false;

  constructor(ports: Ports, onChange: (change: Change) => void) {
    this.#ports = ports;
    this.#onChange = onChange;
    this.#snapshot = { ...INITIAL, attempt: ports.memory.load() };
  }

  /** What is known now. Immutable: each change makes a new object. */
  get snapshot(): Snapshot {
    return this.#snapshot;
  }

  /** Whether it was stopped and has not begun again. */
  get isStopped(): boolean {
    return this.#isStopped;
  }

  /** Begins with a status check, or begins again after `stop()`, with what is known. Does nothing while it is running. */
  begin(): void {
    if (!this.#isStopped && this.#snapshot.state !== 'idle') return;
    this.#isStopped = false;
    this.send({ type: 'begin' });
  }

  /** Processes an event. Synchronous up to an effect's first wait, so that a window opens in the click handler. */
  send(event: FlowEvent): void {
    // An event that is sent while another is processed waits for its turn.
    if (this.#queue.push(event) > 1) return;
    try {
      for (const next of this.#queue) this.#process(next);
    } finally {
      this.#queue.length = 0;
    }
  }

  /** Requests a session before Start is pressed, once. A failure is ignored here: Start tries again and reports it. */
  prefetch(): void {
    const { state } = this.#snapshot;
    if (this.#isStopped || state !== 'ready' || submissionOf(this.#snapshot) === 'none') return;
    void this.#ports.sessions.get();
    this.send({ type: 'prefetched' });
  }

  /** Reloads the host page, which Veriff requested and the person agreed to. */
  reloadPage(): void {
    this.#ports.reloadPage();
  }

  /**
   * Closes the window and cancels all requests and timers, without reporting a change. What is known is kept for
   * `begin()`. So is a running request for a session, if `begin()` follows in the same task.
   */
  stop(): void {
    if (this.#isStopped) return;
    this.#isStopped = this.#wasStopped = true;
    this.#snapshot = stopped(this.#snapshot);
    // Drops the events that wait. The one that is being processed stays in the queue, so that `begin()` waits for its
    // end.
    this.#queue.splice(1);
    for (const effect of this.#running.values()) effect.abort();
    this.#running.clear();
    setTimeout(() => {
      if (this.#isStopped) this.#ports.sessions.abort();
    });
  }

  #process(event: FlowEvent): void {
    if (this.#isStopped) return;
    const before = this.#snapshot;
    const now = transition(before, event, performance.now());
    if (now === before) return;
    this.#snapshot = now;
    this.#updateStores({ before, now, event });

    const effects = effectsOf(now);
    for (const [effect, running] of this.#running) {
      if (effects.includes(effect) && effect.restartsOn !== event.type) continue;
      this.#running.delete(effect);
      running.abort();
    }
    this.#onChange({ before, now, event });
    // A listener of the change may have stopped the flow, and begun it again.
    if (this.#snapshot !== now) return;
    for (const effect of effects) if (!this.#running.has(effect)) this.#run(effect, event);
  }

  #updateStores({ before, now, event }: Change): void {
    const { sessions, memory } = this.#ports;
    if (now.attempt !== before.attempt) memory.save(now.attempt);
    if (event.type === 'finished' || now.state === 'verified' || now.state === 'rejected') sessions.forget();
    const wasSentBack = event.type === 'canceled' && !before.veriff?.started;
    if (event.type === 'window-silent' || wasSentBack) sessions.suspect();
  }

  #run(effect: Effect, cause: FlowEvent): void {
    const running = new AbortController();
    const { signal } = running;
    this.#running.set(effect, running);
    const send = (event: FlowEvent) => {
      if (!signal.aborted) this.send(event);
    };
    const crash = (error: unknown) => {
      this.#ports.reportError(error);
      void nextTask(signal).then(() => {
        if (signal.aborted) return;
        // Removed before the event is sent. If the event changes something and the state still needs the effect, it
        // starts again.
        this.#running.delete(effect);
        this.send(effect.eventOnThrow);
        running.abort();
      });
    };
    const context = { signal, send, crash, cause, now: this.#snapshot, wasStopped: this.#wasStopped };
    effect.run({ ports: this.#ports, ...context }).catch(crash);
  }
}

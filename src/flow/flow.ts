import { JOBS, inTaskOfItsOwn, jobsOf, type JobName, type Ports } from './jobs.js';
import { INITIAL, resumed, transition, type FlowEvent, type Snapshot } from './machine.js';

/** One step of the flow, as the element shows it and tells the host. */
export interface Change {
  readonly before: Snapshot;
  readonly now: Snapshot;
  readonly event: FlowEvent;
}

/**
 * Runs the machine for one onboarding or account: an event in, a snapshot out, and the jobs of the snapshot
 * started and aborted. After `stop` nothing is heard of it.
 */
export class Flow {
  readonly #ports: Ports;
  readonly #onChange: (change: Change) => void;
  readonly #whole = new AbortController();
  readonly #running = new Map<JobName, AbortController>();
  readonly #queue: FlowEvent[] = [];
  #snapshot: Snapshot;
  #handedInAt: number | undefined;

  /** `memory` is the last snapshot of a flow for the same person that was stopped. */
  constructor(ports: Ports, onChange: (change: Change) => void, memory: Snapshot = INITIAL) {
    this.#ports = ports;
    this.#onChange = onChange;
    this.#snapshot = resumed(memory);
  }

  get snapshot(): Snapshot {
    return this.#snapshot;
  }

  /** Takes an event. Synchronous up to the first wait of a job, so that a window opens in the click. */
  send(event: FlowEvent): void {
    // What is sent while one is taken waits behind it.
    if (this.#queue.push(event) > 1) return;
    try {
      for (const next of this.#queue) this.#take(next);
    } finally {
      this.#queue.length = 0;
    }
  }

  /** Has a session at hand before Start is pressed, once. A failure is not told: Start will meet it again. */
  prefetch(): void {
    const { state, submission } = this.#snapshot;
    if (state !== 'ready' || submission === 'left') return;
    void this.#ports.sessions.get();
    this.send({ type: 'prefetched' });
  }

  /** Aborts every job and closes the window. */
  stop(): void {
    this.#whole.abort();
    for (const job of this.#running.values()) job.abort();
    this.#running.clear();
  }

  #take(event: FlowEvent): void {
    if (this.#whole.signal.aborted) return;
    const before = this.#snapshot;
    const now = transition(before, event);
    if (now === before) return;
    this.#snapshot = now;
    if (isOver(event, now)) this.#ports.sessions.forget();
    if (event.type === 'window-silent' || (event.type === 'canceled' && !before.begun))
      this.#ports.sessions.doubt();
    if (now.submission === 'handed-in' && before.submission !== 'handed-in') this.#handedInAt = Date.now();

    const jobs = jobsOf(now);
    for (const [name, job] of this.#running) {
      if (jobs.includes(name)) continue;
      this.#running.delete(name);
      job.abort();
    }
    this.#onChange({ before, now, event });
    for (const name of jobs) if (!this.#running.has(name)) this.#run(name, event);
  }

  #run(name: JobName, cause: FlowEvent): void {
    if (this.#whole.signal.aborted) return;
    const job = new AbortController();
    this.#running.set(name, job);
    const send = (event: FlowEvent) => {
      if (!job.signal.aborted) this.send(event);
    };
    JOBS[name]({
      ports: this.#ports,
      signal: job.signal,
      send,
      cause,
      isKnown: !!this.#snapshot.verificationState,
      handedInAt: this.#handedInAt,
    }).catch(async () => {
      // Ports answer failures. What throws nevertheless is the window's: the page or an extension broke it.
      await inTaskOfItsOwn(job.signal);
      send({ type: 'session-failed', failure: { code: 'veriff-unreachable' } });
    });
  }
}

/** Nothing more is to be done in this session. Silence does not say so: it goes on in another window. */
const isOver = ({ type }: FlowEvent, { state }: Snapshot): boolean =>
  type === 'finished' || state === 'verified' || state === 'rejected';

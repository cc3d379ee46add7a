import type { Ports } from './ports.js';
import { sleep, untilVisible } from './sleep.js';

/** The first wait before a stream is opened again, in ms. It doubles with each stream that did not last. */
const RECONNECT_MS = 1_000;
const MAX_RECONNECT_MS = 600_000;
/** A stream that was open for this long, in ms, was stable: the next one may follow soon. */
const LASTED_MS = 60_000;

/** Notices that the status may have changed, for one effect. Without `listen` there are none. */
export class Notices {
  /** Whether notices arrive, so that polling is only a safety net. */
  isLive = false;
  #next = new AbortController();

  /** @param signal ends the effect */
  constructor(signal: AbortSignal) {
    signal.addEventListener('abort', this.#notify);
  }

  /** Aborted by the first notice since the last `clear`, and with the effect. */
  get next(): AbortSignal {
    return this.#next.signal;
  }

  /** Called when the status is requested, which covers all earlier notices. */
  clear(): void {
    this.#next = new AbortController();
  }

  /** Keeps one stream open while the page is visible, until the effect ends. In the account flow there is none. */
  async listen({ attention, baanx }: Pick<Ports, 'attention' | 'baanx'>, signal: AbortSignal): Promise<void> {
    let wait = RECONNECT_MS;
    while (baanx.listen) {
      await untilVisible(attention, signal);
      if (signal.aborted) break;
      const startedAt = performance.now();
      const stream = new AbortController();
      const end = () => stream.abort();
      signal.addEventListener('abort', end);
      attention.onLeave(stream.signal, end);
      let isOpen = false;
      await baanx.listen(stream.signal, (mustPoll = false) => {
        isOpen = true;
        this.isLive = !mustPoll;
        this.#notify();
      });
      const wasHidden = stream.signal.aborted;
      end();
      signal.removeEventListener('abort', end);
      // That the page was hidden says nothing about the stream, even if it had not begun.
      const hasLasted = wasHidden || (isOpen && performance.now() - startedAt >= LASTED_MS);
      wait = hasLasted ? RECONNECT_MS : Math.min(wait * 2, MAX_RECONNECT_MS);
      // A stable stream is soon followed by another one. After any other, polling takes over in the meantime.
      if (!hasLasted && this.isLive) {
        this.isLive = false;
        this.#notify();
      }
      // Many streams end together when their server stops. They must not reconnect together.
      await sleep(wait * (1 + Math.random()), signal);
    }
    this.isLive = false;
  }

  readonly #notify = (): void => this.#next.abort();
}

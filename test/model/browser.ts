import { installFakeClock, runningTimers, type FakeClock } from '../support/fake-clock.js';
import { Popup } from '../support/popup.js';

/** What the element sees of the browser, in place of the real one. */
export class Browser {
  #clock: FakeClock | undefined;
  hidden = false;
  offline = false;
  /** Another window can't be opened. */
  blocks = false;
  /** Windows that were opened, closed ones too. */
  readonly popups: Popup[] = [];
  /** What the console was told. */
  readonly warned: string[] = [];
  #restore = (): void => undefined;

  install(): void {
    Object.defineProperty(document, 'hidden', {
      configurable: true,
      get: () => this.hidden,
    });
    Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => !this.offline });
    // The functions themselves: a bound one in each walk would make a chain.
    const open = Reflect.get<Window, 'open'>(window, 'open');
    const matchMedia = Reflect.get<Window, 'matchMedia'>(window, 'matchMedia');
    window.open = () => {
      if (this.blocks) return null;
      const popup = new Popup();
      this.popups.push(popup);
      return popup as unknown as Window;
    };
    // A desktop, where the phone is offered. Without a screen, the browser reports no mouse.
    window.matchMedia = (query) => matchMedia.call(window, query.includes('hover') ? 'all' : query);
    const { warn } = console;
    console.warn = (...words: unknown[]) => void this.warned.push(words.join(' '));
    this.#restore = () => {
      console.warn = warn;
      window.open = open;
      window.matchMedia = matchMedia;
    };
    this.#clock = installFakeClock();
  }

  restore(): void {
    this.#clock?.uninstall();
    this.#restore();
    Reflect.deleteProperty(document, 'hidden');
    Reflect.deleteProperty(navigator, 'onLine');
  }

  /** How many timers run. */
  get timers(): number {
    return this.#clock?.countTimers() ?? 0;
  }

  /** Sets the time of day forward by `ms`, or back. Timers are not affected. */
  jump(ms: number): void {
    this.#clock?.setSystemTime(Date.now() + ms);
  }

  /** Lets `ms` pass. After each timer it waits until all that the timer causes has come to `rest`. */
  async pass(ms: number, rest: () => Promise<void>): Promise<void> {
    const clock = this.#clock;
    if (!clock) return;
    const end = clock.now + ms;
    for (;;) {
      const next = Math.min(...runningTimers(clock).map(({ callAt }) => callAt));
      if (next > end) break;
      clock.next();
      await rest();
    }
    clock.tick(end - clock.now);
  }
}

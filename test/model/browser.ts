import { HandClock } from '../support/hand-clock.js';
import { Popup } from '../support/popup.js';

/** What the element sees of the browser, in place of the real one. */
export class Browser {
  readonly clock = new HandClock();
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
    const open = window.open.bind(window);
    window.open = () => {
      if (this.blocks) return null;
      const popup = new Popup();
      this.popups.push(popup);
      return popup as unknown as Window;
    };
    const { warn } = console;
    console.warn = (...words: unknown[]) => void this.warned.push(words.join(' '));
    this.#restore = () => {
      console.warn = warn;
      window.open = open;
    };
    this.clock.install();
  }

  restore(): void {
    this.clock.restore();
    this.#restore();
    Reflect.deleteProperty(document, 'hidden');
    Reflect.deleteProperty(navigator, 'onLine');
  }
}

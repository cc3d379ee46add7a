import type { PrepareVeriff, VeriffWindow } from '../flow/ports.js';
import { isCameraDenied, preconnect } from '../veriff/preflight.js';
import { prepare, type OpenIn } from '../veriff/prepare.js';
import { hintFor, hintOnce } from './hints.js';

/**
 * What brings Veriff's window to the front, whichever element of whichever copy of this script has opened it; false if
 * none is open. A person can do one verification at a time, so a page has one window.
 */
const SHOW_OPEN = Symbol.for('baanx-kyc-step.open');
const page = globalThis as { [SHOW_OPEN]?: () => boolean };

/** How an element opens Veriff's window. */
export class Opening {
  /** The way of the window that is open: another than was wanted where that one will not do. */
  way: OpenIn = 'modal';
  #window: VeriffWindow | undefined;

  /** Whether a window may be opened now. Else the one that is open is shown. `isOpen` tells of ours. */
  may(wanted: OpenIn, trusted: readonly string[], isOpen: () => boolean): boolean {
    if (page[SHOW_OPEN]?.()) return false;
    page[SHOW_OPEN] = () => {
      const open = isOpen();
      if (open) this.#window?.focus();
      return open;
    };
    preconnect(trusted);
    // An attribute may hold any word.
    this.way = wanted === 'popup' || wanted === 'redirect' ? wanted : 'modal';
    if (this.way === 'modal' && isCameraDenied(trusted)) {
      hintOnce(hintFor({ code: 'camera-blocked-by-page' }));
      this.way = 'popup';
    }
    return true;
  }

  prepare(tell: Parameters<PrepareVeriff>[0], options: Parameters<typeof prepare>[1]) {
    const prepared = prepare(this.way, options)(tell);
    this.#window = 'code' in prepared ? undefined : prepared;
    return prepared;
  }
}

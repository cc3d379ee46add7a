import type { PrepareVeriff } from '../flow/ports.js';
import { modal, type ModalOptions } from './modal.js';
import { popup, type PopupOptions } from './popup.js';
import { redirect } from './redirect.js';

/** How Veriff is shown. */
export type OpenIn = 'modal' | 'popup' | 'redirect';

/** One of the three ways behind the one contract. Where the camera can't be had, none. */
export function prepare(openIn: OpenIn, options: ModalOptions & PopupOptions): PrepareVeriff {
  if (!isSecureContext) return () => ({ code: 'insecure-context' });
  // An attribute may hold any word.
  return (openIn === 'popup' ? popup : openIn === 'redirect' ? redirect : modal)(options);
}

import type { PrepareVeriff } from '../flow/ports.js';
import { sessionUrlOf, type Destination } from './destination.js';
import { modal, type ModalOptions } from './modal.js';
import { popup, type PopupOptions } from './popup.js';
import { redirect } from './redirect.js';

/** How Veriff is shown. */
export type OpenIn = 'modal' | 'popup' | 'redirect';

/** One of the three ways behind the one contract. Where the camera can't be had, none. */
export function prepare(openIn: OpenIn, options: ModalOptions & PopupOptions & Destination): PrepareVeriff {
  // An attribute may hold any word.
  const way = openIn === 'popup' ? popup : openIn === 'redirect' ? redirect : modal;
  return (tell) => {
    if (!isSecureContext) return { code: 'insecure-context' };
    const window = way(options, tell);
    if ('code' in window) return window;
    return {
      ...window,
      navigate(sessionUrl) {
        const url = sessionUrlOf(sessionUrl, options);
        if (typeof url !== 'string') return url;
        window.go(url);
        return undefined;
      },
    };
  };
}

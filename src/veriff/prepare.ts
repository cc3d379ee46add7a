import type { PrepareVeriff } from '../flow/ports.js';
import { sessionUrlOf, type Destination } from './destination.js';
import { modal, type ModalOptions } from './modal.js';
import { popup, type PopupOptions } from './popup.js';
import { redirect } from './redirect.js';
import type { MakeWay } from './way.js';

/** How Veriff is shown. */
export type OpenIn = 'modal' | 'popup' | 'redirect';

const WAYS: Readonly<Record<OpenIn, MakeWay<ModalOptions & PopupOptions>>> = { modal, popup, redirect };

/** One of the three ways behind the one contract. Where the camera can't be had, none. */
export function prepare(openIn: OpenIn, options: ModalOptions & PopupOptions & Destination): PrepareVeriff {
  return (tell) => {
    if (!isSecureContext) return { code: 'insecure-context' };
    const window = WAYS[openIn](options, tell);
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

import type { VeriffOutcome } from '../flow/ports.js';
import { success } from '../flow/result.js';
import { allowFor } from './frame-policy.js';
import { OUTCOMES, isRefused, readMessage, RENDER } from './messages.js';
import { keepVisible } from './modal-visibility.js';

export interface ModalOptions {
  /** Must stay in the template: a frame that is moved reloads. */
  readonly dialog: HTMLDialogElement;
  /** The element in the dialog that the frame is put into. */
  readonly frameBox: HTMLElement;
  /** The frame's accessible name. */
  readonly title: string;
  /** Origins that Veriff may be on; `https://*.host` allowed. */
  readonly trustedOrigins: readonly string[];
  /** Called once if the page hides the step, and the dialog with it. */
  readonly onHidden: () => void;
  /** Called once if the frame's page posts messages from an origin that is not trusted. */
  readonly onRefusedOrigin: (origin: string) => void;
}

/** How long Veriff may take to send its handshake, in ms. */
export const HANDSHAKE_TIMEOUT_MS = 15_000;

/** Shows Veriff in a frame in a modal dialog. */
export function openModal(options: ModalOptions, onOutcome: (outcome: VeriffOutcome) => void) {
  const { dialog, frameBox, title, trustedOrigins } = options;
  const closing = new AbortController();
  const { signal } = closing;
  const frame = document.createElement('iframe');
  let handshakeTimer: ReturnType<typeof setTimeout> | undefined;
  let sessionUrl = '';
  let refusedOrigin: string | undefined;

  const reportSilence = () => {
    const hint = refusedOrigin && `Messages from ${refusedOrigin} were refused. Is it one of veriff-origins?`;
    onOutcome({ type: 'window-silent', ...(hint && { hint }) });
  };
  const load = () => {
    // Not as an attribute, where session recorders would read the token in it.
    frame.contentWindow?.location.replace(sessionUrl);
    clearTimeout(handshakeTimer);
    handshakeTimer = setTimeout(reportSilence, HANDSHAKE_TIMEOUT_MS);
  };
  const close = () => {
    closing.abort();
    clearTimeout(handshakeTimer);
    sessionUrl = '';
    frame.remove();
    dialog.close();
  };
  const onMessage = (event: MessageEvent<unknown>) => {
    const message = readMessage(event, frame.contentWindow, trustedOrigins);
    if (message) {
      // A page that only reloads itself has not answered.
      if (message !== 'VERIFF_FORCE_RELOAD') clearTimeout(handshakeTimer);
      if (message === 'VERIFF_HANDSHAKE') frame.contentWindow?.postMessage(RENDER, event.origin);
      onOutcome({ type: OUTCOMES[message] });
    } else if (!refusedOrigin && isRefused(event, frame.contentWindow, trustedOrigins)) {
      refusedOrigin = event.origin;
      options.onRefusedOrigin(refusedOrigin);
    }
  };
  const onPolicyViolation = ({
    disposition,
    effectiveDirective,
    blockedURI,
  }: SecurityPolicyViolationEvent) => {
    // `blockedURI` is the whole URL or its origin.
    const isOurs = effectiveDirective === 'frame-src' && sessionUrl.startsWith(blockedURI);
    if (disposition === 'enforce' && isOurs) reportSilence();
  };

  frame.title = title;
  frame.part.add('frame');
  try {
    addEventListener('message', onMessage, { signal });
    document.addEventListener('securitypolicyviolation', onPolicyViolation, { signal });
    fitToVisualViewport(dialog, signal);
    keepEscapeInside(dialog, signal);
    keepVisible(dialog, {
      signal,
      onHidden: options.onHidden,
      onDismissed: () => onOutcome({ type: 'leave' }),
    });
    afterPaint(signal, () => {
      frameBox.append(frame);
      reportRemoval(frame, dialog, signal, () => onOutcome({ type: 'window-lost' }));
      if (sessionUrl) load();
    });
  } catch (error) {
    close();
    throw error;
  }
  return success({
    go(url: string) {
      sessionUrl = url;
      frame.allow = allowFor(sessionUrl, trustedOrigins);
      if (frame.isConnected) load();
    },
    focus() {
      // An empty frame would take the focus and swallow Escape.
      if (sessionUrl) frame.focus();
    },
    close,
  });
}

/** Making a frame takes longer than making the dialog, so the dialog is painted first. */
function afterPaint(signal: AbortSignal, callback: () => void): void {
  let timer: ReturnType<typeof setTimeout>;
  const painting = requestAnimationFrame(() => {
    timer = setTimeout(callback);
  });
  signal.addEventListener('abort', () => {
    cancelAnimationFrame(painting);
    clearTimeout(timer);
  });
}

/**
 * Keeps the dialog, with its Close button, above an on-screen keyboard. The height is multiplied by the scale because
 * a person who zooms in does not want a smaller dialog.
 */
function fitToVisualViewport(dialog: HTMLDialogElement, signal: AbortSignal): void {
  const viewport = visualViewport;
  if (!viewport) return;
  const fit = () => {
    dialog.style.setProperty('--height', `${viewport.height * viewport.scale}px`);
    // iOS scrolls the page up behind an on-screen keyboard. A person who zooms in pans by themselves.
    dialog.style.setProperty('--offset', `${viewport.scale > 1 ? 0 : viewport.offsetTop}px`);
  };
  fit();
  for (const type of ['resize', 'scroll']) viewport.addEventListener(type, fit, { signal });
}

/** Only the topmost dialog reacts to Escape: dialogs of the host listen for keys that bubble out of ours. */
function keepEscapeInside(dialog: HTMLDialogElement, signal: AbortSignal): void {
  for (const type of ['keydown', 'keyup'] as const)
    dialog.addEventListener(type, (event) => event.key === 'Escape' && event.stopPropagation(), { signal });
}

/** Reports if a blocker or the host removes the frame. */
function reportRemoval(
  frame: HTMLIFrameElement,
  dialog: HTMLDialogElement,
  signal: AbortSignal,
  onRemoved: () => void,
): void {
  const observer = new MutationObserver(() => frame.isConnected || onRemoved());
  observer.observe(dialog, { childList: true, subtree: true });
  signal.addEventListener('abort', () => observer.disconnect());
}

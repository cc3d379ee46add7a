import type { VeriffOutcome } from '../flow/ports.js';
import { success } from '../baanx/result.js';
import { leaveOnEscape } from './escape-key.js';
import { allowFor } from './frame-policy.js';
import { guardLeaving } from './leave-guard.js';
import { OUTCOMES, isRefused, readMessage, RENDER, type VeriffMessage } from './messages.js';
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
  /** Warns the developer that the page hides the dialog, or that Veriff's frame posts messages from an untrusted origin. */
  readonly warn: (text: string) => void;
}

/** How long Veriff may take to send its handshake, in ms. */
export const HANDSHAKE_TIMEOUT_MS = 15_000;

/** Shows Veriff in a frame in a modal dialog. */
export function openModal(options: ModalOptions, onOutcome: (outcome: VeriffOutcome) => void) {
  const { dialog, frameBox, title, trustedOrigins, warn } = options;
  const closing = new AbortController();
  const { signal } = closing;
  const frame = document.createElement('iframe');
  let handshakeTimer: ReturnType<typeof setTimeout> | undefined;
  let sessionUrl = '';
  /** The reason, as far as it is known, if Veriff does not send its handshake. */
  let silenceHint: string | undefined;
  let stopGuarding: (() => void) | undefined;

  const reportSilence = () => {
    onOutcome({ type: 'window-silent', ...(silenceHint && { hint: silenceHint }) });
  };
  const load = () => {
    // Not set as an attribute, because session recorders would read the token in it.
    frame.contentWindow?.location.replace(sessionUrl);
    clearTimeout(handshakeTimer);
    handshakeTimer = setTimeout(reportSilence, HANDSHAKE_TIMEOUT_MS);
  };
  const close = () => {
    closing.abort();
    stopGuarding?.();
    clearTimeout(handshakeTimer);
    sessionUrl = '';
    frame.remove();
    dialog.close();
  };
  const onLost = () => onOutcome({ type: 'window-lost' });
  const leave = () => onOutcome({ type: 'leave' });
  const guard = (message: VeriffMessage) => {
    if (message === 'VERIFF_STARTED')
      stopGuarding ??= guardLeaving({ dialog, isAsking: () => frameBox.inert, onBack: leave });
    if (message === 'VERIFF_SUBMITTED') stopGuarding?.();
  };
  const onMessage = (event: MessageEvent<unknown>) => {
    const message = readMessage(event, frame.contentWindow, trustedOrigins);
    if (message) {
      // A page that only reloads itself has not answered.
      if (message === 'VERIFF_FORCE_RELOAD') silenceHint = 'Veriff’s page keeps forcing reloads.';
      else clearTimeout(handshakeTimer);
      if (message === 'VERIFF_HANDSHAKE') frame.contentWindow?.postMessage(RENDER, event.origin);
      guard(message);
      onOutcome({ type: OUTCOMES[message] });
    } else if (isRefused(event, frame.contentWindow, trustedOrigins)) {
      silenceHint = `Refused messages from ${event.origin}. It is not listed in veriff-origins.`;
      warn(silenceHint);
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
    leaveOnEscape(dialog, signal, leave);
    keepVisible(dialog, {
      signal,
      onHidden: () => warn('The page has hidden the step, and Veriff’s dialog with it.'),
      onLeave: leave,
    });
    afterPaint(signal, () => {
      try {
        frameBox.append(frame);
        reportLoss(frame, signal, onLost);
        if (sessionUrl) load();
      } catch (error) {
        onLost();
        throw error;
      }
    });
  } catch (error) {
    close();
    throw error;
  }
  return success({
    navigate(url: string) {
      sessionUrl = url;
      frame.allow = allowFor(sessionUrl, trustedOrigins);
      if (frame.isConnected) load();
    },
    focus() {
      // An empty frame would take the focus and swallow Escape.
      if (sessionUrl) frame.focus();
      return dialog.open;
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
 * zooming in must not make the dialog smaller.
 */
function fitToVisualViewport(dialog: HTMLDialogElement, signal: AbortSignal): void {
  const viewport = visualViewport;
  if (!viewport) return;
  const fit = () => {
    dialog.style.setProperty('--height', `${viewport.height * viewport.scale}px`);
    // iOS scrolls the page up behind an on-screen keyboard. A person who has zoomed in pans the page themselves.
    dialog.style.setProperty('--offset', `${viewport.scale > 1 ? 0 : viewport.offsetTop}px`);
  };
  fit();
  for (const type of ['resize', 'scroll']) viewport.addEventListener(type, fit, { signal });
}

/**
 * Reports if a blocker or the host page removes the frame, with or without its dialog, or moves it: a frame that is
 * inserted again is empty and has a new window.
 */
function reportLoss(frame: HTMLIFrameElement, signal: AbortSignal, onLost: () => void): void {
  const { contentWindow } = frame;
  const check = () => {
    if (!contentWindow || frame.contentWindow !== contentWindow) onLost();
  };
  const observer = new MutationObserver(check);
  observer.observe(frame.getRootNode(), { childList: true, subtree: true });
  signal.addEventListener('abort', () => observer.disconnect());
  // Also detects that an ancestor of the root was moved.
  frame.addEventListener('load', check, { signal });
  // The page may already have emptied the dialog.
  check();
}

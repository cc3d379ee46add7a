import type { LitElement } from 'lit';
import type { VeriffOutcome, VeriffWindow } from '../flow/ports.js';
import { failed, success, type Result } from '../baanx/result.js';
import type { OpenIn } from '../flow/snapshot.js';
import { cameraBlocked, hintFor, warnOnce } from '../headless/hints.js';
import type { Locale } from '../i18n/registry.js';
import { isCameraDenied, preconnect } from '../veriff/preflight.js';
import { openVeriff } from '../veriff/window.js';
import type { Config } from './config.js';

/** The step that opens a window. */
export interface WindowOwner {
  readonly step: LitElement;
  readonly config: Config;
  readonly messages: Locale;
}

/** Connects to Veriff, and returns the mode to open it in: a popup if this page denies the camera to frames. */
export function prepareToOpen(wanted: OpenIn, { trustedOrigins }: Config): OpenIn {
  preconnect(trustedOrigins);
  if (wanted !== 'modal' || !isCameraDenied(trustedOrigins)) return wanted;
  warnOnce(hintFor(cameraBlocked(trustedOrigins)));
  return 'popup';
}

/** Opens Veriff's window for a step. */
export function openWindow(
  owner: WindowOwner,
  openIn: OpenIn,
  onOutcome: (outcome: VeriffOutcome) => void,
): Result<VeriffWindow> {
  const { step, config, messages } = owner;
  const { trustedOrigins } = config;
  const opened = openVeriff(
    openIn,
    {
      dialog: step.renderRoot.querySelector('dialog') as HTMLDialogElement,
      frameBox: step.renderRoot.querySelector('#frame-box') as HTMLElement,
      title: messages.title,
      waiting: messages.starting,
      language: messages.veriff,
      trustedOrigins,
      onHidden: () =>
        warnOnce('The page hides the step. Veriff’s dialog opens again when the step is shown.'),
      onRefusedOrigin: (origin) => warnOnce(`Refused messages from ${origin}. Is it one of veriff-origins?`),
    },
    onOutcome,
  );
  if (!opened.ok) {
    // The popup was a fallback, so the person needs to know why.
    const isFallback = openIn === 'popup' && config.openIn === 'modal' && isCameraDenied(trustedOrigins);
    return isFallback ? failed(cameraBlocked(trustedOrigins)) : opened;
  }
  return success({ ...opened.value, focus: () => show(step, openIn, opened.value) });
}

/** Shows a step's open window. Returns false if the page hides it, or where it can be reopened. */
function show(step: LitElement, openIn: OpenIn, window: VeriffWindow): boolean {
  const isShown = window.focus();
  if (openIn !== 'popup') return isShown;
  // Browsers may refuse to bring a popup to the front, so the person is led to where it can be reopened.
  const heading = step.renderRoot.querySelector<HTMLElement>('[part=heading]');
  step.scrollIntoView({ block: 'nearest' });
  heading?.focus();
  // A heading that is hidden in any way, or inert, does not get the focus; a transparent one does.
  return step.shadowRoot?.activeElement === heading && isOpaque(heading);
}

/** Safari before 17.4 and Firefox before 106 do not know `checkVisibility`. */
const isOpaque = (element: Element | null): boolean =>
  (element as Partial<Element> | null)?.checkVisibility?.({ checkOpacity: true }) ?? true;

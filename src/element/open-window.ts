import type { LitElement } from 'lit';
import type { VeriffOutcome, VeriffWindow } from '../flow/ports.js';
import { failed, success, type Result } from '../baanx/result.js';
import type { OpenIn } from '../flow/snapshot.js';
import { modalWindow, popupWindow, redirectWindow } from '../headless/browser-windows.js';
import { cameraBlocked, cameraHint, warnOnce } from '../headless/hints.js';
import { openWindow, type WindowPort } from '../headless/window-port.js';
import type { Locale } from '../i18n/registry.js';
import type { Config } from './config.js';

/** The step that opens a window. */
export interface WindowOwner {
  readonly step: LitElement;
  readonly config: Config;
  readonly messages: Locale;
}

/** The windows that a step can open. */
const windowsOf = ({ step, messages: { title, starting } }: WindowOwner): Record<OpenIn, WindowPort> => ({
  modal: modalWindow({
    dialog: () => step.renderRoot.querySelector('dialog'),
    frameBox: () => step.renderRoot.querySelector<HTMLElement>('#frame-box'),
    title,
  }),
  popup: popupWindow({ title, waiting: starting }),
  redirect: redirectWindow(),
});

const policyOf = ({ config: { trustedOrigins }, messages }: WindowOwner) => ({
  trustedOrigins,
  language: messages.veriff,
});

/** The mode to open Veriff in: a popup if this page denies the camera to frames. */
export function availableMode(wanted: OpenIn, owner: WindowOwner): OpenIn {
  if (windowsOf(owner)[wanted].isAvailable?.(policyOf(owner)) ?? true) return wanted;
  warnOnce(cameraHint(owner.config.trustedOrigins));
  return 'popup';
}

/** Opens Veriff's window for a step. */
export function openStepWindow(
  owner: WindowOwner,
  openIn: OpenIn,
  onOutcome: (outcome: VeriffOutcome) => void,
): Result<VeriffWindow> {
  const { step, config } = owner;
  const opened = openWindow(windowsOf(owner)[openIn], policyOf(owner), onOutcome);
  if (openIn !== 'popup') return opened;
  if (opened.ok) return success({ ...opened.value, focus: () => showPopup(step, opened.value) });
  // If the popup was a fallback, the person needs to know why.
  return availableMode(config.openIn, owner) === config.openIn
    ? opened
    : failed(cameraBlocked(config.trustedOrigins));
}

/** Shows the popup of a step. Returns false if the page hides the panel that can reopen it. */
function showPopup(step: LitElement, window: VeriffWindow): boolean {
  window.focus();
  // Browsers may refuse to bring a popup to the front, so the focus moves to the panel that can reopen it.
  const heading = step.renderRoot.querySelector<HTMLElement>('[part=heading]');
  step.scrollIntoView({ block: 'nearest' });
  heading?.focus();
  // A heading that is hidden in any way, or inert, does not get the focus; a transparent one does.
  return step.shadowRoot?.activeElement === heading && isOpaque(heading);
}

/** Safari before 17.4 and Firefox before 106 do not support `checkVisibility`. */
const isOpaque = (element: Element | null): boolean =>
  (element as Partial<Element> | null)?.checkVisibility?.({ checkOpacity: true }) ?? true;

import { isOpen, type OpenIn, type Snapshot } from '../flow/snapshot.js';
import type { KycAction } from '../headless/step-flow.js';
import type { Messages } from '../i18n/locales/en.js';
import type { Config } from './config.js';
import type { HandoffOffer } from './handoff-offer.js';

/** What a panel is rendered from. */
export interface View {
  readonly config: Config;
  readonly messages: Messages;
  readonly now: Snapshot;
  /** Whether the buttons that open Veriff are disabled. */
  readonly isDisabled: boolean;
  readonly send: (action: KycAction) => void;
  /** Opens Veriff in this mode, by default in that of `open-in`. */
  readonly start: (openIn?: OpenIn) => void;
  /** Where the person can continue instead of here; undefined if there is no such place. */
  readonly offer: HandoffOffer | undefined;
  /** Begins the hand-off. */
  readonly handOff: () => void;
  /** How the link of a hand-off is shown: not yet, as text, or with a code. */
  readonly links: { readonly isLinkShown: boolean; readonly isLinkPlain: boolean };
  /** The person is about to press Start. */
  readonly onIntent: () => void;
}

/** Whether the panel waits for something and shows a spinner. */
export const isBusy = ({ now }: View): boolean =>
  now.state === 'idle' || now.state === 'checking' || isOpen(now);

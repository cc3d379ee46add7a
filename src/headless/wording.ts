import { isTransient } from '../baanx/result.js';
import { awaitsVerdict, type Snapshot, type State } from '../flow/snapshot.js';
import { en, type Messages } from '../i18n/locales/en.js';
import { lookup } from '../i18n/lookup.js';
import { registry, type Locale } from '../i18n/registry.js';

/** The element's strings for a snapshot. */
export interface Wording {
  /** The heading. */
  readonly title: string;
  /** The text below the heading. */
  readonly text: string;
  /** A temporary problem that does not keep the person from continuing. */
  readonly note?: string | undefined;
  /** The question that is shown over Veriff's frame. */
  readonly prompt?: { readonly title: string; readonly text: string } | undefined;
}

/** The strings that the element shows in a snapshot's state. Those of buttons are in the messages themselves. */
export function wordingOf(now: Snapshot, messages: Messages): Wording {
  const { state, returnTo, failure, veriff } = now;
  const shown = state === 'checking' ? returnTo : state;
  const prompt = veriff?.prompt && {
    title: messages[`${veriff.prompt}Title`],
    text: messages[`${veriff.prompt}Text`],
  };
  if (shown === 'deciding' || shown === 'pending') {
    const phase = phaseOf(shown, now);
    return {
      title: messages[`${phase}Title`],
      text: messages[`${phase}Text`],
      note: statusProblem(now, messages),
    };
  }
  if (shown === 'verified' || shown === 'rejected')
    return { title: messages[`${shown}Title`], text: messages[`${shown}Text`] };
  if (state === 'failed' && failure)
    return { title: messages.failedTitle, text: messages[`error-${failure.code}`] };
  if (veriff?.openIn === 'handoff') {
    const note = failure && messages.linkFailed;
    return { title: messages.phoneTitle, text: messages.phoneText, note };
  }
  if (veriff?.openIn === 'popup')
    return { title: messages.elsewhereTitle, text: messages.elsewhereText, prompt };
  const note = state === 'ready' && failure ? messages.startNote : undefined;
  return { title: messages.title, text: messages.intro, note, prompt };
}

/**
 * The messages of a language: those that are registered for the tag (import `baanx-kyc-step/locales/de`, or await
 * `loadLocale('de')` of `baanx-kyc-step/locales`) or for the nearest more general one, otherwise English.
 */
export const messagesFor = (tag: string): Locale => ({
  ...en,
  dir: 'ltr',
  veriff: 'en',
  ...lookup(tag, registry.locales),
});

/** Which text the review shows: the prefix of its message keys and of the element's slots. */
export type Phase = 'deciding' | 'pending' | 'overdue' | 'unsure';

/** The phase of the wait in `deciding` and `pending`. PENDING alone does not prove a submission. */
export function phaseOf(shown: State, now: Snapshot): Phase {
  if (shown === 'deciding') return 'deciding';
  if (!awaitsVerdict(now)) return 'unsure';
  return now.verificationState === 'PENDING' ? 'pending' : 'overdue';
}

/** Why the status is not available. A permanent problem has its own message, because it needs action. */
export const statusProblem = ({ failure }: Snapshot, messages: Messages): string | undefined =>
  failure && (isTransient(failure) ? messages.unreachable : messages[`error-${failure.code}`]);

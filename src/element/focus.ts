import type { LitElement } from 'lit';

/**
 * Moves the focus for people who use a keyboard or a screen reader: to a prompt in the dialog, and to Veriff's frame or
 * the heading if the focused element disappeared with its panel or with the dialog.
 */
export function keepFocus(host: LitElement): void {
  const find = (selector: string) => host.shadowRoot?.querySelector<HTMLElement>(selector);
  let focusedBefore: Element | null | undefined;
  let promptBefore: Element | null | undefined;
  host.addController({
    hostUpdate() {
      focusedBefore ??= host.shadowRoot?.activeElement;
      promptBefore = find('[part=confirm]');
    },
    hostUpdated() {
      const prompt = find('[part=confirm]');
      const focused = host.shadowRoot?.activeElement;
      // Chromium leaves the focus in a closed dialog for a while.
      const isFocusLost = focused
        ? focused.closest('dialog:not([open])')
        : document.activeElement === document.body;
      if (prompt && prompt !== promptBefore) prompt.focus();
      else if (focusedBefore && isFocusLost) (find('[part=frame]') ?? find('[part=heading]'))?.focus();
      // An open dialog has the focus and may be closed before the next update, so it is remembered now.
      focusedBefore = find('dialog[open]');
    },
  });
}

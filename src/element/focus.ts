import type { LitElement } from 'lit';

/**
 * Takes whoever reads by ear or by key along: to a question in the dialog, and on to Veriff or the heading where what
 * had the focus is gone, with its panel or with the dialog.
 */
export function keepFocus(host: LitElement): void {
  const find = (selector: string) => host.shadowRoot?.querySelector<HTMLElement>(selector);
  let focused: Element | null | undefined;
  let asked: Element | null | undefined;
  host.addController({
    hostUpdate() {
      focused ??= host.shadowRoot?.activeElement;
      asked = find('[part=confirm]');
    },
    hostUpdated() {
      const question = find('[part=confirm]');
      const now = host.shadowRoot?.activeElement;
      if (question && question !== asked) question.focus();
      // Chromium leaves it in a closed dialog for a while.
      else if (
        focused &&
        (now ? now.closest('dialog:not([open])') : document.activeElement === document.body)
      )
        (find('[part=frame]') ?? find('[part=heading]'))?.focus();
      // It is in the dialog, which is closed before the next update.
      focused = find('dialog[open]');
    },
  });
}

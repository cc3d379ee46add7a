import type { LitElement } from 'lit';

/**
 * Takes whoever reads by ear or by key along: to a question in the dialog, and on to Veriff or the heading where what
 * had the focus is gone with its panel.
 */
export function keepFocus(host: LitElement): void {
  const find = (part: string) => host.shadowRoot?.querySelector<HTMLElement>(`[part="${part}"]`);
  let focused: Element | null | undefined;
  let asked: Element | null | undefined;
  host.addController({
    hostUpdate() {
      focused = host.shadowRoot?.activeElement;
      asked = find('confirm');
    },
    hostUpdated() {
      const question = find('confirm');
      if (question && question !== asked) question.focus();
      else if (focused && !focused.isConnected) (find('frame') ?? find('heading'))?.focus();
    },
  });
}

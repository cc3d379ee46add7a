const origins = (await (await fetch('/origins.json')).json()) as Record<'puppet' | 'evil', string>;

/** The origin of the page that plays Veriff's in these tests (puppet.ts). */
export const puppetOrigin = origins.puppet;

/** The same page on an origin that nobody trusts. */
export const evilOrigin = origins.evil;

/**
 * Shows a page of this origin, unseen, as long as the tests run: Chromium then loads each of Veriff's pages in the same
 * process. To start a new one each time takes longer than most tests.
 */
export function keepProcess(origin: string): void {
  const frame = document.createElement('iframe');
  frame.src = `${origin}/silent`;
  frame.hidden = true;
  document.head.append(frame);
}

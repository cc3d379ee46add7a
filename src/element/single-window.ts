/**
 * One window a page: a person can do one verification at a time. Every copy of this script on the page shares the claim.
 * It holds a function that shows the open window and returns whether it could; there is none while no window is open.
 */
const CLAIM = Symbol.for('baanx-kyc-step.open');
const page = globalThis as { [CLAIM]?: (() => boolean) | undefined };

/** Shows the window that is open on this page, if there is one. */
export const showOpenWindow = (): boolean => page[CLAIM]?.() ?? false;

/** Claims the page's one window. Returns the function that releases it. */
export function claimWindow(show: () => boolean): () => void {
  page[CLAIM] = show;
  return () => {
    if (page[CLAIM] === show) page[CLAIM] = undefined;
  };
}

/**
 * One window per page: a person can do one verification at a time. Every copy of this script on the page shares the claim:
 * a function that brings the open window to the front and returns whether that worked; undefined while none is open.
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

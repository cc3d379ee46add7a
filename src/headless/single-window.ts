/**
 * One window per page: a person can do one verification at a time. Every copy of this script on the page shares the claim:
 * the function that brings the open window to the front; undefined while none is open.
 */
const CLAIM = Symbol.for('baanx-kyc-step.open');
const page = globalThis as { [CLAIM]?: (() => void) | undefined };

/** Shows the window that is open on this page, if there is one. Returns whether there is: showing it may have closed it. */
export function showOpenWindow(): boolean {
  page[CLAIM]?.();
  return page[CLAIM] !== undefined;
}

/** Claims the page's one window. Returns the function that releases it. */
export function claimWindow(show: () => void): () => void {
  page[CLAIM] = show;
  return () => {
    if (page[CLAIM] === show) page[CLAIM] = undefined;
  };
}

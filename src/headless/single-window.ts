/** The claim of a flow whose window is open. */
interface Claim {
  /** Brings the window to the front. Returns false if the page hides it. */
  readonly show: () => boolean;
  /** Closes the window, and releases the claim. */
  readonly yield: () => void;
}

/**
 * One window per page: a person can do one verification at a time. Every copy of this script on the page shares the claim;
 * undefined while no window is open.
 */
const CLAIM = Symbol.for('baanx-kyc-step.open');
const page = globalThis as { [CLAIM]?: Claim | undefined };

/**
 * Shows the window that is open on this page, if there is one. A window of another flow that the page hides is closed,
 * because the person could not reach it.
 * @param isOwn whether it is the caller's own window
 * @returns whether there is still an open window
 */
export function showOpenWindow(isOwn: boolean): boolean {
  const claim = page[CLAIM];
  if (claim && !claim.show() && !isOwn) claim.yield();
  return page[CLAIM] !== undefined;
}

/** Claims the page's one window. Returns the function that releases it. */
export function claimWindow(claim: Claim): () => void {
  page[CLAIM] = claim;
  return () => {
    if (page[CLAIM] === claim) page[CLAIM] = undefined;
  };
}

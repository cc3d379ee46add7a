import type { Authorize } from '../src/proxy/handler.js';

/** The demo's proxy lets everybody in, except for the IDs that show what a refusal looks like. */
export const allowUnlessNamedNotAllowed: Authorize = (_request, { onboardingId }) =>
  !onboardingId?.startsWith('not-allowed');

import type { Authorize } from '../src/proxy/handler.js';

/** The demo's proxy accepts every ID, except for those that demonstrate a refusal. */
export const allowUnlessNamedNotAllowed: Authorize = (_request, { onboardingId }) =>
  !onboardingId?.startsWith('not-allowed');

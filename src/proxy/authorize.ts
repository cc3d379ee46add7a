import type { RouteName } from './routes.js';

/** Whether this request may read or verify this onboarding or account: false is answered with 403. */
export type Authorize = (
  request: Request,
  about: {
    /** Undefined in the account flow. */
    readonly onboardingId: string | undefined;
    readonly route: RouteName;
  },
) => boolean | Promise<boolean>;

/**
 * An `authorize` that checks nothing. In the registration flow, whoever knows an onboarding ID can then open that
 * person's Veriff session and read their status. The account flow still needs an access token.
 */
export const anyoneWithTheOnboardingId: Authorize = () => true;

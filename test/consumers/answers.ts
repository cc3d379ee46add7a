import type { Page } from 'playwright-core';

/** The questions of custom-elements-everywhere, put to one app; that it hears events, its journey tells. */
export interface Answers {
  readonly attributes: boolean;
  readonly booleans: boolean;
  readonly objects: boolean;
  readonly slots: boolean;
}

/** Looks at the step in the app's page, and at what the app made of its events. */
export const questions = (page: Page): Promise<Answers> =>
  page.evaluate(() => {
    const step = document.querySelector('baanx-kyc-step');
    return {
      attributes: step?.onboardingId.startsWith('approve-') ?? false,
      booleans: step?.proofOfAddress ?? false,
      objects: step?.messages?.start === 'Let’s go',
      slots: step?.querySelector('a')?.assignedSlot?.name === 'privacy',
    };
  });

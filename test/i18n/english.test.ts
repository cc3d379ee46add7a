import { describe, expect, it } from 'vitest';
import { en } from '../../src/i18n/locales/en.js';

/** What the English master must and must not say, because the product does or does not do it. The locales follow it. */
const RULES: readonly {
  readonly what: string;
  readonly messages: readonly (keyof typeof en)[];
  readonly says: readonly RegExp[];
  readonly never?: RegExp;
}[] = [
  {
    what: 'too many requests may be the person’s own or those of others',
    messages: ['error-rate-limited'],
    says: [/too many attempts/],
    never: /people|you/i,
  },
  {
    what: 'a registration that is complete is not started again',
    messages: ['error-onboarding-invalid'],
    says: [/expired/, /complete/, /sign in/, /start again/],
  },
  {
    what: 'a registration may have expired when the person comes back, though the review has gone on',
    messages: ['pendingText'],
    says: [/review continues/, /sign in or start your registration again/],
  },
  {
    what: 'nobody is promised to be able to continue later',
    messages: ['leaveText', 'unsureText', 'overdueText', 'pendingText', 'decidingText'],
    says: [],
    never: /come back later|continue later/,
  },
  {
    what: 'only adults are invited to verify again',
    messages: ['rejectedLater', 'rejectedRetry'],
    says: [/If you’re 18 or over, /],
  },
  {
    what: 'a reload may lose what was entered elsewhere on the page',
    messages: ['reloadText'],
    says: [/haven’t saved on this page may be lost/],
  },
  {
    what: 'a blocked window has two ways out, which the buttons offer',
    messages: ['error-popup-blocked', 'error-camera-blocked-by-page'],
    says: [/try again/, new RegExp(en.openHere, 'i')],
    never: /support/,
  },
  {
    what: 'nobody is promised that a redirect leads back',
    messages: ['redirectNote'],
    says: [/may not bring you back/, /Come back to this page/],
    never: /automatic/i,
  },
  {
    what: 'what is missing in our records may not have been sent',
    messages: ['overdueText'],
    says: [/aren’t showing in our records yet/, /If you haven’t finished/],
    never: /sent|received|submitted/,
  },
  {
    what: 'what the operator must fix leads to support',
    messages: [
      'error-client-key-invalid',
      'error-misconfigured',
      'error-insecure-context',
      'error-untrusted-session-url',
    ],
    says: [/Please contact support\.$/],
    never: /try again/,
  },
];

describe('The English messages say that', () => {
  it.each(RULES)('$what', ({ messages, says, never }) => {
    for (const key of messages) {
      for (const pattern of says) expect(en[key], key).toMatch(pattern);
      if (never) expect(en[key], key).not.toMatch(never);
    }
  });

  it('what the person does is a verification, and what we do is a review', () => {
    for (const key of ['start', 'continue', 'leaveTitle', 'overdueText'] as const)
      expect(en[key]).toMatch(/verification/);
    for (const key of ['pendingText', 'unsureText', 'stageManual', 'stageNote', 'timing'] as const) {
      expect(en[key]).toMatch(/review/i);
      expect(en[key]).not.toMatch(/verification/);
    }
  });

  it('nothing with straight quotation marks, and please at most once', () => {
    for (const message of Object.values(en)) expect(message).not.toMatch(/['"]|please.*please/i);
  });
});

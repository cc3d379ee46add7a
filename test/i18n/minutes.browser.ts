import { expect } from '@open-wc/testing';
import { minutes } from '../../src/i18n/minutes.js';
import { LOCALES } from '../../src/locales.js';

describe('a range of minutes', () => {
  for (const [language, expected] of [
    ['en', '5–15 minutes'],
    ['de', '5–15 Minuten'],
    ['fa', '۵–۱۵ دقیقه'],
    ['mt', '5–15 min'],
    ['pt_BR', '5–15 min'],
    ['!!', '5–15 min'],
  ] as const) {
    it(`is formatted in ${language}`, () => {
      expect(minutes(5, 15, language)).to.equal(expected);
    });
  }

  it('is never in English in another language', () => {
    const english = LOCALES.filter((tag) => minutes(5, 15, tag) === '5–15 minutes');
    expect(english).to.deep.equal(['en', 'en-GB', 'en-US']);
  });
});

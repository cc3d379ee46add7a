import { expect } from '@open-wc/testing';
import { minutes } from '../../src/i18n/minutes.js';
import { LOCALES } from '../../src/locales.js';

describe('a stretch of time', () => {
  for (const [language, expected] of [
    ['en', '5–15 minutes'],
    ['de', '5–15 Minuten'],
    ['fa', '۵–۱۵ دقیقه'],
    ['mt', '5–15 min'],
    ['pt_BR', '5–15 min'],
    ['!!', '5–15 min'],
  ] as const) {
    it(`in ${language}`, () => {
      expect(minutes(5, 15, language)).to.equal(expected);
    });
  }

  it('is English in no other language', () => {
    const english = LOCALES.filter((code) => /minutes?$/.test(minutes(5, 15, code)));
    expect(english).to.deep.equal(['en', 'fr', 'ro']);
  });
});

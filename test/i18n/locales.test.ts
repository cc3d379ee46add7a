import { readdirSync } from 'node:fs';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { en, type Messages } from '../../src/i18n/locales/en.js';
import { lookup } from '../../src/i18n/lookup.js';
import { registry, type Locale } from '../../src/i18n/registry.js';
import { loadLocale, LOCALES } from '../../src/locales.js';
import { ALPHABETS, ENDS, LOAN_WORDS, NOT_OF_THE_REGISTER } from './writing.js';

type Key = keyof Messages;

const KEYS = (Object.keys(en) as Key[]).filter((key) => key !== 'lang');
const OTHERS = LOCALES.filter((code) => code !== 'en');

/** Numbers that a language says in words. */
const IN_WORDS: Record<string, Key[]> = { ar: ['duration'] };

const locale = (code: string) => lookup(code, registry.locales) as Locale;

/** Says of which texts something does not hold. */
const textsWhere = (code: string, isWrong: (text: string, english: string, key: Key) => boolean) =>
  KEYS.filter((key) => isWrong(locale(code)[key], en[key], key)).map((key) => `${key}: ${locale(code)[key]}`);

/** The numbers in a text, in whatever digits, in order. */
function numbersIn(text: string): number[] {
  const western = text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.charCodeAt(0);
    return String(code - ([0x9e6, 0x6f0, 0x660, 0x30].find((zero) => code >= zero && code <= zero + 9) ?? 0));
  });
  return (western.match(/\d+/g) ?? []).map(Number).sort((a, b) => a - b);
}

beforeAll(() => Promise.all(LOCALES.map(loadLocale)));

describe('the languages', () => {
  it('are all there', () => {
    const files = readdirSync(new URL('../../src/i18n/locales', import.meta.url)).sort();
    expect(LOCALES.map((code) => `${code}.ts`).sort()).toEqual(files);
    expect(LOCALES).toHaveLength(48);
  });

  it.each([
    ['de-AT', 'de'],
    ['pt', 'pt'],
    ['pt-PT', 'pt'],
    ['pt-BR', 'pt-BR'],
    ['pt_br', 'pt-BR'],
    ['zh', 'zh-Hans'],
    ['zh-CN', 'zh-Hans'],
    ['zh-Hans-HK', 'zh-Hans'],
    ['zh-TW', 'zh-Hant'],
    ['zh-HK', 'zh-Hant'],
    ['zh-Hant', 'zh-Hant'],
    ['zh-Hant-HK', 'zh-Hant'],
    ['no', 'nb'],
    ['nn-NO', 'nb'],
    ['tl', 'fil'],
    ['iw', 'he'],
    ['in', 'id'],
    ['sr-Cyrl-RS', 'sr'],
    ['en-GB', undefined],
    ['eo', undefined],
    ['', undefined],
  ])('%s is %s', (tag, expected) => {
    expect(lookup(tag, registry.locales)?.lang).toBe(expected);
  });

  it('load each by itself, under every tag that they answer to', async () => {
    const known = new Map(registry.locales);
    for (const [tag, { lang }] of known) {
      registry.locales.clear();
      vi.resetModules();
      const { loadLocale } = await import('../../src/locales.js');
      await loadLocale(tag);
      expect(locale(tag).lang).toBe(lang);
      expect(new Set(registry.locales.values()).size).toBe(1);
    }
    for (const entry of known) registry.locales.set(...entry);
  });
});

describe.each(OTHERS)('%s', (code) => {
  it('is what it says it is', () => {
    const { lang, dir, veriff } = locale(code);
    expect(lang).toBe(code);
    expect(Intl.getCanonicalLocales(lang)).toEqual([lang]);
    expect(dir).toBe(['ar', 'fa', 'he', 'ur'].includes(code) ? 'rtl' : 'ltr');
    expect(veriff).toMatch(/^[a-z]{2}$/);
  });

  it('has no text that is empty, untidy or still English', () => {
    expect(
      textsWhere(code, (text) => text !== text.trim() || !text || /\s\s|\.\.\.|['"]/.test(text)),
    ).toEqual([]);
    expect(textsWhere(code, (text, english) => text === english)).toEqual([]);
  });

  it('says the same numbers and names', () => {
    const words = (text: string) => text.match(/\{\w*\}/g) ?? [];
    expect(
      textsWhere(
        code,
        (text, english, key) =>
          numbersIn(english).some((number) => !numbersIn(text).includes(number)) &&
          !(IN_WORDS[code] ?? []).includes(key),
      ),
    ).toEqual([]);
    expect(
      textsWhere(code, (text, english) => english.includes('Veriff') && !text.includes('Veriff')),
    ).toEqual([]);
    expect(textsWhere(code, (text, english) => String(words(text)) !== String(words(english)))).toEqual([]);
  });

  it('ends its sentences as English does', () => {
    const kind = (text: string, ends: Record<string, RegExp>) =>
      Object.keys(ends).find((name) => ends[name]?.test(text)) ?? 'none';
    expect(
      textsWhere(
        code,
        (text, english) => code !== 'th' && kind(text, ENDS) !== kind(english, ENDS) && !/[。.]$/.test(text),
      ),
    ).toEqual([]);
  });

  it('is no longer than there is room for', () => {
    expect(
      textsWhere(code, (text, english) => text.length > Math.max(english.length * 2.2, english.length + 24)),
    ).toEqual([]);
  });

  it('is written in its own letters', () => {
    const alphabet = ALPHABETS[code] ?? /^\p{Script=Latin}*$/u;
    const letters = (text: string) => text.replace(LOAN_WORDS, '').replace(/\P{L}/gu, '');
    expect(textsWhere(code, (text) => !alphabet.test(letters(text)))).toEqual([]);
  });

  it('keeps to one way of address', () => {
    const wrong = NOT_OF_THE_REGISTER[code];
    expect(textsWhere(code, (text) => wrong?.test(text) ?? false)).toEqual([]);
  });
});

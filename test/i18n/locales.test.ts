import { readdirSync } from 'node:fs';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { en, type Messages } from '../../src/i18n/locales/en.js';
import { messagesFor } from '../../src/headless/wording.js';
import { lookup } from '../../src/i18n/lookup.js';
import { registry, type Locale } from '../../src/i18n/registry.js';
import { timeOfDay } from '../../src/i18n/time-of-day.js';
import { loadLocale, LOCALES } from '../../src/locales.js';
import { ALPHABETS, ENDINGS, LOAN_WORDS, WRONG_REGISTER } from './writing-rules.js';

type Key = keyof Messages;

const KEYS = (Object.keys(en) as Key[]).filter((key) => key !== 'lang');
const TRANSLATIONS = LOCALES.filter((tag) => !/^en\b/.test(tag));

/** Messages in which a language spells its numbers out. */
const SPELLED_OUT_NUMBERS: Record<string, Key[]> = { ar: ['duration'] };

const locale = (tag: string) => lookup(tag, registry.locales) as Locale;

/** The messages of a locale for which the predicate holds. */
const messagesWhere = (tag: string, isWrong: (message: string, english: string, key: Key) => boolean) =>
  KEYS.filter((key) => isWrong(locale(tag)[key], en[key], key)).map((key) => `${key}: ${locale(tag)[key]}`);

/** The numbers in a message, whatever digits it uses, in ascending order. */
function numbersIn(message: string): number[] {
  const western = message.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.charCodeAt(0);
    return String(
      code - ([0x9e6, 0x966, 0x6f0, 0x660, 0x30].find((zero) => code >= zero && code <= zero + 9) ?? 0),
    );
  });
  return (western.match(/\d+/g) ?? []).map(Number).sort((a, b) => a - b);
}

beforeAll(() => Promise.all(LOCALES.map(loadLocale)));

describe('the locales', () => {
  it('are listed in LOCALES, one for each file', () => {
    const files = readdirSync(new URL('../../src/i18n/locales', import.meta.url)).sort();
    expect(LOCALES.map((tag) => `${tag}.ts`).sort()).toEqual(files);
    expect(LOCALES).toHaveLength(63);
  });

  it.each([
    ['de-AT', 'de'],
    ['pt', 'pt'],
    ['pt-PT', 'pt'],
    ['pt-AO', 'pt'],
    ['pt-BR', 'pt-BR'],
    ['pt_br', 'pt-BR'],
    ['no', 'nb'],
    ['nn-NO', 'nb'],
    ['tl', 'fil'],
    ['iw', 'he'],
    ['in', 'id'],
    ['mo', 'ro'],
    ['ms-zsm', 'ms'],
    ['ar-arz', 'ar'],
    ['fa-AF', 'fa'],
    ['prs', 'fa'],
    ['swh-KE', 'sw'],
    ['azj', 'az'],
    ['hy-AM', 'hy'],
    ['ta-LK', 'ta'],
    ['de-!!', 'de'],
    ['en', undefined],
    ['en-AU', undefined],
    ['en-GB', 'en-GB'],
    ['en_US', 'en-US'],
    ['es', 'es'],
    ['es-ES', 'es'],
    ['es-419', 'es-419'],
    ['es-MX', 'es-419'],
    ['es_AR', 'es-419'],
    ['es-US', 'es-419'],
    ['eo', undefined],
    ['constructor', undefined],
    ['', undefined],
  ])('for %s: %s', (tag, expected) => {
    expect(lookup(tag, registry.locales)?.lang).toBe(expected);
  });

  it.each([
    ['zh', 'zh-Hans'],
    ['zh-CN', 'zh-Hans'],
    ['zh-SG', 'zh-Hans'],
    ['zh-Hans-HK', 'zh-Hans'],
    ['zh-TW', 'zh-Hant'],
    ['zh_TW', 'zh-Hant'],
    ['zh-HK', 'zh-Hant'],
    ['zh-AU', 'zh-Hant'],
    ['zh-Hant', 'zh-Hant'],
    ['zh-Hant-HK', 'zh-Hant'],
    ['cmn', 'zh-Hans'],
    ['cmn-Hant', 'zh-Hant'],
    ['zh-cmn-Hant-TW', 'zh-Hant'],
    ['yue', 'zh-Hant'],
    ['yue-HK', 'zh-Hant'],
    ['zh-yue-HK', 'zh-Hant'],
    ['yue-CN', 'zh-Hans'],
    ['zh-hak-CN', 'zh-Hans'],
    ['zh-Hanb', 'zh-Hant'],
    ['zh-hanb-TW', 'zh-Hant'],
    ['zh-nan', 'zh-Hans'],
    ['nan', 'zh-Hans'],
    ['zh-nan-TW', 'zh-Hant'],
    ['nan-TW', 'zh-Hant'],
    ['nan-Latn', undefined],
    ['hak', 'zh-Hans'],
    ['hak-TW', 'zh-Hant'],
    ['zh-hak-TW', 'zh-Hant'],
    ['wuu', 'zh-Hans'],
    ['ko-Hang', 'ko'],
    ['ko-Hang-KR', 'ko'],
    ['ur-Aran', 'ur'],
    ['fa_Aran_IR', 'fa'],
    ['de-Latf', 'de'],
    ['zh-Latn-pinyin', undefined],
    ['sr', 'sr'],
    ['sr-RS', 'sr'],
    ['sr-Cyrl-ME', 'sr'],
    ['sr-Latn', 'sr-Latn'],
    ['sr-Latn-RS', 'sr-Latn'],
    ['sr_Latn_BA', 'sr-Latn'],
    ['sr-ME', 'sr-Latn'],
    ['sh', 'sr-Latn'],
    ['cnr', 'sr-Latn'],
    ['bs', 'bs'],
    ['bs-Latn-BA', 'bs'],
    ['bs-Cyrl', undefined],
    ['az-Latn', 'az'],
    ['az-Cyrl', undefined],
    ['az-IR', undefined],
    ['kk-Cyrl-KZ', 'kk'],
    ['kk-Latn', undefined],
    ['kk-CN', undefined],
    ['hi-Latn', undefined],
    ['ms-Arab', undefined],
    ['el-Latn', undefined],
    ['ru-Latn', undefined],
  ])('keep the script that %s is read in: %s', (tag, expected) => {
    expect(lookup(tag, registry.locales)?.lang).toBe(expected);
  });

  it('leave a reader of another script in English where only one script is loaded', () => {
    const only = (tag: string) => new Map([...registry.locales].filter(([, { lang }]) => lang === tag));
    expect(lookup('sr-Latn', only('sr'))).toBe(undefined);
    expect(lookup('sr', only('sr-Latn'))).toBe(undefined);
    expect(lookup('zh-HK', only('zh-Hans'))).toBe(undefined);
    expect(lookup('zh', only('zh-Hant'))).toBe(undefined);
  });

  it('load one by one, under each of their tags', async () => {
    const registered = new Map(registry.locales);
    for (const [tag, { lang }] of registered) {
      registry.locales.clear();
      vi.resetModules();
      const { loadLocale } = await import('../../src/locales.js');
      await loadLocale(tag);
      expect(locale(tag).lang).toBe(lang);
      expect(new Set(registry.locales.values()).size).toBe(1);
    }
    for (const entry of registered) registry.locales.set(...entry);
  });

  it('write English dates and documents as each country does, and everything else alike', () => {
    const differences = (tag: string) =>
      Object.entries(messagesFor(tag)).filter(([key, message]) => key in en && message !== en[key as Key]);
    expect(differences('en-GB')).toEqual([['lang', 'en-GB']]);
    expect(Object.fromEntries(differences('en-US'))).toMatchObject({
      lang: 'en-US',
      'driving-licence': 'Driver’s license',
    });
    expect(differences('en-AU')).toEqual([]);
    const afternoon = new Date(2026, 10, 30, 14, 5).getTime();
    vi.setSystemTime(afternoon);
    expect(timeOfDay(afternoon, 'en-GB')).toBe('14:05');
    expect(timeOfDay(afternoon, 'en-US')).toMatch(/^2:05\sPM$/);
    vi.useRealTimers();
  });

  it('have the same Serbian in both scripts', () => {
    const cyrillic = 'абвгдђежзијклљмнњопрстћуфхцчџш';
    const latin = 'a b v g d đ e ž z i j k l lj m n nj o p r s t ć u f h c č dž š'.split(' ');
    const transliterated = (message: string) =>
      message.replace(/\p{Script=Cyrillic}/gu, (letter) => {
        const [first = '', ...rest] = latin[cyrillic.indexOf(letter.toLowerCase())] ?? '';
        return [letter === letter.toLowerCase() ? first : first.toUpperCase(), ...rest].join('');
      });
    expect(
      messagesWhere('sr-Latn', (message, _, key) => message !== transliterated(locale('sr')[key])),
    ).toEqual([]);
  });
});

describe.each(TRANSLATIONS)('%s', (tag) => {
  it('has the right tag, direction and language for Veriff', () => {
    const { lang, dir, veriff } = locale(tag);
    expect(lang).toBe(tag);
    expect(Intl.getCanonicalLocales(lang)).toEqual([lang]);
    expect(dir).toBe(['ar', 'fa', 'he', 'ur'].includes(tag) ? 'rtl' : 'ltr');
    expect(veriff).toMatch(/^[a-z]{2}$/);
  });

  it('has no message that is empty, untidy or still English', () => {
    expect(
      messagesWhere(
        tag,
        (message) => message !== message.trim() || !message || /\s\s|\.\.\.|['"]/.test(message),
      ),
    ).toEqual([]);
    expect(messagesWhere(tag, (message, english) => message === english)).toEqual([]);
  });

  it('keeps the numbers, names and placeholders of the English messages', () => {
    const placeholders = (message: string) => message.match(/\{\w*\}/g) ?? [];
    expect(
      messagesWhere(
        tag,
        (message, english, key) =>
          numbersIn(english).some((number) => !numbersIn(message).includes(number)) &&
          !(SPELLED_OUT_NUMBERS[tag] ?? []).includes(key),
      ),
    ).toEqual([]);
    expect(
      messagesWhere(tag, (message, english) => english.includes('Veriff') && !message.includes('Veriff')),
    ).toEqual([]);
    expect(
      messagesWhere(
        tag,
        (message, english) => String(placeholders(message)) !== String(placeholders(english)),
      ),
    ).toEqual([]);
  });

  it('ends its sentences as English does', () => {
    const kind = (message: string) => Object.entries(ENDINGS).find(([, ending]) => ending.test(message))?.[0];
    expect(
      messagesWhere(
        tag,
        (message, english) => tag !== 'th' && kind(message) !== kind(english) && !/[。.]$/.test(message),
      ),
    ).toEqual([]);
  });

  it('is short enough for the layout', () => {
    expect(
      messagesWhere(
        tag,
        (message, english) => message.length > Math.max(english.length * 2.2, english.length + 24),
      ),
    ).toEqual([]);
  });

  it('uses its own alphabet only', () => {
    const alphabet = ALPHABETS[tag] ?? /^\p{Script=Latin}*$/u;
    const letters = (message: string) => message.replace(LOAN_WORDS, '').replace(/\P{L}/gu, '');
    expect(messagesWhere(tag, (message) => !alphabet.test(letters(message)))).toEqual([]);
  });

  it('addresses the person in one register', () => {
    const wrong = WRONG_REGISTER[tag];
    expect(messagesWhere(tag, (message) => wrong?.test(message) ?? false)).toEqual([]);
  });
});

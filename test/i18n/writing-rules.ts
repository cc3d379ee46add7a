/** Writing rules that the messages of each locale must follow. */

/** Sentence endings by kind, in all scripts. */
export const ENDINGS = {
  waiting: /…$/,
  // Armenian marks the word that asks, not the end: «Դուրս գա՞լ».
  question: /[?？؟;]$|՞/,
  list: /[:：՝]$/,
  sentence: /[.。।۔։]$/,
};

/** Names and loan words that are written in Latin letters in every script. */
export const LOAN_WORDS = /Veriff|\bID\b|[Ss]elfie|\bQR\b|Safari|Chrome/g;

/** The alphabets of the languages that do not use the Latin script. A look-alike letter of another script is a typo. */
export const ALPHABETS: Readonly<Record<string, RegExp>> = {
  ar: /^[\u0621-\u063a\u0641-\u064a]*$/,
  bg: /^[а-ъьюя]*$/i,
  bn: /^\p{Script=Bengali}*$/u,
  el: /^\p{Script=Greek}*$/u,
  // Persian kaf and yeh, not the Arabic ones.
  fa: /^[\u0621-\u063a\u0641\u0642\u0644-\u0648پچژکگی]*$/,
  he: /^[א-ת]*$/,
  hi: /^\p{Script=Devanagari}*$/u,
  hy: /^\p{Script=Armenian}*$/u,
  ja: /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]*$/u,
  ka: /^[ა-ჰ]*$/,
  kk: /^[а-яёәіңғүұқөһ]*$/i,
  ko: /^\p{Script=Hangul}*$/u,
  mk: /^[абвгдѓежзѕијклљмнњопрстќуфхцчџшѐѝ]*$/i,
  mr: /^\p{Script=Devanagari}*$/u,
  ru: /^[а-яё]*$/i,
  sr: /^[абвгдђежзијклљмнњопрстћуфхцчџш]*$/i,
  ta: /^\p{Script=Tamil}*$/u,
  te: /^\p{Script=Telugu}*$/u,
  th: /^\p{Script=Thai}*$/u,
  uk: /^[абвгґдеєжзиіїйклмнопрстуфхцчшщьюя]*$/i,
  ur: /^[\u0621-\u0624\u0626-\u0628\u062a-\u063a\u0641\u0642\u0644-\u0646\u0648ٹپچڈڑژکگںھہیےۓۂ]*$/,
  // Traditional characters in Simplified Chinese are typos, and the reverse.
  'zh-Hans': /^[^證驗請這時間過開關網頁覽機實護駕經續選視結審]*$/,
  'zh-Hant': /^[^证验请这时间过开关网页览机实护驾经续选视结审]*$/,
};

/** Words in the wrong register: familiar where a locale addresses the person formally, and the reverse. */
export const WRONG_REGISTER: Readonly<Record<string, RegExp>> = {
  af: /(?<!\p{L})u(?!\p{L})/iu,
  az: /(?<!\p{L})(sən|sənin|səni|sənə)(?!\p{L})/iu,
  bg: /(?<!\p{L})(ти|твоя|твоят|теб)(?!\p{L})/iu,
  bs: /(?<!\p{L})(ti|tvoj|tvoja|tebe)(?!\p{L})/iu,
  ca: /(?<!\p{L})(tu|teu|teva|teus|teves)(?!\p{L})/iu,
  cs: /(?<!\p{L})(ty|tvůj|tvé|tvoje|tebe)(?!\p{L})/iu,
  da: /\bDeres\b/,
  de: /(?<!\p{L})(du|dein|deine|deinen|deiner|dich|dir)(?!\p{L})/iu,
  el: /(?<!\p{L})(εσύ|εσένα)(?!\p{L})/iu,
  es: /(?<!\p{L})(tú|tu|tus|te|ti)(?!\p{L})/iu,
  'es-419': /(?<!\p{L})(tú|tu|tus|te|ti|vos)(?!\p{L})/iu,
  fi: /(?<!\p{L})(te|teidän|Teidän)(?!\p{L})/u,
  fr: /(?<!\p{L})(tu|ton|ta|tes|toi)(?!\p{L})/iu,
  hi: /(?<!\p{L})(तुम|तुम्हारा|तू)(?!\p{L})/u,
  hy: /(?<!\p{L})(դու|քո|քեզ)(?!\p{L})/iu,
  id: /(?<!\p{L})(kamu|kau)(?!\p{L})/iu,
  it: /(?<!\p{L})(Lei|suo documento|voi)(?!\p{L})/u,
  ka: /(?<!\p{L})(შენ|შენი|შენს)(?!\p{L})/u,
  kk: /(?<!\p{L})(сен|сенің|сені|саған)(?!\p{L})/iu,
  ko: /(?<!\p{L})(너|네가|당신)(?!\p{L})/u,
  mk: /(?<!\p{L})(ти|твој|твоја|твојот|тебе)(?!\p{L})/iu,
  mr: /(?<![\p{L}\p{M}])(तू|तुझा|तुझी|तुझे|तुला)(?![\p{L}\p{M}])/u,
  nb: /\bDeres\b/,
  nl: /(?<!\p{L})(je|jij|jouw|jullie)(?!\p{L})/iu,
  pl: /(?<!\p{L})(Pan|Pani|Państwo)(?!\p{L})/u,
  pt: /(?<!\p{L})(tu|teu|tua|teus|tuas|você)(?!\p{L})/iu,
  'pt-BR': /(?<!\p{L})(tu|teu|tua)(?!\p{L})/iu,
  ro: /(?<!\p{L})(tu|tău|ta|tale)(?!\p{L})/iu,
  ru: /(?<!\p{L})(ты|твой|твоя|тебя|тебе)(?!\p{L})/iu,
  sk: /(?<!\p{L})(ty|tvoj|tvoja|teba)(?!\p{L})/iu,
  sl: /(?<!\p{L})(ti|tvoj|tvoja|tebe)(?!\p{L})/iu,
  sr: /(?<!\p{L})(ти|твој|твоја|тебе)(?!\p{L})/iu,
  'sr-Latn': /(?<!\p{L})(ti|tvoj|tvoja|tebe)(?!\p{L})/iu,
  sv: /(?<!\p{L})(Ni|Er|Ert)(?!\p{L})/u,
  ta: /(?<![\p{L}\p{M}])(நீ|உன்|உனது|உன்னை|உனக்கு)(?![\p{L}\p{M}])/u,
  te: /(?<![\p{L}\p{M}])(నువ్వు|నీవు|నీ|నీకు|నిన్ను)(?![\p{L}\p{M}])/u,
  tr: /(?<!\p{L})(sen|senin|kimliğini)(?!\p{L})/iu,
  uk: /(?<!\p{L})(ти|твій|твоя|тебе)(?!\p{L})/iu,
  ur: /(?<!\p{L})(تم|تمہارا|تو نے)(?!\p{L})/u,
  'zh-Hans': /你/,
  'zh-Hant': /你/,
};

import { baseOf, type Context } from '../context.js';
import { failed, passed, skipped, type Outcome } from '../outcome.js';
import { isProxyUrl, MAX_PROXY_URL_LENGTH } from '../step.js';

/** How many tags are checked. A page needs one. */
export const MAX_TAGS = 20;

/** Names of plain HTML attributes. Others, such as `:open-in`, are the syntax of a template. */
const PLAIN_NAME = /^[a-z][\w-]*$/;

/** A value that a template in the page fills in later. */
const IS_TEMPLATE = /\{|<%/;

/** The largest number of characters in which a misspelled name may differ from the correct one. */
const MAX_TYPOS = 2;

/** Browsers ignore a misspelled attribute silently. */
export function checkAttributes({ html, options, pageUrl }: Context): Outcome {
  const known = options.build?.attributes;
  if (html.steps.length === 0) return skipped('the tag is not in the HTML that the server sends');
  if (!known) return skipped('there is no published version to compare them with');
  const types = new Map(Object.entries(known));
  const tags = html.steps.slice(0, MAX_TAGS);
  const findings = [
    ...tags.flatMap((tag) => [...tag].flatMap(([name, value]) => findingOf(name, value, types))),
    ...tags.flatMap((tag) => proxyUrlFindings(tag.get('proxy-url'), baseOf(html, pageUrl))),
  ];
  const where = html.steps.length > MAX_TAGS ? `in the first ${MAX_TAGS} tags, ` : '';
  if (findings.length === 0) return passed(`${where}no misspelled names and no invalid values`);
  const seen = new Set(findings.map((finding) => finding.seen));
  const fixes = new Set(findings.map(({ fix }) => fix));
  return failed(where + [...seen].join('; '), [...fixes].join('\n'));
}

interface Finding {
  readonly seen: string;
  readonly fix: string;
}

/**
 * The finding about an attribute, if any. A value may be personal data, so it is shown only if the attribute has a
 * fixed set of values.
 */
function findingOf(name: string, value: string, types: ReadonlyMap<string, string>): Finding[] {
  const type = types.get(name);
  if (type === undefined) {
    const meant = PLAIN_NAME.test(name) ? [...types.keys()].find((one) => isTypo(name, one)) : undefined;
    return meant === undefined
      ? []
      : [{ seen: `${name} is not an attribute of the step`, fix: `${meant}="…"` }];
  }
  if (IS_TEMPLATE.test(value)) return [];
  if (type === 'boolean')
    return value === 'false'
      ? [
          {
            seen: `${name}="false" means true: only a missing attribute means false`,
            fix: `Remove ${name}`,
          },
        ]
      : [];
  const words = [...type.matchAll(/'([^']*)'/g)].map(([, word = '']) => word);
  if (words.length === 0 || words.includes(value)) return [];
  return [
    {
      seen: `${name}="${value}" is ignored: the value must be ${words.join(' or ')}`,
      fix: words.map((word) => `${name}="${word}"`).join(' or '),
    },
  ];
}

/** What is wrong with the value of `proxy-url`. It may contain a secret, so it is not shown. */
function proxyUrlFindings(value: string | undefined, base: URL): Finding[] {
  if (value === undefined || IS_TEMPLATE.test(value)) return [];
  if (value.length > MAX_PROXY_URL_LENGTH)
    return [
      {
        seen: `proxy-url is longer than ${MAX_PROXY_URL_LENGTH} characters`,
        fix: 'proxy-url="/api/baanx"',
      },
    ];
  const isWrong = !isProxyUrl(value, base) || /[?#]|^\s|\s$/.test(value);
  if (!isWrong) return [];
  return [
    {
      seen: 'proxy-url must be an http or https URL without a password, query string, hash, or spaces',
      fix: 'proxy-url="/api/baanx"',
    },
  ];
}

/** Whether the name was probably meant to be the known one: `onboardingid`, `open_in`, `onbording-id`. */
function isTypo(name: string, known: string): boolean {
  const [one, other] = [name, known].map((text) => text.replace(/[-_]/g, ''));
  if (one === undefined || other === undefined || one.length > other.length + MAX_TYPOS) return false;
  // A short name is close to many others, such as `name` to `names`.
  return one === other || (other.length > 3 * MAX_TYPOS && distance(one, other) <= MAX_TYPOS);
}

/** How many characters must be inserted, removed or replaced to turn one text into the other (Levenshtein). */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [at, character] of Array.from(one).entries()) {
    const next = [at + 1];
    for (const [index, wanted] of Array.from(other).entries())
      next.push(
        Math.min(
          (next[index] ?? 0) + 1,
          (row[index + 1] ?? 0) + 1,
          (row[index] ?? 0) + (character === wanted ? 0 : 1),
        ),
      );
    row = next;
  }
  return row.at(-1) ?? 0;
}

import parse from 'content-security-policy-parser';
import { matchesSource, type Target } from './source-match.js';

/** One Content Security Policy of a page. A page may have several; each one can only add restrictions. */
export interface Policy {
  readonly directives: ReadonlyMap<string, readonly string[]>;
  readonly isEnforced: boolean;
  readonly from: 'header' | 'meta';
}

/** The directives that the doctor checks, each with its fallbacks. */
const FALLBACKS = {
  'frame-src': ['frame-src', 'child-src', 'default-src'],
  'connect-src': ['connect-src', 'default-src'],
  'script-src-elem': ['script-src-elem', 'script-src', 'default-src'],
} as const satisfies Record<string, readonly string[]>;

export type FetchDirective = keyof typeof FALLBACKS;

/**
 * All policies of a page.
 * @param headers a header that was sent several times is joined with commas, which also separate policies in one header
 * @param metas the contents of its `<meta http-equiv="Content-Security-Policy">`
 */
export function readPolicies(headers: Headers, metas: readonly string[]): Policy[] {
  const fromHeader = (name: string, isEnforced: boolean): Policy[] =>
    policiesOf(headers.get(name) ?? '').map((directives) => ({ directives, isEnforced, from: 'header' }));
  return [
    ...fromHeader('content-security-policy', true),
    ...metas
      .flatMap(policiesOf)
      .map((directives): Policy => ({ directives, isEnforced: true, from: 'meta' })),
    ...fromHeader('content-security-policy-report-only', false),
  ];
}

const policiesOf = (value: string) =>
  value
    .split(',')
    .map((policy) => parse(policy))
    .filter(({ size }) => size > 0);

/** The directive of a policy that applies, with its sources. */
export interface Decision {
  readonly name: string;
  readonly sources: readonly string[];
}

export function decisionOf({ directives }: Policy, directive: FetchDirective): Decision | undefined {
  for (const name of FALLBACKS[directive]) {
    const sources = directives.get(name);
    if (sources) return { name, sources };
  }
  return undefined;
}

/** A policy that blocks some of the targets. */
export interface Block extends Decision {
  readonly policy: Policy;
  readonly missing: readonly Target[];
}

/** The policies that block any of the targets, each with the targets that it blocks. */
export function blocksOf(
  policies: readonly Policy[],
  directive: FetchDirective,
  targets: readonly Target[],
  page: URL,
): Block[] {
  return policies.flatMap((policy) => {
    const decision = decisionOf(policy, directive);
    if (!decision) return [];
    const missing = targets.filter(
      (target) => !decision.sources.some((source) => matchesSource(source, target, page)),
    );
    return missing.length > 0 ? [{ ...decision, policy, missing }] : [];
  });
}

/** Whether a list contains a keyword, such as `'none'`. Keywords may be written in any case. */
export const hasKeyword = (sources: readonly string[], keyword: string): boolean =>
  sources.some((source) => source.toLowerCase() === keyword);

/** A list without `'none'`, which counts only if it is alone. */
export const withoutNone = (sources: readonly string[]): string[] =>
  sources.filter((source) => source.toLowerCase() !== "'none'");

/** Sources that only affect scripts and styles, not frames or requests. */
const SCRIPT_ONLY = /^'(?:nonce-|sha\d|strict-dynamic|unsafe-|wasm-|report-sample|none)/i;

/** The directive with its present sources and the missing ones. */
export function extended(directive: string, sources: readonly string[], added: readonly string[]): string {
  const kept = sources.filter((source) => !SCRIPT_ONLY.test(source));
  return [directive, ...new Set([...kept, ...added])].join(' ');
}

/** A directive as it is written in its policy, but without its nonces, and where that policy is. */
export const quoted = ({ name, sources, policy }: Block): string =>
  `${[name, ...sources.map(withoutNonce)].join(' ')} (${policy.from === 'meta' ? '<meta>' : 'header'})`;

const withoutNonce = (source: string): string => (/^'nonce-/i.test(source) ? "'nonce-…'" : source);

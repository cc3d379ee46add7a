import type { Check } from '../check.js';
import { failed, passed, skipped, type Outcome } from '../outcome.js';
import type { Context } from '../context.js';
import {
  blocksOf,
  decisionOf,
  extended,
  hasKeyword,
  quoted,
  withoutNone,
  type Block,
  type FetchDirective,
  type Policy,
} from '../policies/csp.js';
import { matchesSource, type Target } from '../policies/source-match.js';
import { missingFlags, sandboxFlags } from '../policies/sandbox.js';
import { requestUrls } from '../step.js';
import { requestScript, scriptTag, tagWith, type ScriptTag } from './script-tag.js';
import { shownUrl } from '../shown-url.js';

/**
 * The page's Content Security Policies. Each check reads all of them, because one policy is enough to block something.
 */
export const CSP_CHECKS: readonly Check[] = [
  { id: 'csp-frame', part: 'page', title: 'CSP frame-src (Veriff)', run: checkFrame },
  { id: 'csp-connect', part: 'page', title: 'CSP connect-src (the proxy)', run: checkConnect },
  { id: 'csp-script', part: 'page', title: 'CSP script-src (the step’s script)', run: checkScript },
  { id: 'csp-trusted-types', part: 'page', title: 'CSP Trusted Types', run: checkTrustedTypes },
  { id: 'csp-sandbox', part: 'page', title: 'CSP sandbox', run: checkSandbox },
  { id: 'csp-report-only', part: 'page', title: 'CSP report-only', run: checkReportOnly },
];

const enforcedOf = ({ policies }: Context): readonly Policy[] =>
  policies.filter((policy) => policy.isEnforced);

/** Why nothing is blocked, if no policy restricts the directive. */
const unrestricted = (policies: readonly Policy[], directive: FetchDirective): string | undefined => {
  if (policies.length === 0) return 'the page sends no enforced policy';
  return policies.some((policy) => decisionOf(policy, directive))
    ? undefined
    : `no policy restricts ${directive}`;
};

function checkFrame(context: Context): Outcome {
  const { openIn, veriffOrigins } = context.step;
  if (openIn !== 'modal') return skipped(`with open-in="${openIn}" Veriff is not in a frame`);
  const policies = enforcedOf(context);
  const blocks = blocksOf(policies, 'frame-src', veriffOrigins, context.pageUrl);
  if (blocks.length > 0) return blocked(blocks, 'frame-src', context);
  return passed(unrestricted(policies, 'frame-src') ?? `frame-src allows ${veriffOrigins.join(' ')}`);
}

function checkConnect(context: Context): Outcome {
  const policies = enforcedOf(context);
  const blocks = connectBlocks(policies, context);
  if (blocks.length > 0) return blocked(blocks, 'connect-src', context);
  return passed(
    unrestricted(policies, 'connect-src') ?? `connect-src allows ${context.step.proxyUrl.origin}`,
  );
}

/** The policies that block any of the element's requests. What they should allow is the proxy's origin. */
const connectBlocks = (policies: readonly Policy[], { step, pageUrl }: Context): Block[] =>
  blocksOf(policies, 'connect-src', requestUrls(step), pageUrl).map((block) => ({
    ...block,
    missing: [step.proxyUrl.origin],
  }));

function blocked(blocks: readonly Block[], directive: FetchDirective, { pageUrl }: Context): Outcome {
  const seen = blocks.map((block) => `${quoted(block)} blocks ${block.missing.join(' and ')}`).join('; ');
  return failed(seen, fixFor(blocks, directive, pageUrl));
}

/** Where to change a policy. */
const placeOf = ({ from }: Policy): string =>
  from === 'meta' ? 'In the <meta> policy' : 'In Content-Security-Policy';

/** The corrected directive for each policy that blocks. */
export function fixFor(blocks: readonly Block[], directive: FetchDirective, page: URL): string {
  const fixes = blocks.map(({ policy, sources, missing }) => {
    const added = missing.map((target) => (target === page.origin ? "'self'" : target));
    return `${placeOf(policy)}: ${extended(directive, sources, added)};`;
  });
  const note = blocks.length > 1 ? '\n(every policy must allow it: one policy cannot relax another)' : '';
  return [...new Set(fixes)].join('\n') + note;
}

async function checkScript(context: Context): Promise<Outcome> {
  const policies = enforcedOf(context);
  const why = unrestricted(policies, 'script-src-elem');
  if (why !== undefined) return passed(why);
  const script = scriptTag(context);
  if (!script) return skipped('no script tag in the HTML loads the step');
  const blocks = scriptBlocks(policies, script, await loadedFrom(script, context), context.pageUrl);
  if (blocks.length === 0) return passed(`the policy allows ${shownUrl(script.url)}`);
  const fixes = new Set(blocks.map((block) => scriptFix(block, script)));
  const seen = blocks.map((block) => `${quoted(block)} blocks ${block.missing.map(shown).join(' and ')}`);
  return failed(seen.join('; '), [...fixes].join('\n'));
}

/** Where the script is after redirects. */
async function loadedFrom(script: ScriptTag, context: Context): Promise<URL> {
  const result = await requestScript(context, script);
  return result?.ok ? result.response.url : script.url;
}

const shown = (target: Target): string => shownUrl(new URL(target));

/** The policies that block the script, or the URL that it is redirected to. */
function scriptBlocks(policies: readonly Policy[], script: ScriptTag, loaded: URL, page: URL): Block[] {
  const { href } = script.url;
  return policies.flatMap((policy) => {
    const decision = decisionOf(policy, 'script-src-elem');
    if (!decision || isTrustedByItself(decision.sources, script)) return [];
    const { sources } = decision;
    // With 'strict-dynamic', browsers ignore hosts in the list: only a nonce or a hash counts.
    if (hasKeyword(sources, "'strict-dynamic'")) return [{ ...decision, policy, missing: [href] }];
    const missing = [href, ...(loaded.href === href ? [] : [loaded.href])].filter(
      (target) => !sources.some((source) => matchesSource(source, target, page, target !== href)),
    );
    return missing.length > 0 ? [{ ...decision, policy, missing }] : [];
  });
}

/** Whether the list contains the script's nonce or its integrity hash. */
function isTrustedByItself(sources: readonly string[], { attributes }: ScriptTag): boolean {
  const nonce = attributes.get('nonce');
  const hashes = attributes.get('integrity')?.split(/\s+/).filter(Boolean) ?? [];
  const listed = sources.map(withLowerCasePrefix);
  return (
    (nonce !== undefined && listed.includes(`'nonce-${nonce}'`)) ||
    (hashes.length > 0 && hashes.every((hash) => listed.includes(withLowerCasePrefix(`'${hash}'`))))
  );
}

/** The value of a nonce or a hash is case-sensitive, but the word before it is not. */
const withLowerCasePrefix = (source: string): string =>
  source.replace(/^'[a-z\d]+-/i, (prefix) => prefix.toLowerCase());

function scriptFix({ sources, name, policy, missing }: Block, script: ScriptTag): string {
  if (sources.some((source) => /^'nonce-/i.test(source)))
    return `Give the script tag this response’s nonce: ${tagWith(script, { nonce: '…' })}`;
  const integrity = script.attributes.get('integrity');
  const isStrict = hasKeyword(sources, "'strict-dynamic'");
  const added = isStrict && integrity ? [`'${integrity}'`] : missing.map(shown);
  const directive = name === 'default-src' ? 'script-src' : name;
  return `${placeOf(policy)}: ${[directive, ...withoutNone(sources), ...added].join(' ')};`;
}

function checkTrustedTypes(context: Context): Outcome {
  const policies = enforcedOf(context);
  const block = policies.find(({ directives }) => {
    const names = directives.get('trusted-types');
    return names !== undefined && !names.includes('*') && !names.includes('lit-html');
  });
  if (block) {
    const names = block.directives.get('trusted-types') ?? [];
    return failed(
      'trusted-types does not list lit-html, the policy that the step’s templates need',
      `In Content-Security-Policy: ${['trusted-types', ...withoutNone(names), 'lit-html'].join(' ')};`,
    );
  }
  const isRequired = policies.some(({ directives }) => directives.has('require-trusted-types-for'));
  return passed(isRequired ? 'required, and the step works with them' : 'not required');
}

function checkSandbox(context: Context): Outcome {
  // Browsers ignore it in a <meta>.
  const sandboxes = enforcedOf(context).flatMap(({ from, directives }) =>
    from === 'header' ? [directives.get('sandbox')].filter((flags) => flags !== undefined) : [],
  );
  if (sandboxes.length === 0) return passed('no policy puts the page into a sandbox');
  const needed = sandboxFlags(context.step.openIn);
  const closed = sandboxes.find((flags) => missingFlags(flags, context.step.openIn).length > 0);
  if (!closed) return passed(`the sandbox has ${needed.join(' ')}`);
  const missing = missingFlags(closed, context.step.openIn);
  return failed(
    `${['sandbox', ...closed].join(' ')} lacks ${missing.join(' and ')}, which the step needs`,
    `In Content-Security-Policy: ${['sandbox', ...closed, ...missing].join(' ')};`,
  );
}

function checkReportOnly(context: Context): Outcome {
  const policies = context.policies.filter((policy) => !policy.isEnforced);
  if (policies.length === 0) return skipped('the page sends no report-only policy');
  const { openIn, veriffOrigins } = context.step;
  const frames = openIn === 'modal' ? veriffOrigins : [];
  const found = [
    { directive: 'frame-src', blocks: blocksOf(policies, 'frame-src', frames, context.pageUrl) },
    { directive: 'connect-src', blocks: connectBlocks(policies, context) },
  ] as const;
  const failures = found.filter(({ blocks }) => blocks.length > 0);
  if (failures.length === 0) return passed('it would block nothing that the step needs');
  return failed(
    `once it is enforced, ${failures.flatMap(({ blocks }) => blocks.map((block) => `${quoted(block)} will block ${block.missing.join(' and ')}`)).join('; ')}`,
    failures
      .map(({ directive, blocks }) => fixFor(blocks, directive, context.pageUrl))
      .join('\n')
      .replaceAll('In Content-Security-Policy:', 'In Content-Security-Policy-Report-Only:'),
  );
}

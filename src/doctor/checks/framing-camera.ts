import { matchesOrigin } from '../../baanx/trusted-origin.js';
import { baseOf, type Context } from '../context.js';
import { readHtml, type Attributes, type PageHtml } from '../html.js';
import { failed, passed, skipped, type Outcome } from '../outcome.js';
import { blocksOf, quoted, readPolicies } from '../policies/csp.js';
import { missingFlags } from '../policies/sandbox.js';
import { shownUrl } from '../shown-url.js';
import { fixFor } from './csp.js';
import { permissionsOutcome } from './permissions.js';

/** Whether the page can be shown, and can use the camera, in the frame of the page around it. */
export async function checkFramingCamera(context: Context): Promise<Outcome> {
  const { options, step, pageUrl, live } = context;
  const { framedBy } = options;
  if (framedBy === undefined)
    return skipped('only with --framed-by URL, for a page that is shown in a frame');
  const requested = new URL(framedBy);
  const result = await live?.requests.file(requested);
  if (!result?.ok)
    return failed(`${shownUrl(requested)}: ${result?.failure.text ?? 'no response'}`, 'Correct --framed-by');
  const { url: parent, status, headers, text } = result.response;
  if (status < 200 || status > 299)
    return failed(`${shownUrl(parent)} returns ${status}`, 'Correct --framed-by');
  const html = readHtml(text);
  const frame = frameOf(html, parent, pageUrl);
  const refusal =
    policyRefusal(headers, html, parent, pageUrl) ?? (frame && sandboxRefusal(frame, parent, context));
  if (refusal) return refusal;
  if (step.openIn !== 'modal')
    return passed(`not needed: with open-in="${step.openIn}" Veriff is not in a frame`);
  // Only this page must be listed: for Veriff's frame inside it, the policy of this page counts.
  const outcome = permissionsOutcome(headers, [pageUrl.origin], parent.origin);
  if (outcome.status === 'failed') return { ...outcome, seen: `at ${parent.origin}, ${outcome.seen}` };
  if (!frame) return skipped(`there is no frame with this page in the HTML of ${parent.origin}`);
  return checkAllow(frame, parent, pageUrl);
}

/** The frame in the parent's HTML that shows the page. */
function frameOf(html: PageHtml, parent: URL, page: URL): Attributes | undefined {
  const base = baseOf(html, parent);
  return html.frames.find((attributes) => {
    const src = attributes.get('src');
    return src !== undefined && URL.canParse(src, base.href) && new URL(src, base).origin === page.origin;
  });
}

/** The finding if the parent's own policy keeps it from showing the page in a frame. */
function policyRefusal(headers: Headers, html: PageHtml, parent: URL, page: URL): Outcome | undefined {
  const policies = readPolicies(headers, html.metaPolicies).filter(({ isEnforced }) => isEnforced);
  const blocks = blocksOf(policies, 'frame-src', [page.origin + page.pathname], parent);
  if (blocks.length === 0) return undefined;
  return failed(
    `at ${parent.origin}, ${blocks.map(quoted).join('; ')} blocks the frame with this page`,
    fixFor(
      blocks.map((block) => ({ ...block, missing: [page.origin] })),
      'frame-src',
      parent,
    ),
  );
}

/** The finding if the frame's sandbox lacks what the step needs. */
function sandboxRefusal(frame: Attributes, parent: URL, { step }: Context): Outcome | undefined {
  const sandbox = frame.get('sandbox');
  if (sandbox === undefined) return undefined;
  const flags = sandbox.split(/\s+/).filter(Boolean);
  const missing = missingFlags(flags, step.openIn);
  if (missing.length === 0) return undefined;
  return failed(
    `the sandbox of the frame at ${parent.origin} lacks ${missing.join(' and ')}, which the step needs`,
    `sandbox="${[...flags, ...missing].join(' ')}", or no sandbox attribute`,
  );
}

function checkAllow(frame: Attributes, parent: URL, page: URL): Outcome {
  const allow = frame.get('allow') ?? '';
  const missing = ['camera', 'microphone'].filter((feature) => !allows(allow, feature, parent, page));
  if (missing.length === 0) return passed(`the frame has allow="${allow.trim().replace(/\s+/g, ' ')}"`);
  return failed(
    `the frame at ${parent.origin} has no ${missing.join(' and no ')} for this page in its allow attribute`,
    `<iframe src="${shownUrl(page)}" allow="camera *; microphone *" …>`,
  );
}

/** Whether an `allow` attribute gives the page a feature. A feature without origins is for the frame's own `src`. */
function allows(allow: string, feature: string, parent: URL, page: URL): boolean {
  const directives = allow
    .toLowerCase()
    .split(';')
    .map((directive) => directive.trim().split(/\s+/));
  const sources = directives.find(([name]) => name === feature)?.slice(1);
  if (!sources) return false;
  if (sources.length === 0 || sources.includes('*') || sources.includes("'src'")) return true;
  const origins = sources.map((source) => (source === "'self'" ? parent.origin : originOf(source)));
  return matchesOrigin(page.origin, origins);
}

/** A source's origin, without its path and the slash that many people write. */
const originOf = (source: string): string =>
  URL.canParse(source) && !source.includes('*') ? new URL(source).origin : source;

import type { Check } from '../check.js';
import { PASS_COOKIE } from '../no-response.js';
import { failed, passed, skipped, type Outcome } from '../outcome.js';
import { shownUrl } from '../shown-url.js';
import type { Context } from '../context.js';
import { checkAttributes, MAX_TAGS } from './attributes.js';
import { checkIntegrity, checkScript } from './script.js';
import { scriptTag } from './script-tag.js';

/** The tag, and the script that defines it. */
export const TAG_CHECKS: readonly Check[] = [
  { id: 'tag', part: 'page', title: 'The tag', run: checkTag },
  { id: 'tag-attributes', part: 'page', title: 'Attributes', run: checkAttributes },
  { id: 'script', part: 'page', title: 'The script', run: checkScript },
  { id: 'script-integrity', part: 'page', title: 'Script integrity', run: checkIntegrity },
];

function checkTag(context: Context): Outcome {
  const { html } = context;
  const [step, ...more] = html.steps;
  if (!step) return otherPage(context) ?? skipped(NO_TAG);
  const id = step.get('onboarding-id') ?? step.get('applicant-id');
  const seen = id ? 'it has an onboarding ID' : 'it is in the HTML; a script must set its onboarding ID';
  return passed(more.length === 0 ? seen : `${seen}; ${onlyFirst(html.steps.length)}`);
}

const NO_TAG = 'it is not in the HTML that the server sends; if your app adds it, use --browser to check';

/** The finding that the browser was sent to a page that has nothing of the step in its HTML, such as a login page. */
export function otherPage(context: Context): Outcome | undefined {
  const { html, options, pageUrl } = context;
  if (scriptTag(context) || options.browser) return undefined;
  const isElsewhere = trimmed(new URL(options.url)) !== trimmed(pageUrl);
  if (!isElsewhere && !html.hasRefresh) return undefined;
  const how = isElsewhere
    ? `redirects to ${shownUrl(pageUrl)}`
    : 'sends the browser to another page with <meta http-equiv="refresh">';
  return failed(
    `the URL ${how}, and neither the tag nor its script is in the HTML`,
    `Pass the URL of the page with the step. ${PASS_COOKIE}. If a framework renders the step there, use --browser`,
  );
}

/** A path without the slash that many servers add. */
const trimmed = ({ pathname }: URL): string => (pathname.endsWith('/') ? pathname.slice(0, -1) : pathname);

/** What is not checked of the other tags on a page. */
const onlyFirst = (count: number): string =>
  `the page has ${count} tags: the attributes of ${count > MAX_TAGS ? `the first ${MAX_TAGS}` : 'each'} are checked; for everything else, only the first tag counts`;

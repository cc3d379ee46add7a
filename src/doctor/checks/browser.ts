import type { BrowserRun } from '../browser-run.js';
import type { Check } from '../check.js';
import { failed, passed, skipped, type Outcome } from '../outcome.js';
import type { Context } from '../context.js';
import { scriptTag } from './script-tag.js';

/** What happens in a real browser, with a stand-in for Veriff. */
export const BROWSER_CHECKS: readonly Check[] = [
  {
    id: 'browser-tag',
    part: 'browser',
    title: 'The tag',
    run: inBrowser(checkTag),
    isRequested: ({ browser }) => browser !== undefined,
  },
  { id: 'browser-csp', part: 'browser', title: 'CSP violations', run: inBrowser(checkViolations) },
  { id: 'browser-hints', part: 'browser', title: 'Console hints of the step', run: inBrowser(checkHints) },
  { id: 'browser-veriff', part: 'browser', title: 'Veriff’s window', run: inBrowser(checkVeriff) },
  { id: 'browser-camera', part: 'browser', title: 'Camera in Veriff’s frame', run: inBrowser(checkCamera) },
];

function inBrowser(check: (run: BrowserRun, context: Context) => Outcome) {
  return async (context: Context): Promise<Outcome> => {
    const { options, live } = context;
    if (!options.browser || !live?.browserRun) return skipped('only with --browser');
    const run = await live.browserRun();
    return 'failure' in run ? skipped(run.failure) : check(run, context);
  };
}

function checkTag({ tag, errors }: BrowserRun, context: Context): Outcome {
  if (tag === 'missing')
    return failed(
      'the page has no <baanx-kyc-step>',
      'Open the page as a signed-in person who has reached this step: --header "cookie: …"',
    );
  if (tag === 'undefined') {
    const why = errors.length > 0 ? `; the browser’s console: ${errors.join('; ')}` : '';
    return scriptTag(context)
      ? failed(
          `the tag is in the page, but its script has not defined it${why}`,
          'See the findings about the script above, and the browser’s console',
        )
      : failed(
          `the tag is in the page, but no script defines it${why}`,
          "Add import 'baanx-kyc-step'; or its script tag",
        );
  }
  const more = tag.count === 1 ? '' : `; the page has ${tag.count} tags, and only the first is started`;
  return passed(`it is defined, and the step’s state is “${tag.state}”${more}`);
}

function checkViolations({ violations }: BrowserRun): Outcome {
  const enforced = [...new Set(violations.filter((one) => one.isEnforced).map((one) => one.text))];
  if (enforced.length > 0)
    return failed(
      `${enforced.length} blocked: ${enforced.join('; ')}`,
      'If the page needs these, allow them in the policy’s directives',
    );
  return passed(violations.length > 0 ? `none enforced, ${violations.length} reported` : 'none');
}

function checkHints({ hints }: BrowserRun): Outcome {
  if (hints.length === 0) return passed('none');
  return failed(hints.join('; '), 'Follow the hints');
}

function checkVeriff({ veriff }: BrowserRun): Outcome {
  if (veriff.result === 'opened') return passed(`${veriff.openIn}, with a stand-in at ${veriff.origin}`);
  if (veriff.result === 'no-tag') return skipped('there is no step to start');
  if (veriff.result === 'not-ready')
    return failed(
      `the verification cannot be started: the step’s state is “${veriff.state}”`,
      'Open the page as someone who has an onboarding ID and has not verified yet: --header "cookie: …". The page must set the ID itself, because --onboarding-id is not used in the browser',
    );
  return failed(
    `${veriff.openIn} with a stand-in at ${veriff.origin} is blocked`,
    'See the console hints above and the findings about the page’s headers for the reason',
  );
}

function checkCamera({ veriff }: BrowserRun): Outcome {
  if (veriff.result !== 'opened') return skipped('Veriff does not open');
  if (veriff.openIn !== 'modal') return skipped('Veriff is not in a frame');
  const missing = Object.entries(veriff.features).filter(([, isAllowed]) => !isAllowed);
  if (missing.length === 0) return passed(`its frame may use ${Object.keys(veriff.features).join(' and ')}`);
  return failed(
    `its frame may not use ${missing.map(([feature]) => feature).join(' or ')}`,
    'Permissions-Policy: camera=(self "https://*.veriff.me" "https://*.veriff.com"), microphone=(self "https://*.veriff.me" "https://*.veriff.com")',
  );
}

import { describe, expect, it } from 'vitest';
import type { BrowserRun } from '../../src/doctor/browser-run.js';
import { runCheck } from '../../src/doctor/check.js';
import { BROWSER_CHECKS } from '../../src/doctor/checks/browser.js';
import { contextOf, type Live } from '../../src/doctor/context.js';
import { readHtml } from '../../src/doctor/html.js';
import { passed } from '../../src/doctor/outcome.js';
import { GOOD_SCRIPT, GOOD_TAG, htmlOf, PAGE } from './support/site.js';

/** The outcome of a check for what happened in a browser. */
async function outcomeOf(id: string, html: string, run: Partial<BrowserRun>) {
  const check = BROWSER_CHECKS.find((one) => one.id === id);
  if (!check) throw new Error(`There is no check ${id}`);
  const page = { url: new URL(PAGE), headers: new Headers(), html: readHtml(html), outcome: passed('200') };
  const browserRun = async (): Promise<BrowserRun> => ({
    tag: 'undefined',
    violations: [],
    hints: [],
    errors: [],
    veriff: { result: 'no-tag' },
    ...run,
  });
  const options = { url: PAGE, browser: {}, onboardingId: 'approve-1' };
  return runCheck(
    check,
    contextOf(page, options, () => ({ browserRun }) as unknown as Live),
  );
}

describe('What happened in a browser', () => {
  it('is reported with the console’s errors if the script did not define the tag', async () => {
    const errors = ['SyntaxError: Unexpected token'];
    expect(await outcomeOf('browser-tag', htmlOf(GOOD_SCRIPT, GOOD_TAG), { errors })).toMatchObject({
      status: 'failed',
      seen: 'the tag is in the page, but its script has not defined it; the browser’s console: SyntaxError: Unexpected token',
      fix: expect.not.stringContaining('Add import') as string,
    });
  });

  it('has the script tag as its fix if there is none', async () => {
    expect(await outcomeOf('browser-tag', htmlOf(GOOD_TAG), {})).toMatchObject({
      seen: 'the tag is in the page, but no script defines it',
      fix: expect.stringContaining('Add import') as string,
    });
  });

  it('does not depend on --onboarding-id, and the finding says so', async () => {
    const veriff = { result: 'not-ready', state: 'unconfigured' } as const;
    expect(await outcomeOf('browser-veriff', htmlOf(GOOD_SCRIPT, GOOD_TAG), { veriff })).toMatchObject({
      fix: expect.stringContaining('--onboarding-id is not used in the browser') as string,
    });
  });
});

import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { runNpm } from '../support/consumer.js';
import type { App } from './apps.js';

/**
 * How well a framework supports the element: the features that custom-elements-everywhere tests, and whether its type
 * check covers the tag. One row of the table in the documentation.
 */
export interface FrameworkSupport {
  readonly app: string;
  /** How the app's template sets the onboarding ID. */
  readonly id: string;
  readonly properties: boolean;
  readonly booleans: boolean;
  readonly objects: boolean;
  readonly children: boolean;
  /** How its template adds a listener: `false` if it cannot, `undefined` if there is no template. */
  readonly event: string | false | undefined;
  readonly listener: boolean;
  readonly typed: boolean;
}

/** Whether the link that the app passes as a child is in the `privacy` slot of the explainer. */
export const hasSlottedLink = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.querySelector('baanx-kyc-step a')?.assignedSlot?.name === 'privacy');

/** Reads the result from the app's page, once the step is verified and the app has handled the event. */
export async function readSupport(
  page: Page,
  home: string,
  app: App,
): Promise<Omit<FrameworkSupport, 'children'>> {
  const source = readFileSync(join(home, app.source), 'utf8');
  const inPage = await page.evaluate((name) => {
    const step = document.querySelector('baanx-kyc-step');
    return {
      // The app changes the heading level after the verdict, which shows that later changes reach the element.
      properties: step?.onboardingId === `approve-${name}` && step.headingLevel === 4,
      booleans: step?.proofOfAddress === true && !step.usEnv,
      objects: step?.messages?.start === 'Let’s go' && typeof step.fetcher === 'function',
      event: document.querySelector('h1')?.textContent === 'Step 4 of 6',
      listener: document.title === 'verified',
    };
  }, app.name);
  return {
    app: app.title,
    id: source.includes(` ${app.id}=`) ? app.id : '',
    ...inPage,
    event: app.event && inPage.event && source.includes(` ${app.event}=`) && app.event,
    typed: await isTyped(home, app),
  };
}

/** Whether the app's type check rejects a value that the element does not accept. */
async function isTyped(home: string, { source }: App): Promise<boolean> {
  const valid = readFileSync(join(home, source), 'utf8');
  const invalid = valid
    .replace('proof-of-address', 'open-in="tab"')
    .replace('proofOfAddress', 'openIn="tab"');
  const file = join(home, dirname(source), `invalid${extname(source)}`);
  writeFileSync(file, invalid);
  try {
    await runNpm(home, 'run', 'check', '--if-present');
    return false;
  } catch (error) {
    if (String(error).includes('"tab"')) return true;
    throw error;
  } finally {
    rmSync(file);
  }
}

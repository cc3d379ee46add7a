import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { npm } from '../support/consumer.js';
import type { App } from './apps.js';

/** What custom-elements-everywhere asks of a framework, and whether a mistake in the tag is an error in its compiler. */
export interface Answers {
  readonly app: string;
  readonly id: string;
  readonly properties: boolean;
  readonly booleans: boolean;
  readonly objects: boolean;
  readonly children: boolean;
  /** How its template listens; false where it does not, undefined where there is no template. */
  readonly event: string | false | undefined;
  readonly listener: boolean;
  readonly typed: boolean;
}

/** Whether the app's own link is in its place in the explainer. */
export const hasChildren = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.querySelector('baanx-kyc-step a')?.assignedSlot?.name === 'privacy');

/** Looks at the step in the app's page once it is verified, and at what the app made of its events. */
export async function answers(page: Page, home: string, app: App): Promise<Omit<Answers, 'children'>> {
  const source = readFileSync(join(home, app.source), 'utf8');
  const seen = await page.evaluate((name) => {
    const step = document.querySelector('baanx-kyc-step');
    return {
      // The level follows the number of the step, and so tells that later changes arrive.
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
    ...seen,
    event: app.event && seen.event && source.includes(` ${app.event}=`) && app.event,
    typed: await isTyped(home, app),
  };
}

/** Whether the app's own check finds a value that the step does not take. */
async function isTyped(home: string, { source }: App): Promise<boolean> {
  const right = readFileSync(join(home, source), 'utf8');
  const wrong = right.replace('proof-of-address', 'open-in="tab"').replace('proofOfAddress', 'openIn="tab"');
  const file = join(home, dirname(source), `wrong${extname(source)}`);
  writeFileSync(file, wrong);
  try {
    await npm(home, 'run', 'check', '--if-present');
    return false;
  } catch (error) {
    if (String(error).includes('"tab"')) return true;
    throw error;
  } finally {
    rmSync(file);
  }
}

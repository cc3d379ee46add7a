import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Demo } from '../support/demo.js';
import { submitDocuments } from '../support/submit-documents.js';
import { hold } from '../support/gallery.js';

let demo: Demo;
beforeAll(async () => {
  demo = await Demo.open();
});
afterEach(() => demo.closePages());
afterAll(() => demo.close());

/** Notes everything that the live region comes to say. */
async function listen(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    const look = () => {
      const text = document
        .querySelector('baanx-kyc-step')
        ?.shadowRoot?.querySelector('[role=status]')?.textContent;
      if (text !== undefined && text !== said.at(-1)) said.push(text);
      requestAnimationFrame(look);
    };
    look();
  });
  return () => page.evaluate(() => (window as unknown as { said: string[] }).said.filter(Boolean));
}

/** Name and description of what has that role, in Chromium's own tree. */
async function spoken(page: Page, wanted: string): Promise<string[]> {
  const devtools = await page.context().newCDPSession(page);
  const { nodes } = await devtools.send('Accessibility.getFullAXTree');
  await devtools.detach();
  return nodes
    .filter(({ role, ignored }) => role?.value === wanted && !ignored)
    .map(({ name, description }) => `${String(name?.value)}: ${String(description?.value ?? '')}`);
}

/** Where the focus is: the part, or the tag where it is none of ours. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const { activeElement } = document;
    const inside = activeElement?.shadowRoot?.activeElement;
    return (inside?.getAttribute('part') ?? activeElement?.tagName ?? '').replace(/ .*/, '');
  });

describe('what is told', () => {
  it('every change of state once, in words', async () => {
    const page = await demo.blank();
    const said = await listen(page);
    await page.goto(`${demo.url}sign-up.html?onboarding-id=review-told&poll-interval=400`);
    const veriff = page.frameLocator('baanx-kyc-step iframe');
    await page
      .getByRole('button', { name: 'Start verification' })
      .and(page.locator('[aria-disabled=false]'))
      .click();
    await submitDocuments(veriff, 'Never decide');
    await veriff.getByRole('button', { name: 'Finish' }).click();
    await expect.poll(said).toContain('Your verification is under review');
    demo.applicants.find('review-told').decide('VERIFIED');
    await page.getByRole('heading', { name: 'You’re verified' }).waitFor();
    await expect
      .poll(said)
      .toEqual([
        'Checking your status…',
        'Verify your identity',
        'Opening Veriff…',
        'Your verification is under review',
        'You’re verified',
      ]);
    expect(await page.locator('baanx-kyc-step').getByRole('status').count()).toBe(1);
  });

  // A dialog makes the live region inert: what it waits for, it says itself.
  it('by the dialog that Veriff is opening', async () => {
    const page = await demo.blank();
    await hold(page, demo, 'starting');
    await expect.poll(() => spoken(page, 'dialog')).toEqual(['Verify your identity: Opening Veriff…']);
    await hold(page, demo, 'verifying');
    await expect.poll(() => spoken(page, 'dialog')).toEqual(['Verify your identity: ']);
  });

  it('an error by an alert alone', async () => {
    const page = await demo.blank();
    const said = await listen(page);
    await hold(page, demo, 'failed-passing');
    expect(await page.getByRole('alert').count()).toBe(1);
    expect((await said()).join()).not.toContain('isn’t available');
    expect(await page.getByRole('status').textContent()).toBe('');
    // The heading has the focus and is read by that: it is not in the alert too.
    expect(await focused(page)).toBe('heading');
    expect(await page.getByRole('alert').getByRole('heading').count()).toBe(0);
  });
});

describe('by keyboard', () => {
  let page: Page;
  beforeEach(async () => {
    page = await demo.blank();
  });

  it('there and back', async () => {
    await hold(page, demo, 'ready');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('start');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    expect(
      await page.evaluate(
        () => document.querySelector('baanx-kyc-step')?.shadowRoot?.activeElement?.closest('dialog') !== null,
      ),
    ).toBe(true);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await expect.poll(() => focused(page)).toBe('start');
  });

  it.each([
    { state: 'ready', stops: ['start'] },
    { state: 'elsewhere', stops: ['focus', 'done'] },
    { state: 'pending', stops: ['check'] },
    { state: 'unsure', stops: ['continue', 'done', 'check'] },
    { state: 'failed', stops: ['check'] },
    { state: 'rejected-account', stops: ['retry'] },
    { state: 'popup-blocked', stops: ['retry', 'redirect'] },
  ] as const)('$state: $stops in this order, each with a ring', async ({ state, stops }) => {
    await hold(page, demo, state);
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    for (const stop of stops) {
      await page.keyboard.press('Tab');
      expect(await focused(page)).toBe(stop);
      const ring = await page.evaluate(() => {
        const inside = document.activeElement?.shadowRoot?.activeElement;
        return inside && getComputedStyle(inside).outlineStyle;
      });
      expect(ring).toBe('solid');
    }
  });

  it.each(['deciding', 'pending', 'failed-passing', 'overdue', 'elsewhere'] as const)(
    '%s: whoever pressed Start goes on at the heading',
    async (state) => {
      await hold(page, demo, state);
      expect(await focused(page)).toBe('heading');
    },
  );

  it('nothing is taken from who is elsewhere in the page', async () => {
    await hold(page, demo, 'deciding');
    await page.evaluate(() => {
      document.body.appendChild(document.createElement('button')).focus();
      const step = document.querySelector('baanx-kyc-step');
      if (!step) throw new Error('No step');
      step.fetcher = async () => Response.json({ verificationState: 'VERIFIED' });
      step.check();
    });
    await page.getByRole('heading', { name: 'You’re verified' }).waitFor();
    expect(await focused(page)).toBe('BUTTON');
  });
});

it.each([
  { asked: '1', level: 1, below: 2 },
  { asked: '4', level: 4, below: 5 },
  { asked: '6', level: 6, below: 6 },
  { asked: '9', level: 2, below: 3 },
  { asked: '-3', level: 2, below: 3 },
  { asked: 'x', level: 2, below: 3 },
])('heading-level="$asked" is $level', async ({ asked, level, below }) => {
  const page = await demo.blank();
  await hold(page, demo, 'ready', { 'heading-level': asked });
  // Chromium's own tree: Playwright's roles do not look at aria-level on native headings.
  const devtools = await page.context().newCDPSession(page);
  const { nodes } = await devtools.send('Accessibility.getFullAXTree');
  const levels = nodes
    .filter(({ role }) => role?.value === 'heading')
    .map(({ properties }) => properties?.find(({ name }) => name === 'level')?.value.value as unknown);
  expect(levels).toEqual([level, below, below]);
});

import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Demo, type Visit } from '../support/demo.js';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

let demo: Demo;
beforeAll(async () => {
  demo = await Demo.open();
});
afterAll(() => demo.close());

/** What axe has to say against the page, by rule. */
async function violations({ page }: Visit): Promise<string[]> {
  await page.addScriptTag({ path: axe });
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const found = await axe.run();
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  });
}

const log = ({ page }: Visit) => page.getByRole('list', { name: 'Log' });

describe('the playground', () => {
  it.each([
    { width: 390, height: 844, colorScheme: 'light' },
    { width: 390, height: 844, colorScheme: 'dark' },
    { width: 1280, height: 900, colorScheme: 'light' },
    { width: 1280, height: 900, colorScheme: 'dark' },
  ] as const)('has no fault that axe knows, and fits: $width, $colorScheme', async (look) => {
    const { width, height, colorScheme } = look;
    const visit = await demo.page({}, { viewport: { width, height }, colorScheme });
    await visit.state('ready');
    for (const name of ['Theme', 'Attributes']) await visit.page.getByText(name, { exact: true }).click();
    expect(await violations(visit)).toEqual([]);
    const wide = await visit.page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(width);
    await visit.page.context().close();
  });

  it('shows events, requests and the state, and never a session URL', async () => {
    const visit = await demo.page({ 'onboarding-id': 'approve-log', 'poll-interval': '400' });
    await visit.press('Start verification');
    await visit.veriff.getByRole('button', { name: 'Continue' }).waitFor();
    const text = (await log(visit).textContent()) ?? '';
    expect(text).toContain('POST /api/baanx/v1/auth/register/verification → 200');
    expect(text).toMatch(/"sessionUrl":"http:\/\/127\.0\.0\.1:\d+\/…"/);
    expect(text).not.toContain('/v/');
    await expect
      .poll(() => visit.page.locator('#chart [data-now]').getAttribute('data-state'))
      .toBe('verifying');
    await visit.page.getByRole('img', { name: 'It is in verifying' }).waitFor({ state: 'attached' });
  });

  it('takes every choice into the element, the address and the code to copy', async () => {
    const visit = await demo.page({ 'onboarding-id': 'approve-1' });
    await visit.state('ready');
    const { page } = visit;
    await page.getByText('Attributes', { exact: true }).click();
    await page.getByLabel('open-in').selectOption('popup');
    await page.getByLabel('us-env').check();
    await page.getByLabel('residence-permit').uncheck();
    await page.getByText('Theme', { exact: true }).click();
    await page.getByLabel('--baanx-kyc-radius').fill('2px');
    await page.getByLabel('--baanx-kyc-radius').blur();

    const code = page.locator('#export');
    const html = 'documents="passport driving-licence national-id"';
    expect(await code.textContent()).toContain(html);
    await page.getByRole('tab', { name: 'React' }).click();
    expect(await code.textContent()).toContain('openIn="popup"\n      usEnv\n');
    await page.keyboard.press('End');
    expect(await code.textContent()).toContain("Content-Security-Policy: connect-src 'self'");
    await page.getByRole('tab', { name: 'CSS' }).click();
    expect(await code.textContent()).toBe('baanx-kyc-step {\n  --baanx-kyc-radius: 2px;\n}');

    await page.reload();
    await visit.state('ready');
    const shown = await page.evaluate(() => {
      const step = document.querySelector('baanx-kyc-step');
      return [step?.openIn, step?.usEnv, step?.documents, step?.style.getPropertyValue('--baanx-kyc-radius')];
    });
    expect(shown).toEqual(['popup', true, 'passport driving-licence national-id', '2px']);
  });

  it('makes the line bad, and blocks popups', async () => {
    const visit = await demo.page({ 'onboarding-id': 'approve-2', 'open-in': 'popup' });
    await visit.state('ready');
    await visit.page.getByLabel('What goes wrong').selectOption('offline');
    await visit.press('Start verification');
    await visit.state('failed');
    expect(visit.events('error')).toMatchObject([{ detail: { code: 'network' } }]);
    await visit.page.getByLabel('What goes wrong').selectOption('no-popups');
    await visit.press('Try again');
    await expect.poll(() => visit.events('error').length).toBe(2);
    expect(visit.events('error')[1]).toMatchObject({ detail: { code: 'popup-blocked' } });
  });

  it('plays a scenario that is picked', async () => {
    const visit = await demo.page();
    await visit.state('ready');
    await visit.page.getByLabel('Scenario').selectOption('rejected');
    await visit.state('rejected');
    expect(new URL(visit.page.url()).searchParams.get('onboarding-id')).toMatch(/^rejected-/);
  });
});

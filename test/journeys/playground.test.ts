import { createRequire } from 'node:module';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Demo, type Visit } from '../support/demo.js';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

let demo: Demo;
beforeAll(async () => {
  demo = await Demo.open();
});
afterEach(() => demo.closePages());
afterAll(() => demo.close());

/** The violations that axe finds in the page and in its frames, each with its rule and the HTML. */
async function violations({ page }: Visit): Promise<string[]> {
  for (const frame of page.frames()) await frame.addScriptTag({ path: axe });
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await axe.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  });
}

const log = ({ page }: Visit) => page.getByRole('list', { name: 'Log' });
const signUp = ({ page }: Visit) => page.frameLocator('#sign-up');
const start = (visit: Visit) => signUp(visit).getByRole('button', { name: 'Start verification' });
/** Waits until the chart marks this state as the current one. */
const waitForChart = ({ page }: Visit, state: string) =>
  page.locator(`#chart [data-now][data-state="${state}"]`).waitFor();

describe('The playground', () => {
  it('checks the headers that are pasted into its tab Headers, for the settings', async () => {
    const visit = await demo.playground({}, { viewport: { width: 390, height: 844 } });
    const { page } = visit;
    await page.getByRole('tab', { name: 'HTML' }).click();
    const field = page.getByRole('textbox', { name: /Paste what curl -I prints/ });
    expect(await field.isVisible()).toBe(false);
    await page.getByRole('tab', { name: 'Headers' }).click();
    await field.fill(
      "HTTP/2 200\ncontent-security-policy: default-src 'self'\npermissions-policy: camera=()",
    );
    const findings = page.locator('#header-findings [data-status="failed"]');
    await expect.poll(() => findings.count()).toBe(3);
    expect(await findings.first().textContent()).toContain("frame-src 'self' https://*.veriff.me");
    expect(await violations(visit)).toEqual([]);
    await field.fill((await page.locator('#export').textContent()) ?? '');
    await expect
      .poll(() => findings.allTextContents())
      .toEqual([expect.stringContaining('any site can show the page in a frame')]);
    await page.context().close();
  });

  it('checks pasted headers for a popup if the step opens in one', async () => {
    const { page } = await demo.playground({ 'open-in': 'popup' });
    await page.getByRole('tab', { name: 'Headers' }).click();
    await page.locator('#pasted-headers').fill('cross-origin-opener-policy: same-origin');
    const findings = page.locator('#header-findings [data-status="failed"]');
    await expect
      .poll(() => findings.allTextContents())
      .toContainEqual(expect.stringContaining('cuts the connection to the popup'));
    await page.context().close();
  });

  it.each([
    { width: 390, height: 844, colorScheme: 'light' },
    { width: 390, height: 844, colorScheme: 'dark' },
    { width: 1024, height: 768, colorScheme: 'light' },
    { width: 1440, height: 900, colorScheme: 'light' },
    { width: 1440, height: 900, colorScheme: 'dark' },
  ] as const)(
    'has no axe violation and does not scroll sideways: $width pixels, $colorScheme',
    async (options) => {
      const { width, height, colorScheme } = options;
      const visit = await demo.playground({}, { viewport: { width, height }, colorScheme });
      await start(visit).waitFor();
      for (const name of ['Theme', 'Attributes']) await visit.page.getByText(name, { exact: true }).click();
      expect(await violations(visit)).toEqual([]);
      for (const frame of ['Desktop', 'Phone']) {
        await visit.page.getByRole('radio', { name: frame }).check();
        const contentWidth = await visit.page.evaluate(() => document.documentElement.scrollWidth);
        expect(contentWidth, frame).toBeLessThanOrEqual(width);
      }
    },
  );

  it.each([
    { width: 390, height: 844 },
    { width: 768, height: 1024 },
    { width: 1280, height: 800 },
    { width: 1920, height: 1080 },
  ])('shows the whole phone with its Start button, and cuts no code off: $width pixels', async (viewport) => {
    const visit = await demo.playground({}, { viewport });
    await start(visit).waitFor();
    const { page } = visit;
    // On a narrow screen the phone is further down the page, but fits into the screen.
    if (viewport.width < 1000) await page.locator('.device').scrollIntoViewIfNeeded();
    const device = await page.locator('.device').boundingBox();
    const button = await start(visit).boundingBox();
    if (!device || !button) throw new Error('The phone or its Start button is not rendered');
    expect(button.y + button.height).toBeLessThan(device.y + device.height);
    expect(button.y + button.height).toBeLessThan(viewport.height);
    expect(device.width).toBeLessThanOrEqual(viewport.width - 32);
    for (const tab of await page.getByRole('tab').all()) {
      await tab.click();
      const cutOff = await page.locator('pre').evaluate((pre) => pre.scrollWidth - pre.clientWidth);
      expect(cutOff, (await tab.textContent()) ?? '').toBe(0);
    }
  });

  it('shows events, requests and the current state while Veriff is open, but no session URL', async () => {
    const visit = await demo.playground({ 'onboarding-id': 'approve-log', 'poll-interval': '400' });
    await start(visit).click();
    await signUp(visit).frameLocator('iframe').getByRole('button', { name: 'Continue' }).waitFor();
    const text = (await log(visit).textContent()) ?? '';
    expect(text).toContain('POST /api/baanx/v1/auth/register/verification → 200');
    expect(text).toMatch(/"sessionUrl":"http:\/\/127\.0\.0\.1:\d+\/…"/);
    expect(text).not.toContain('/v/');
    await waitForChart(visit, 'verifying');
    await visit.page.getByRole('img', { name: 'It is in verifying' }).waitFor();
  });

  it('shows the derived colors of the theme, and the contrast that follows', async () => {
    const { page } = await demo.playground();
    await page.getByText('Theme', { exact: true }).click();
    const failing = page.locator('.theme-preview [data-fails]');
    const muted = page.getByLabel('--baanx-kyc-muted');
    const samples = page.locator('.theme-preview li');
    await expect.poll(() => samples.count()).toBe(7);
    expect(await failing.count()).toBe(0);
    await page.getByRole('radio', { name: 'Dark' }).check();
    expect(await failing.count()).toBe(0);
    const derived = await muted.inputValue();
    expect(parseInt(derived.slice(1, 3), 16), derived).toBeGreaterThan(128);
    await muted.fill('#555555');
    expect(await failing.allInnerTexts()).toEqual([expect.stringContaining('less than 4.5')]);
    await page.getByTitle('Remove --baanx-kyc-muted').click();
    expect(await failing.count()).toBe(0);
    expect(await muted.inputValue()).toBe(derived);
  });

  it('logs the webhooks that its server receives, and the push that follows them', async () => {
    const settings = { 'onboarding-id': 'review-push', push: '', 'poll-interval': '60000' };
    const visit = await demo.playground(settings, { viewport: { width: 1280, height: 800 } });
    await start(visit).click();
    await visit.verify('Review, then approve', signUp(visit).frameLocator('iframe'));
    await waitForChart(visit, 'verified');
    const text = (await log(visit).textContent()) ?? '';
    for (const entry of [
      'Webhook kyc.status.changed → 200',
      'PENDING · ',
      'VERIFIED · ',
      'push: open',
      'push: status may have changed',
    ])
      expect(text).toContain(entry);
  });

  it('applies every setting to the element, the URL and the code to copy', async () => {
    const visit = await demo.playground({ 'onboarding-id': 'approve-1', onclick: 'alert()' });
    await start(visit).waitFor();
    const { page } = visit;
    await page.getByText('Attributes', { exact: true }).click();
    await page.getByRole('radio', { name: 'popup' }).check();
    await page.getByLabel('us-env').check();
    await page.getByLabel('residence-permit').uncheck();
    await page.getByText('Theme', { exact: true }).click();
    await page.getByLabel('--baanx-kyc-radius').fill('2px');
    await page.getByLabel('--baanx-kyc-radius').blur();
    await page.getByRole('radio', { name: 'Right to left' }).check();
    await page.getByRole('radio', { name: 'Dark' }).check();
    await page.getByLabel('Language').selectOption('ar');

    const code = page.locator('#export');
    expect(await code.textContent()).toContain('documents="passport driving-licence national-id"');
    await page.getByRole('tab', { name: 'React' }).click();
    expect(await code.textContent()).toContain('openIn="popup"\n      usEnv\n');
    await page.keyboard.press('End');
    expect(await code.textContent()).toContain("Content-Security-Policy: connect-src 'self'");
    await page.getByRole('tab', { name: 'CSS' }).click();
    expect(await code.textContent()).toBe('baanx-kyc-step {\n  --baanx-kyc-radius: 2px;\n}');

    await page.reload();
    await signUp(visit).getByRole('button', { name: 'بدء التحقق' }).waitFor();
    const applied = await signUp(visit)
      .locator('baanx-kyc-step')
      .evaluate((step) => {
        const { documentElement: root } = document;
        return [...step.attributes]
          .map(({ name, value }) => `${name}=${value}`)
          .concat(root.dir, root.style.cssText);
      });
    expect(applied).toEqual(
      expect.arrayContaining([
        'open-in=popup',
        'us-env=',
        'documents=passport driving-licence national-id',
        'style=--baanx-kyc-radius: 2px;',
        'lang=ar',
        'rtl',
        'color-scheme: dark;',
      ]),
    );
    expect(applied.join()).not.toContain('onclick');
  });

  it('copies the code and the URL to the clipboard', async () => {
    const visit = await demo.playground(
      { frame: 'desktop' },
      { permissions: ['clipboard-read', 'clipboard-write'] },
    );
    const { page } = visit;
    const copied = () => page.evaluate(() => navigator.clipboard.readText());
    await start(visit).waitFor();
    for (const tab of await page.getByRole('tab').all()) {
      await tab.click();
      await page.getByRole('button', { name: `Copy ${await tab.textContent()}` }).click();
      await expect.poll(copied).toBe(await page.locator('#export').textContent());
    }
    await page.getByRole('button', { name: 'Copy link' }).click();
    await page.getByText('Link to this page copied.').waitFor();
    expect(await copied()).toBe(page.url());
  });

  it('simulates a connection that fails and recovers', async () => {
    const visit = await demo.playground({ 'onboarding-id': 'approve-2' });
    await start(visit).waitFor();
    const problem = visit.page.getByLabel('Simulate a problem');
    await problem.selectOption('offline');
    await start(visit).click();
    await waitForChart(visit, 'failed');
    await problem.selectOption('none');
    await signUp(visit).getByRole('button', { name: 'Try again' }).click();
    await waitForChart(visit, 'verifying');
  });

  it('shows a hint for each step until the scenario is complete', async () => {
    const visit = await demo.playground(
      { 'onboarding-id': 'approve-4', 'poll-interval': '400' },
      { viewport: { width: 1280, height: 800 } },
    );
    const { page } = visit;
    await page.getByText('Press Start.').waitFor();
    await start(visit).click();
    await visit.verify('Approve', signUp(visit).frameLocator('iframe'));
    await page.getByText('This scenario is complete. Press New applicant to start again.').waitFor();
    await page.getByRole('button', { name: 'New applicant' }).click();
    await page.getByText('Press Start.').waitFor();
  });

  it('shows Veriff in its frame with open-in="redirect", and returns to the step afterwards', async () => {
    const visit = await demo.playground({ 'onboarding-id': 'approve-3', 'open-in': 'redirect' });
    await start(visit).click();
    await visit.verify('Approve', signUp(visit));
    await visit.finish(signUp(visit));
    await visit.page.getByRole('button', { name: 'Back to the page' }).click();
    await waitForChart(visit, 'verified');
    expect(await log(visit).textContent()).toContain('verified');
    await visit.page.getByRole('button', { name: 'Reload the page' }).waitFor();
  });
});

describe('The playground’s scenarios', () => {
  it('apply to a new user each time in the account flow', async () => {
    const visit = await demo.playground({ flow: 'account', 'poll-interval': '400' });
    await start(visit).waitFor();
    const picker = visit.page.getByLabel('Scenario');
    await picker.selectOption('verified');
    await waitForChart(visit, 'verified');
    await picker.selectOption('rejected');
    await waitForChart(visit, 'rejected');
  });

  it('show a rejected user the button that the hint names', async () => {
    const visit = await demo.playground(
      { 'poll-interval': '400' },
      { viewport: { width: 1280, height: 800 } },
    );
    await start(visit).waitFor();
    await visit.page.getByLabel('Scenario').selectOption('Resubmit');
    await visit.page.getByText('Press Try again and submit documents once more.').waitFor();
    await signUp(visit).getByRole('button', { name: 'Try again' }).click();
    await visit.verify('Approve', signUp(visit).frameLocator('iframe'));
    await waitForChart(visit, 'verified');
  });

  it.each([
    ['Reject', 'verified', 'reject-'],
    ['Resubmit', 'rejected', 'rejected-'],
    ['Come back later', 'pending', 'pending-'],
    ['html-502', 'ready', 'html-502-'],
  ])('%s selects an onboarding ID whose prefix has that effect', async (title, reached, prefix) => {
    const visit = await demo.playground();
    await start(visit).waitFor();
    const picker = visit.page.getByLabel('Scenario');
    await picker.focus();
    await picker.selectOption(title);
    expect(new URL(visit.page.url()).searchParams.get('onboarding-id')).toContain(prefix);
    expect(await picker.evaluate((select) => select === document.activeElement)).toBe(true);
    if (reached !== 'verified') await waitForChart(visit, reached);
  });

  it.each([
    ['onboarding-invalid', 400],
    ['not-authenticated', 401],
    ['client-key-invalid', 498],
    ['provider-unavailable', 500],
    ['network', undefined],
    ['bad-response', 200],
    ['untrusted-session-url', undefined],
    ['popup-blocked', undefined],
    ['insecure-context', undefined],
    ['misconfigured', 404],
  ])('cause the error %s with one click at most', async (code, status) => {
    const visit = await demo.playground();
    await start(visit).waitFor();
    const { page } = visit;
    const loaded = code === 'insecure-context' ? page.waitForEvent('framenavigated') : undefined;
    await page.getByLabel('Scenario').selectOption(code);
    await loaded;
    if (code !== 'misconfigured') await start(visit).click();
    await waitForChart(visit, 'failed');
    expect(visit.events('error').at(-1)?.detail).toMatchObject({ code, ...(status && { status }) });
    // The next scenario is not affected.
    await page.getByLabel('Scenario').selectOption('Approve');
    await start(visit).click();
    await waitForChart(visit, 'verifying');
  });
});

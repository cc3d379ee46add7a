import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';
import decodeQR from 'qr/decode.js';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Demo } from '../support/demo.js';
import { submitDocuments } from '../support/submit-documents.js';

let demo: Demo;
beforeAll(async () => {
  demo = await Demo.open();
});
afterAll(() => demo.close());
afterEach(() => demo.closePages());

interface Step extends HTMLElement {
  handoff?: () => Promise<{ url: string; expiresAt: string }>;
}

/** The link that the playground's host makes for the step in its page. */
async function requestLink(id: string, settings: Record<string, string> = {}): Promise<string> {
  const { page } = await demo.page({ 'onboarding-id': id, handoff: 'on', ...settings });
  await page.locator('baanx-kyc-step').waitFor({ state: 'attached' });
  const link = await page.evaluate(() => document.querySelector<Step>('baanx-kyc-step')?.handoff?.());
  expect(new Date(link?.expiresAt ?? 0).getTime()).toBeGreaterThan(Date.now());
  return link?.url ?? '';
}

/** Opens a link on another device, and presses the button. */
async function continueOnPhone(url: string): Promise<Page> {
  const phone = await demo.blank();
  await phone.goto(url);
  await phone.getByRole('button', { name: 'Continue' }).click();
  return phone;
}

/** Opens the step on a desktop, and asks for the code. */
async function openOnDesktop(id: string): Promise<Page> {
  const { page } = await demo.page(
    { 'onboarding-id': id, handoff: 'on', 'poll-interval': '500' },
    { viewport: { width: 1280, height: 720 } },
  );
  await page.getByRole('button', { name: 'Use your phone instead' }).click();
  return page;
}

/** What a phone's camera reads on the screen. */
async function scan(desktop: Page): Promise<string> {
  const code = desktop.getByRole('img', { name: 'QR code' });
  await code.waitFor();
  return decodeQR(PNG.sync.read(await code.screenshot()));
}

async function submitOnPhone(desktop: Page, decision: 'Approve' | 'Reject'): Promise<Page> {
  const phone = await continueOnPhone(await scan(desktop));
  await phone.getByRole('button', { name: 'Start verification' }).click();
  await submitDocuments(phone.frameLocator('baanx-kyc-step iframe'), decision);
  return phone;
}

describe('A desktop and a phone', () => {
  it.each([
    { decision: 'Approve', heading: 'You’re verified' },
    { decision: 'Reject', heading: 'We couldn’t verify your identity' },
  ] as const)('both show the verdict: $decision', async ({ decision, heading }) => {
    const desktop = await openOnDesktop(`${decision.toLowerCase()}-two-devices`);
    const phone = await submitOnPhone(desktop, decision);
    await phone.getByRole('heading', { name: heading }).waitFor();
    await desktop.getByRole('heading', { name: heading }).waitFor();
  });

  it('go on apart: the desktop is closed, and shows the verdict when it is opened again', async () => {
    const id = 'approve-closed-desktop';
    const desktop = await openOnDesktop(id);
    const url = await scan(desktop);
    await desktop.context().close();
    const phone = await continueOnPhone(url);
    await phone.getByRole('button', { name: 'Start verification' }).click();
    await submitDocuments(phone.frameLocator('baanx-kyc-step iframe'), 'Approve');
    await phone.getByRole('heading', { name: 'You’re verified' }).waitFor();
    const { page } = await demo.page({ 'onboarding-id': id, handoff: 'on' });
    await page.getByRole('heading', { name: 'You’re verified' }).waitFor();
  });

  it('can change places: the person continues on the desktop after all', async () => {
    const desktop = await openOnDesktop('approve-change-places');
    await scan(desktop);
    await desktop.getByRole('button', { name: 'Continue here instead' }).click();
    await submitDocuments(desktop.frameLocator('baanx-kyc-step iframe'), 'Approve');
    await desktop.getByRole('heading', { name: 'You’re verified' }).waitFor();
  });
});

describe('A hand-off link of the playground', () => {
  it.each(['registration', 'account'])('continues on another device (%s)', async (flow) => {
    const url = await requestLink(`approve-phone-${flow}`, { flow });
    expect(url).not.toContain('approve-phone');
    const opened = await demo.blank();
    await opened.goto(url);
    const phone = await continueOnPhone(url);
    await phone.getByRole('button', { name: 'Start verification' }).click();
    await submitDocuments(phone.frameLocator('baanx-kyc-step iframe'), 'Approve');
    await phone.getByRole('heading', { name: 'You’re verified' }).waitFor();
    await phone.reload();
    await phone.getByRole('heading', { name: 'You’re verified' }).waitFor();
  });

  it('is accepted once, keeps the language, and explains what to do when it is refused', async () => {
    const url = await requestLink('verified-phone', { lang: 'de' });
    const phone = await continueOnPhone(url);
    await phone.locator('baanx-kyc-step[lang="de"]').waitFor();
    const another = await continueOnPhone(url);
    await another.getByRole('status').getByText('This link was used already.').waitFor();
    const forged = await continueOnPhone(`${url}A`);
    await forged.getByRole('status').getByText('This link is incomplete').waitFor();
    expect(await forged.locator('baanx-kyc-step').count()).toBe(0);
  });

  it('cannot be accepted before the script of its page has loaded, which would lose it', async () => {
    const phone = await demo.blank({ javaScriptEnabled: false });
    await phone.goto(`${demo.url}phone.html#token`);
    expect(await phone.getByRole('button', { name: 'Continue' }).isDisabled()).toBe(true);
  });

  it('is offered only if the playground is set to it, and for nobody without an ID', async () => {
    const { page } = await demo.page({ 'onboarding-id': 'approve-1' });
    await page.locator('baanx-kyc-step').waitFor({ state: 'attached' });
    expect(await page.evaluate(() => document.querySelector<Step>('baanx-kyc-step')?.handoff)).toBe(
      undefined,
    );
    const response = await page.request.post(`${demo.url}handoff`, { data: { flow: 'registration' } });
    expect(response.status()).toBe(400);
  });
});

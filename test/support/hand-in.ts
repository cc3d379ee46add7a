import type { FrameLocator, Page } from 'playwright-core';

/** Goes through the sandbox's Veriff as a person does, up to Submit, with this outcome. */
export async function handIn(veriff: FrameLocator | Page, outcome: string): Promise<void> {
  for (const name of ['Continue', 'Passport', 'Take photo'])
    await veriff.getByRole('button', { name }).click();
  await veriff.getByRole('radio', { name: outcome, exact: true }).check();
  await veriff.getByRole('button', { name: 'Submit' }).click();
}

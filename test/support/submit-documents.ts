import type { FrameLocator, Page } from 'playwright-core';

/** Goes through the simulated Veriff as a person does, selects the outcome and submits the documents. */
export async function submitDocuments(veriff: FrameLocator | Page, outcome: string): Promise<void> {
  for (const name of ['Continue', 'Passport', 'Take photo'])
    await veriff.getByRole('button', { name }).click();
  await veriff.getByRole('radio', { name: outcome, exact: true }).check();
  await veriff.getByRole('button', { name: 'Submit' }).click();
}

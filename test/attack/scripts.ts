import type { Attack } from './attack.js';
import type { Lab, Visit } from './lab.js';

const NEXT_STEP = 'the company’s server lets the person continue';

/** An attack in the attacker's own browser: what counts is whether the server believes it. */
const ownBrowser = (
  name: string,
  answer: string,
  tricks: readonly ((visit: Visit) => Promise<unknown>)[],
  prepare?: (visit: Visit['page']) => Promise<unknown>,
): Attack => ({
  name,
  goal: NEXT_STEP,
  answer,
  async run(lab: Lab) {
    let accepted = 0;
    for (const trick of tricks) {
      const visit = await lab.visit(prepare);
      await trick(visit);
      if (await visit.isLetOn()) accepted++;
      await visit.close();
    }
    return { tries: tricks.length, accepted };
  },
});

/** Runs in the page: the functions and objects of Veriff's SDKs, all of which report success at once. */
function fakeSdk(): void {
  const page = window as unknown as Record<string, unknown> & { fakeCalls: number };
  page.fakeCalls = 0;
  const finish = (options?: {
    onEvent?: (name: string) => void;
    onSession?: (error: null, data: object) => void;
  }) => {
    page.fakeCalls++;
    options?.onEvent?.('FINISHED');
    options?.onSession?.(null, { status: 'success', verification: { status: 'approved', code: 9001 } });
    return { mount: () => undefined, setParams: () => undefined, close: () => undefined };
  };
  page['createVeriffFrame'] = finish;
  page['veriffSDK'] = { createVeriffFrame: finish, MESSAGES: { FINISHED: 'FINISHED' } };
  page['Veriff'] = finish;
}

/** The techniques of public scripts that fake Veriff's result. */
export const SCRIPT_ATTACKS: readonly Attack[] = [
  {
    name: 'A user script replaces the functions of Veriff’s SDKs with ones that report success',
    goal: 'one of them is called, or the step believes it',
    answer:
      'The step loads no SDK and calls no global function: it exchanges messages with Veriff’s window itself',
    async run(lab) {
      const visit = await lab.visit((page) => page.addInitScript(fakeSdk));
      await visit.openVeriff();
      const calls = await visit.page.evaluate(() => (window as unknown as { fakeCalls: number }).fakeCalls);
      const heard = await visit.heard();
      const isBelieved = heard.some((type) => type !== 'started') || (await visit.isLetOn());
      await visit.close();
      return { tries: 3, accepted: calls + Number(isBelieved) };
    },
  },
  ownBrowser(
    'A user script fires the step’s events',
    'An event in a browser proves nothing: the server checks the status with Baanx',
    ['verified', 'submitted', 'pending', 'statechange'].map(
      (type) => (visit: Visit) =>
        visit.page.evaluate((name) => {
          const detail = { verificationState: 'VERIFIED', state: 'verified', submitted: true };
          const init = { bubbles: true, composed: true, detail };
          document.querySelector('baanx-kyc-step')?.dispatchEvent(new CustomEvent(name, init));
        }, type),
    ),
  ),
  {
    name: 'A user script navigates to where Veriff would send the person back',
    goal: 'the step is not in the same state as before, or the server lets the person continue',
    answer: 'The step does not read the URL: after every load, it requests the status',
    async run(lab) {
      const ways = [
        '/?status=success',
        '/?veriff=finished&decision=approved',
        '/?code=9001&status=approved',
        '/#VERIFF_FINISHED',
        '/?verificationState=VERIFIED',
      ];
      let accepted = 0;
      for (const way of ways) {
        const visit = await lab.visit();
        await visit.page.goto('about:blank');
        await visit.page.goto(lab.origin + way);
        await visit.page.waitForFunction(() => {
          const state = document.querySelector('baanx-kyc-step')?.state;
          return state !== undefined && state !== 'idle' && state !== 'checking';
        });
        const { state } = await visit.look();
        if (state !== 'ready' || (await visit.isLetOn())) accepted++;
        await visit.close();
      }
      return { tries: ways.length, accepted };
    },
  },
  ownBrowser(
    'A user script replaces `fetch`, so that the status says VERIFIED',
    'This changes only what their own screen shows: the server checks the status with Baanx',
    [
      async (visit) => {
        await visit.page.evaluate(() => {
          window.fetch = async () => Response.json({ verificationState: 'VERIFIED' });
          document.querySelector('baanx-kyc-step')?.check();
        });
        await visit.waitForState('verified');
      },
    ],
  ),
  ownBrowser(
    'A user script makes `sessionStorage` return a forged record of a submission',
    'The record only changes what the step shows while the status is PENDING: the status decides',
    [
      async ({ page }) => {
        await page.addInitScript(() => {
          const note = JSON.stringify({ submission: 'submitted', submittedAt: Date.now() });
          // The step's key is a hash, so every read gets the note.
          Storage.prototype.getItem = () => {
            document.documentElement.dataset['read'] = 'yes';
            return note;
          };
        });
        await page.reload();
        await page.waitForFunction(() => document.documentElement.dataset['read'] === 'yes');
      },
    ],
  ),
  ownBrowser(
    'A user script overwrites the element’s properties',
    'They are read-only, and no server reads them',
    [
      ({ page }) =>
        page.evaluate(() => {
          const step = document.querySelector('baanx-kyc-step');
          if (step) Object.defineProperty(step, 'state', { value: 'verified' });
        }),
      ({ page }) =>
        page.evaluate(() => {
          const step = document.querySelector('baanx-kyc-step');
          if (step) Object.defineProperty(step, 'verificationState', { value: 'VERIFIED' });
        }),
    ],
  ),
];

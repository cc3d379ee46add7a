/** What a whole verification asks of the proxy, for each way that it may end. The page's clock is wound by hand. */
import { ourModule } from './support/bundles.mjs';
import { launch, serve } from './support/pages.mjs';
import { report } from './support/report.mjs';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/**
 * What Veriff says, what Baanx says from the hand-in on, and for how long it is looked.
 * @type {readonly { ending: string, says: readonly string[], verdict: string, after: number, known?: string }[]}
 */
const ENDINGS = [
  { ending: 'verified after 30 s', says: ['SUBMITTED', 'FINISHED'], verdict: 'VERIFIED', after: 30 * SECOND },
  { ending: 'rejected after 30 s', says: ['SUBMITTED', 'FINISHED'], verdict: 'REJECTED', after: 30 * SECOND },
  {
    ending: 'verified after 15 min',
    says: ['SUBMITTED', 'FINISHED'],
    verdict: 'VERIFIED',
    after: 15 * MINUTE,
  },
  { ending: 'verified after 1 h', says: ['SUBMITTED', 'FINISHED'], verdict: 'VERIFIED', after: 60 * MINUTE },
  {
    ending: 'left half way, then an hour of nothing',
    says: ['CANCELED'],
    verdict: 'UNVERIFIED',
    after: 60 * MINUTE,
  },
  {
    ending: 'verified already, then an hour of nothing',
    says: [],
    verdict: 'VERIFIED',
    after: 60 * MINUTE,
    known: 'VERIFIED',
  },
  { ending: 'never started, an hour of nothing', says: [], verdict: 'UNVERIFIED', after: 60 * MINUTE },
];

const code = await ourModule();
const veriff = await serve({
  '/v/bench': `<!doctype html><script>
    parent.postMessage('VERIFF_HANDSHAKE', '*');
    addEventListener('message', ({ data }) => typeof data === 'string' && parent.postMessage(data, '*'));
  </script>`,
});
const host = await serve({
  '/step.js': code,
  '/page': `<!doctype html><html lang="en"><body>
    <baanx-kyc-step onboarding-id="bench" veriff-origins="${veriff.origin}"></baanx-kyc-step>
    <script>
      const asked = (window.asked = { sessions: 0, questions: 0 });
      const heard = (window.heard = []);
      addEventListener('message', ({ data }) => heard.push(data));
      document.querySelector('baanx-kyc-step').fetcher = async (url, { method }) => {
        const isStatus = method === 'GET';
        asked[isStatus ? 'questions' : 'sessions']++;
        return Response.json(isStatus ? { verificationState: window.says } : { sessionUrl: '${veriff.origin}/v/bench' });
      };
    </script>
    <script type="module" src="/step.js"></script></body></html>`,
});
const { browser, name: browserName } = await launch();

/** @param {typeof ENDINGS[number]} ending */
async function run({ says, verdict, after, known = 'UNVERIFIED' }) {
  const page = await (await browser.newContext()).newPage();
  /** @type {string[]} */
  const requests = [];
  await page.clock.install();
  await page.addInitScript((state) => Reflect.set(window, 'says', state), known);
  await page.goto(`${host.origin}/page`);
  const step = page.locator('baanx-kyc-step');
  const state = (/** @type {string} */ wanted) =>
    page.waitForFunction((word) => document.querySelector('baanx-kyc-step')?.state === word, wanted);
  await state(known === 'VERIFIED' ? 'verified' : 'ready');
  page.on('request', (request) => requests.push(request.url()));
  if (says.length > 0) {
    await step.locator('[part~=start]').click();
    await page.waitForFunction(() => Reflect.get(window, 'heard').includes('VERIFF_HANDSHAKE'));
    for (const word of says) {
      const submitted = word === 'SUBMITTED';
      if (submitted) await page.evaluate(() => Reflect.set(window, 'says', 'PENDING'));
      await page.frames()[1]?.evaluate((text) => window.postMessage(text, '*'), `VERIFF_${word}`);
      await page.waitForFunction((text) => Reflect.get(window, 'heard').includes(text), `VERIFF_${word}`);
      if (submitted) await page.clock.runFor(3 * SECOND);
    }
    await state(says.includes('CANCELED') ? 'ready' : 'pending');
  }
  await page.clock.runFor(after);
  await page.evaluate((text) => Reflect.set(window, 'says', text), verdict);
  if (verdict === 'VERIFIED' || verdict === 'REJECTED') {
    // At most the slowest pace later.
    for (let at = 0; at < 70 && (await step.evaluate((one) => Reflect.get(one, 'state'))) === 'pending'; at++)
      await page.clock.runFor(SECOND);
    await state(verdict.toLowerCase());
  }
  const { sessions, questions } = await page.evaluate(() => Reflect.get(window, 'asked'));
  await page.context().close();
  return [sessions, questions, requests.filter((url) => !url.startsWith(veriff.origin)).length];
}

const rows = [];
for (const ending of ENDINGS) rows.push([ending.ending, ...(await run(ending))]);
report(
  'requests',
  'What one verification asks, by its ending',
  [['', 'sessions made', 'status questions', 'other requests'], ...rows],
  browserName,
);
await browser.close();
host.close();
veriff.close();

/**
 * How many requests one verification makes, for each way that it can end. The page's clock is simulated. With push, the verdict
 * must be shown within a second of the notice.
 */
import { bundle } from '../scripts/bundle.mjs';
import { launch, serve } from './support/pages.mjs';
import { report } from './support/report.mjs';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
/** The most status requests of a review of one hour, with and without push. */
const [BUDGET, BUDGET_WITH_PUSH] = [120, 15];
/** As the proxy does it. */
const [HEARTBEAT, STREAM_LIFETIME] = [15 * SECOND, 30 * MINUTE];

/**
 * The messages that Veriff posts, the status that Baanx answers after the submission, and how long the page stays open.
 * @type {readonly { ending: string, messages: readonly string[], verdict: string, after: number, initial?: string, push?: true }[]}
 */
const ENDINGS = [
  {
    ending: 'verified after 30 s',
    messages: ['SUBMITTED', 'FINISHED'],
    verdict: 'VERIFIED',
    after: 30 * SECOND,
  },
  {
    ending: 'rejected after 30 s',
    messages: ['SUBMITTED', 'FINISHED'],
    verdict: 'REJECTED',
    after: 30 * SECOND,
  },
  {
    ending: 'verified after 15 min',
    messages: ['SUBMITTED', 'FINISHED'],
    verdict: 'VERIFIED',
    after: 15 * MINUTE,
  },
  {
    ending: 'verified after 1 h',
    messages: ['SUBMITTED', 'FINISHED'],
    verdict: 'VERIFIED',
    after: 60 * MINUTE,
  },
  {
    ending: 'verified after 1 h, with push',
    messages: ['SUBMITTED', 'FINISHED'],
    verdict: 'VERIFIED',
    after: 60 * MINUTE,
    push: true,
  },
  {
    ending: 'abandoned, then an hour without a change',
    messages: ['CANCELED'],
    verdict: 'UNVERIFIED',
    after: 60 * MINUTE,
  },
  {
    ending: 'verified already, then an hour without a change',
    messages: [],
    verdict: 'VERIFIED',
    after: 60 * MINUTE,
    initial: 'VERIFIED',
  },
  {
    ending: 'never started, an hour without a change',
    messages: [],
    verdict: 'UNVERIFIED',
    after: 60 * MINUTE,
  },
];

const code = await bundle('es');
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
      const requests = (window.requests = { sessions: 0, statuses: 0 });
      const received = (window.received = []);
      addEventListener('message', ({ data }) => received.push(data));
      window.notify = () => undefined;
      const openStream = (signal) => {
        const send = (controller, text) => controller.enqueue(new TextEncoder().encode(text));
        const stream = new ReadableStream({
          start(controller) {
            const timer = setInterval(() => send(controller, ':\\n\\n'), ${HEARTBEAT});
            const end = (how) => (clearInterval(timer), clearTimeout(lifetime), how());
            const lifetime = setTimeout(() => end(() => controller.close()), ${STREAM_LIFETIME});
            signal.addEventListener('abort', () => end(() => controller.error()));
            window.notify = () => send(controller, 'data: look\\n\\n');
            send(controller, ':\\n\\n');
          },
        });
        return new Response(stream, { headers: { 'content-type': 'text/event-stream' } });
      };
      document.querySelector('baanx-kyc-step').fetcher = async (url, { method, signal }) => {
        if (url.includes('/v1/events')) return openStream(signal);
        const isStatus = method === 'GET';
        requests[isStatus ? 'statuses' : 'sessions']++;
        return Response.json(isStatus ? { verificationState: window.verificationState } : { sessionUrl: '${veriff.origin}/v/bench' });
      };
    </script>
    <script type="module" src="/step.js"></script></body></html>`,
});
const { browser, name: browserName } = await launch();

/** @param {typeof ENDINGS[number]} ending */
async function run({ messages, verdict, after, initial = 'UNVERIFIED', push }) {
  const page = await (await browser.newContext()).newPage();
  /** @type {string[]} */
  const requests = [];
  await page.clock.install();
  await page.addInitScript((state) => Reflect.set(window, 'verificationState', state), initial);
  await page.goto(`${host.origin}/page`);
  const step = page.locator('baanx-kyc-step');
  const waitForState = (/** @type {string} */ state) =>
    page.waitForFunction((expected) => document.querySelector('baanx-kyc-step')?.state === expected, state);
  await waitForState(initial === 'VERIFIED' ? 'verified' : 'ready');
  if (push) await step.evaluate((one) => Reflect.set(one, 'push', true));
  page.on('request', (request) => requests.push(request.url()));
  if (messages.length > 0) {
    await step.locator('[part~=start]').click();
    await page.waitForFunction(() => Reflect.get(window, 'received').includes('VERIFF_HANDSHAKE'));
    for (const message of messages) {
      const submitted = message === 'SUBMITTED';
      if (submitted) await page.evaluate(() => Reflect.set(window, 'verificationState', 'PENDING'));
      await page.frames()[1]?.evaluate((text) => window.postMessage(text, '*'), `VERIFF_${message}`);
      await page.waitForFunction(
        (text) => Reflect.get(window, 'received').includes(text),
        `VERIFF_${message}`,
      );
      if (submitted) await page.clock.runFor(3 * SECOND);
    }
    await waitForState(messages.includes('CANCELED') ? 'ready' : 'pending');
  }
  await page.clock.runFor(after);
  await page.evaluate((text) => Reflect.set(window, 'verificationState', text), verdict);
  if (push) {
    await page.evaluate(() => Reflect.get(window, 'notify')());
    await page.clock.runFor(SECOND);
    await waitForState(verdict.toLowerCase());
  } else if (verdict === 'VERIFIED' || verdict === 'REJECTED') {
    // Polling takes at most its longest interval to see the verdict.
    for (let at = 0; at < 70 && (await step.evaluate((one) => Reflect.get(one, 'state'))) === 'pending'; at++)
      await page.clock.runFor(SECOND);
    await waitForState(verdict.toLowerCase());
  }
  const { sessions, statuses } = await page.evaluate(() => Reflect.get(window, 'requests'));
  await page.context().close();
  return [sessions, statuses, requests.filter((url) => !url.startsWith(veriff.origin)).length];
}

const rows = [];
for (const ending of ENDINGS) rows.push([ending.ending, ...(await run(ending))]);
report(
  'requests',
  'Requests of one verification, by its ending',
  [['', 'sessions created', 'status requests', 'other requests'], ...rows],
  browserName,
);
for (const [ending, , statuses] of rows) {
  const budget = String(ending).endsWith('with push') ? BUDGET_WITH_PUSH : BUDGET;
  if (Number(statuses) <= budget) continue;
  console.log(`${ending}: ${statuses} status requests exceed the budget of ${budget}.`);
  process.exitCode = 1;
}
await browser.close();
host.close();
veriff.close();

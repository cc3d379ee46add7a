/**
 * How fast a press of Start is answered: the dialog painted, and Veriff's frame on its way. Baanx answers after
 * 300 ms; Veriff's page is on another origin and greets at once.
 */
import { ourModule } from './support/bundles.mjs';
import { launch, serve, slowDown } from './support/pages.mjs';
import { formatNumber, median, report } from './support/report.mjs';

const ROUNDS = 11;
const BAANX = 300;
const code = await ourModule();
const veriff = await serve({
  '/v/bench': `<!doctype html><script>
    parent.postMessage('VERIFF_HANDSHAKE', '*');
    parent.postMessage({ leftAt: performance.timeOrigin }, '*');
  </script>`,
});
const page = (/** @type {string} */ attributes) => `<!doctype html><html lang="en"><body>
  <baanx-kyc-step onboarding-id="bench" veriff-origins="${veriff.origin}" ${attributes}></baanx-kyc-step>
  <script>
    const step = document.querySelector('baanx-kyc-step');
    const times = (window.times = {});
    // Answered in one go, without a stream to read: what passes until the frame leaves is the step's own time.
    const answer = (body) => ({ ok: true, status: 200, headers: new Headers(), json: () => Promise.resolve(body) });
    step.fetcher = (url, { method }) =>
      method === 'GET'
        ? Promise.resolve(answer({ verificationState: 'UNVERIFIED' }))
        : new Promise((resolve) => setTimeout(() => {
            times.answered = performance.now();
            setTimeout(() => (times.nextTask = performance.now()));
            resolve(answer({ sessionUrl: '${veriff.origin}/v/bench' }));
          }, ${BAANX}));
    addEventListener('click', () => {
      times.clicked = performance.now();
      // What runs after the callbacks of a frame runs when it is painted.
      requestAnimationFrame(() => setTimeout(() => (times.painted = performance.now() - times.clicked)));
    }, { capture: true });
    // The clock of a page begins when the frame is told to go there.
    addEventListener('message', ({ data }) => {
      if (data.leftAt) times.leaving = data.leftAt - performance.timeOrigin;
    });
  </script>
  <script type="module" src="/step.js"></script></body></html>`;
const host = await serve({ '/step.js': code, '/plain': page(''), '/intent': page('prefetch="intent"') });
const { browser, name: browserName } = await launch();

/** One press of Start, on a page of its own. */
async function press(/** @type {string} */ path, /** @type {number} */ cpu) {
  const tab = await (await browser.newContext()).newPage();
  await slowDown(tab, { cpu });
  await tab.goto(`${host.origin}${path}`);
  await tab.waitForFunction(() => document.querySelector('baanx-kyc-step')?.state === 'ready');
  const start = tab.locator('baanx-kyc-step [part~=start]');
  // The pointer arrives a moment before the finger presses.
  await start.hover();
  await tab.waitForTimeout(path === '/intent' ? BAANX + 200 : 200);
  await start.click();
  await tab.waitForFunction(() => Reflect.get(window, 'times').painted !== undefined);
  await tab.waitForFunction(() => Reflect.get(window, 'times').leaving !== undefined);
  const times = await tab.evaluate(() => Reflect.get(window, 'times'));
  await tab.context().close();
  return times;
}

const rows = [];
for (const [title, path, cpu] of /** @type {const} */ ([
  ['full speed', '/plain', 1],
  ['4 × slower processor', '/plain', 4],
  ['full speed, prefetch="intent"', '/intent', 1],
])) {
  const rounds = [];
  for (let round = 0; round < ROUNDS; round++) rounds.push(await press(path, cpu));
  rows.push([
    title,
    formatNumber(median(rounds.map(({ painted }) => painted))),
    formatNumber(median(rounds.map(({ clicked, leaving }) => leaving - clicked)), 1),
    path === '/intent'
      ? '–'
      : formatNumber(median(rounds.map(({ answered, leaving }) => leaving - answered)), 2),
    path === '/intent'
      ? '–'
      : `${rounds.filter(({ leaving, nextTask }) => leaving <= nextTask).length} of ${ROUNDS}`,
  ]);
}
report(
  'response',
  `From the press of Start, median of ${ROUNDS}; Baanx takes ${BAANX} ms`,
  [
    [
      '',
      'ms to the painted dialog',
      'ms to the frame leaving',
      'of these after the answer',
      'in the answer’s own task',
    ],
    ...rows,
  ],
  browserName,
);
await browser.close();
host.close();
veriff.close();

/**
 * How long it takes from a click on Start until the dialog is painted, and until Veriff's frame begins to load. Baanx responds
 * after 300 ms; Veriff's page is on another origin and sends its handshake at once.
 */
import { bundle } from '../scripts/bundle.mjs';
import { launch, serve, slowDown } from './support/pages.mjs';
import { formatNumber, median, report } from './support/report.mjs';

const ROUNDS = 11;
const BAANX_LATENCY_MS = 300;
const code = await bundle('es');
const veriff = await serve({
  '/v/bench': `<!doctype html><script>
    parent.postMessage('VERIFF_HANDSHAKE', '*');
    parent.postMessage({ navigatedAt: performance.timeOrigin }, '*');
  </script>`,
});
const page = (/** @type {string} */ attributes) => `<!doctype html><html lang="en"><body>
  <baanx-kyc-step onboarding-id="bench" veriff-origins="${veriff.origin}" ${attributes}></baanx-kyc-step>
  <script>
    const step = document.querySelector('baanx-kyc-step');
    const times = (window.times = {});
    // The body needs no reading, so that the time until the frame loads is the step's own.
    const respond = (body) => ({ ok: true, status: 200, headers: new Headers(), json: () => Promise.resolve(body) });
    step.fetcher = (url, { method }) =>
      method === 'GET'
        ? Promise.resolve(respond({ verificationState: 'UNVERIFIED' }))
        : new Promise((resolve) => setTimeout(() => {
            times.responded = performance.now();
            setTimeout(() => (times.nextTask = performance.now()));
            resolve(respond({ sessionUrl: '${veriff.origin}/v/bench' }));
          }, ${BAANX_LATENCY_MS}));
    addEventListener('click', () => {
      times.clicked = performance.now();
      // A task queued in an animation frame runs after that frame is painted.
      requestAnimationFrame(() => setTimeout(() => (times.painted = performance.now() - times.clicked)));
    }, { capture: true });
    // The time origin of the frame's page is when its navigation began.
    addEventListener('message', ({ data }) => {
      if (data.navigatedAt) times.frameLoading = data.navigatedAt - performance.timeOrigin;
    });
  </script>
  <script type="module" src="/step.js"></script></body></html>`;
const host = await serve({ '/step.js': code, '/plain': page(''), '/intent': page('prefetch="intent"') });
const { browser, name: browserName } = await launch();

/** One click on Start, in a new page. */
async function press(/** @type {string} */ path, /** @type {number} */ cpu) {
  const tab = await (await browser.newContext()).newPage();
  await slowDown(tab, { cpu });
  await tab.goto(`${host.origin}${path}`);
  await tab.waitForFunction(() => document.querySelector('baanx-kyc-step')?.state === 'ready');
  const start = tab.locator('baanx-kyc-step [part~=start]');
  // A person's pointer arrives before the click.
  await start.hover();
  await tab.waitForTimeout(path === '/intent' ? BAANX_LATENCY_MS + 200 : 200);
  await start.click();
  await tab.waitForFunction(() => Reflect.get(window, 'times').painted !== undefined);
  await tab.waitForFunction(() => Reflect.get(window, 'times').frameLoading !== undefined);
  const times = await tab.evaluate(() => Reflect.get(window, 'times'));
  await tab.context().close();
  return times;
}

const rows = [];
for (const [title, path, cpu] of /** @type {const} */ ([
  ['full speed', '/plain', 1],
  ['CPU slowed down 4 ×', '/plain', 4],
  ['full speed, prefetch="intent"', '/intent', 1],
])) {
  const rounds = [];
  for (let round = 0; round < ROUNDS; round++) rounds.push(await press(path, cpu));
  rows.push([
    title,
    formatNumber(median(rounds.map(({ painted }) => painted))),
    formatNumber(median(rounds.map(({ clicked, frameLoading }) => frameLoading - clicked)), 1),
    path === '/intent'
      ? '–'
      : formatNumber(median(rounds.map(({ responded, frameLoading }) => frameLoading - responded)), 2),
    path === '/intent'
      ? '–'
      : `${rounds.filter(({ frameLoading, nextTask }) => frameLoading <= nextTask).length} of ${ROUNDS}`,
  ]);
}
report(
  'response',
  `From the click on Start, median of ${ROUNDS}; Baanx takes ${BAANX_LATENCY_MS} ms`,
  [
    [
      '',
      'ms to the painted dialog',
      'ms until the frame loads',
      'of these after the response',
      'in the response’s own task',
    ],
    ...rows,
  ],
  browserName,
);
await browser.close();
host.close();
veriff.close();

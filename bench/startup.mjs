/**
 * What the script costs the page's main thread: compiling and evaluating it beside a minimal Lit element, and the time
 * until the explainer is painted on a slow phone and a slow connection.
 */
import { comparedScripts, MINIMAL_LIT, OURS, ourModule } from './support/bundles.mjs';
import { launch, serve, slowDown } from './support/pages.mjs';
import { formatNumber, median, report } from './support/report.mjs';

const LOADS = 21;
const PAINT_LOADS = 7;
/** What the evaluation may cost, as a multiple of a minimal Lit element. */
const BUDGET_RATIO = 2;

const EMPTY = 'empty script';
const PAGE = `<!doctype html><html lang="en"><body style="font: 16px sans-serif">
  <style>baanx-kyc-step { display: block; min-block-size: 60rem }</style>
  <baanx-kyc-step onboarding-id="bench"></baanx-kyc-step><p>Text below the step</p>
  <script>
    document.querySelector('baanx-kyc-step').fetcher = async () =>
      new Response(JSON.stringify({ verificationState: 'UNVERIFIED' }));
    window.layoutShift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) window.layoutShift += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
  </script>
  <script type="module" src="/step.js"></script></body></html>`;

const server = await serve({ '/step.js': await ourModule(), '/empty': '<!doctype html>', '/page': PAGE });
const { browser, name: browserName } = await launch();

/** Milliseconds: what passed, and for how long of it the main thread had a CPU. @typedef {{ elapsed: number, cpu: number }} Cost */

/**
 * Compiles and evaluates a classic script in a new page. An inline script runs synchronously when it is inserted, so
 * nothing else is in the time measured. The CPU time comes from the browser's trace; other processes do not lengthen it.
 * @param {string} code
 * @returns {Promise<Cost>}
 */
async function evaluationCost(code) {
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${server.origin}/empty`);
  await browser.startTracing(page, { categories: ['devtools.timeline'] });
  const elapsed = await page.evaluate((text) => {
    const script = document.createElement('script');
    script.textContent = text;
    const start = performance.now();
    document.head.append(script);
    return performance.now() - start;
  }, code);
  /** @type {{ traceEvents: { name: string, tdur?: number }[] }} */
  const { traceEvents } = JSON.parse(String(await browser.stopTracing()));
  await page.context().close();
  const evaluations = traceEvents.filter(({ name }) => name === 'EvaluateScript');
  // The script that Playwright evaluates takes microseconds; the trace has no event for an empty script.
  const cpu = Math.max(0, ...evaluations.map(({ tdur = 0 }) => tdur)) / 1000;
  return { elapsed, cpu };
}

/**
 * The median cost of each script, minus that of an empty script. The scripts take turns and each round begins with
 * another one, so that a busy machine is busy for all of them.
 * @param {Record<string, string>} scripts code by name
 * @returns {Promise<Map<string, Cost>>} by name
 */
async function evaluationCosts(scripts) {
  const entries = Object.entries({ [EMPTY]: '', ...scripts });
  /** @type {Map<string, Cost[]>} */
  const costs = new Map(entries.map(([name]) => [name, []]));
  for (let load = 0; load < LOADS; load++) {
    const first = load % entries.length;
    for (const [name, code] of [...entries.slice(first), ...entries.slice(0, first)])
      costs.get(name)?.push(await evaluationCost(code));
  }
  const medianOf = (/** @type {string} */ name, /** @type {keyof Cost} */ key) =>
    median((costs.get(name) ?? []).map((cost) => cost[key]));
  const costOf = (/** @type {string} */ name, /** @type {keyof Cost} */ key) =>
    medianOf(name, key) - medianOf(EMPTY, key);
  return new Map(
    Object.keys(scripts).map((name) => [
      name,
      { elapsed: costOf(name, 'elapsed'), cpu: costOf(name, 'cpu') },
    ]),
  );
}

/**
 * Loads the page, whose layout reserves space for the step, and waits until Start is painted.
 * @param {{ cpu?: number, slowConnection?: boolean }} conditions
 * @returns {Promise<{ painted: number, afterScript: number, layoutShift: number }>} milliseconds from the navigation and
 *   from the arrival of the script, and what shifted until the status was known
 */
async function explainerPaint(conditions) {
  const page = await (await browser.newContext({ viewport: { width: 390, height: 1200 } })).newPage();
  await slowDown(page, conditions);
  await page.goto(`${server.origin}/page`, { waitUntil: 'commit' });
  /** @type {{ painted: number, afterScript: number }} */
  const times = await page.evaluate(
    () =>
      new Promise((resolve) => {
        const lookForStart = () => {
          const step = document.querySelector('baanx-kyc-step');
          if (!step?.shadowRoot?.querySelector('[part~=start]')) return requestAnimationFrame(lookForStart);
          // A task queued in an animation frame runs after that frame is painted.
          requestAnimationFrame(() =>
            setTimeout(() => {
              const [script] = performance.getEntriesByName(new URL('/step.js', location.href).href);
              const arrived = script instanceof PerformanceResourceTiming ? script.responseEnd : 0;
              resolve({ painted: performance.now(), afterScript: performance.now() - arrived });
            }),
          );
        };
        lookForStart();
      }),
  );
  await page.waitForFunction(() => document.querySelector('baanx-kyc-step')?.state === 'ready');
  // Layout shifts are reported after the frame that they are in.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const layoutShift = Number(await page.evaluate(() => Reflect.get(window, 'layoutShift')));
  await page.context().close();
  return { ...times, layoutShift };
}

const costs = await evaluationCosts(await comparedScripts('iife'));
const cpuOf = (/** @type {string} */ name) => costs.get(name)?.cpu ?? NaN;
const ratioOf = (/** @type {string} */ name) => formatNumber(cpuOf(name) / cpuOf(MINIMAL_LIT), 2);
report(
  'startup',
  `Compile and evaluate a classic script, median of ${LOADS} loads in turn, minus an empty script`,
  [
    ['', 'ms of CPU time', `${MINIMAL_LIT} = 1`, 'ms that passed'],
    ...[...costs].map(([name, { cpu, elapsed }]) => [
      name,
      formatNumber(cpu, 2),
      ratioOf(name),
      formatNumber(elapsed, 2),
    ]),
  ],
  browserName,
);
console.log(`The budget is ${BUDGET_RATIO} × a minimal Lit element; the step takes ${ratioOf(OURS)} ×.`);

const rows = [];
for (const [title, conditions] of /** @type {const} */ ([
  ['full speed', {}],
  ['CPU slowed down 4 ×', { cpu: 4 }],
  ['CPU slowed down 4 ×, connection of 400 kbit/s with 400 ms latency', { cpu: 4, slowConnection: true }],
])) {
  const paints = [];
  for (let load = 0; load < PAINT_LOADS; load++) paints.push(await explainerPaint(conditions));
  rows.push([
    title,
    formatNumber(median(paints.map(({ painted }) => painted))),
    formatNumber(median(paints.map(({ afterScript }) => afterScript))),
    formatNumber(Math.max(...paints.map(({ layoutShift }) => layoutShift)), 3),
  ]);
}
report(
  'paint',
  `Until the explainer is painted, median of ${PAINT_LOADS} loads`,
  [['', 'ms from navigation', 'ms from script', 'layout shift'], ...rows],
  browserName,
);
await browser.close();
server.close();

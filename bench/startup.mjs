/**
 * What the script costs the page's main thread: compiling and evaluating it beside a minimal Lit element, and the time
 * until the explainer is painted on a slow phone and a slow connection.
 */
import { bundle } from '../scripts/bundle.mjs';
import { comparedScripts, MINIMAL_LIT, OURS } from './support/bundles.mjs';
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

const scripts = { [EMPTY]: '', ...(await comparedScripts('iife')) };
const names = Object.keys(scripts);
const scriptPath = (/** @type {string} */ name) => `/script-${names.indexOf(name)}.js`;
const pagePath = (/** @type {string} */ name) => `/page-${names.indexOf(name)}`;

/** @type {Record<string, string>} */
const files = { '/step.js': await bundle('es'), '/page': PAGE };
for (const [name, code] of Object.entries(scripts)) {
  files[scriptPath(name)] = code;
  files[pagePath(name)] = `<!doctype html><script defer src="${scriptPath(name)}"></script>`;
}
const server = await serve(files);
const { browser, name: browserName } = await launch();

/**
 * Loads a page with one external script, as README shows it, and returns for how long, in ms, the page's main thread had
 * a CPU to compile and evaluate the script. Chromium parses external scripts on another thread while they arrive. The
 * time comes from the browser's trace; other processes do not lengthen it.
 * @param {string} name
 */
async function mainThreadTime(name) {
  const page = await (await browser.newContext()).newPage();
  await browser.startTracing(undefined, { categories: ['devtools.timeline'] });
  await page.goto(server.origin + pagePath(name), { waitUntil: 'load' });
  /** @type {{ traceEvents: { name: string, tdur?: number, args?: { data?: { url?: string } } }[] }} */
  const { traceEvents } = JSON.parse(String(await browser.stopTracing()));
  await page.context().close();
  // The event includes the compilation on the main thread.
  const evaluation = traceEvents.find(
    (event) => event.name === 'EvaluateScript' && event.args?.data?.url?.endsWith(scriptPath(name)),
  );
  if (evaluation?.tdur === undefined) throw new Error(`The trace has no evaluation of ${name}.`);
  return evaluation.tdur / 1000;
}

/**
 * The time of each load of each script, by name, minus the median time of an empty script. Each round has an order of its
 * own, so that no script always follows the same one.
 * @returns {Promise<Map<string, number[]>>}
 */
async function evaluationTimes() {
  /** @type {Map<string, number[]>} */
  const times = new Map(names.map((name) => [name, []]));
  for (let load = 0; load < LOADS; load++)
    for (const name of shuffled(names)) times.get(name)?.push(await mainThreadTime(name));
  const empty = median(times.get(EMPTY) ?? []);
  times.delete(EMPTY);
  return new Map([...times].map(([name, measured]) => [name, measured.map((time) => time - empty)]));
}

/** @param {readonly string[]} list */
const shuffled = (list) =>
  list
    .map((entry) => ({ entry, rank: Math.random() }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ entry }) => entry);

/** The lower and the upper quartile: half of the loads took between these times. @param {number[]} times */
function quartiles(times) {
  const sorted = [...times].sort((a, b) => a - b);
  return [0.25, 0.75].map((share) => sorted[Math.floor(sorted.length * share)] ?? NaN);
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

const times = await evaluationTimes();
const timeOf = (/** @type {string} */ name) => median(times.get(name) ?? []);
const ratioOf = (/** @type {string} */ name) => formatNumber(timeOf(name) / timeOf(MINIMAL_LIT), 2);
report(
  'startup',
  `Time to compile and evaluate an external script (median of ${LOADS} loads in random order, minus the time for an empty script)`,
  [
    ['', 'ms of the main thread', 'half of the loads', `${MINIMAL_LIT} = 1`],
    ...[...times].map(([name, measured]) => [
      name,
      formatNumber(timeOf(name), 2),
      quartiles(measured)
        .map((time) => formatNumber(time, 2))
        .join(' to '),
      ratioOf(name),
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

/**
 * What the script costs the page's main thread: parse and evaluation, 21 loads of each in turn, and the way to a
 * painted explainer on a slow phone and a slow line.
 */
import { bundles } from './support/bundles.mjs';
import { launch, serve, slowDown } from './support/pages.mjs';
import { figure, median, report } from './support/report.mjs';

const LOADS = 21;
const all = await bundles();
const names = Object.keys(all);
const files = Object.fromEntries(names.map((name, at) => [`/${at}.js`, all[name] ?? '']));
const ANSWER = `JSON.stringify({ verificationState: 'UNVERIFIED' })`;
const PAGE = `<!doctype html><html lang="en"><body style="font: 16px sans-serif">
  <style>baanx-kyc-step { display: block; min-block-size: 60rem }</style>
  <baanx-kyc-step onboarding-id="bench"></baanx-kyc-step><p>What follows</p>
  <script>
    document.querySelector('baanx-kyc-step').fetcher = async () => new Response(${ANSWER});
    window.shifts = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) window.shifts += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
    window.busy = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) window.busy += entry.duration;
    }).observe({ type: 'longtask', buffered: true });
  </script>
  <script type="module" src="/0.js"></script></body></html>`;
const server = await serve({ ...files, '/empty': '<!doctype html>', '/page': PAGE });
const { browser, name: browserName } = await launch();

/** Ms to compile and evaluate the module, its text being there already. */
async function evaluate(/** @type {number} */ at) {
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${server.origin}/empty`);
  const ms = await page.evaluate(async (path) => {
    const code = await (await fetch(path)).text();
    const url = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
    const start = performance.now();
    await import(url);
    return performance.now() - start;
  }, `/${at}.js`);
  await page.context().close();
  return ms;
}

/**
 * Ms from the navigation to the frame that shows Start, and what shifted until the status was there: the page has room
 * for the step, as it must where no server has rendered it, and what follows is in view.
 */
async function paint(/** @type {{ cpu?: number, slowLine?: boolean }} */ how) {
  const page = await (await browser.newContext({ viewport: { width: 390, height: 1200 } })).newPage();
  await slowDown(page, how);
  await page.goto(`${server.origin}/page`, { waitUntil: 'commit' });
  const result = await page.evaluate(
    () =>
      new Promise((resolve) => {
        const look = () => {
          const step = document.querySelector('baanx-kyc-step');
          if (!step?.shadowRoot?.querySelector('[part~=start]')) return requestAnimationFrame(look);
          // After the frame in which it is there.
          requestAnimationFrame(() =>
            setTimeout(() => {
              const loaded = performance.getEntriesByName(new URL('/0.js', location.href).href)[0];
              const script = loaded instanceof PerformanceResourceTiming ? loaded.responseEnd : 0;
              resolve({ painted: performance.now(), afterScript: performance.now() - script });
            }),
          );
        };
        look();
      }),
  );
  await page.waitForFunction(() => document.querySelector('baanx-kyc-step')?.state === 'ready');
  // A shift is told of after the frame that it is in.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const { shifts } = await page.evaluate(() => ({ shifts: Reflect.get(window, 'shifts') }));
  await page.context().close();
  return { .../** @type {{ painted: number, afterScript: number }} */ (result), shifts: Number(shifts) };
}

/** @type {number[][]} */
const times = names.map(() => []);
for (let load = 0; load < LOADS; load++)
  for (const [at] of names.entries()) times[at]?.push(await evaluate(at));
const least = median(times[names.indexOf('minimal Lit element')] ?? []);
report(
  'startup',
  `Compile and evaluate, median of ${LOADS} loads in turn`,
  [
    ['', 'ms', 'minimal Lit element = 1'],
    ...names.map((name, at) => {
      const ms = median(times[at] ?? []);
      return [name, figure(ms, 2), figure(ms / least, 2)];
    }),
  ],
  browserName,
);

const rows = [];
for (const [title, how] of /** @type {const} */ ([
  ['full speed', {}],
  ['4 × slower processor', { cpu: 4 }],
  ['4 × slower processor, 400 ms and 400 kbit/s line', { cpu: 4, slowLine: true }],
])) {
  const paints = [];
  for (let load = 0; load < 7; load++) paints.push(await paint(how));
  rows.push([
    title,
    figure(median(paints.map(({ painted }) => painted))),
    figure(median(paints.map(({ afterScript }) => afterScript))),
    figure(Math.max(...paints.map(({ shifts }) => shifts)), 3),
  ]);
}
report(
  'paint',
  'Explainer painted, median of 7 loads',
  [['', 'ms from navigation', 'ms from script', 'layout shift'], ...rows],
  browserName,
);
await browser.close();
server.close();

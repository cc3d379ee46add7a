/** Many elements on one page: time and memory for each, and what the page still holds after all were removed. */
import { bundle } from '../scripts/bundle.mjs';
import { launch, serve } from './support/pages.mjs';
import { formatNumber, report } from './support/report.mjs';

const code = await bundle('es');
const PAGE = `<!doctype html><html lang="en"><body><main></main><script>
  const respond = async () => new Response('{"verificationState":"UNVERIFIED"}');
  window.mount = async (count) => {
    const steps = Array.from({ length: count }, (_, at) => {
      const step = document.createElement('baanx-kyc-step');
      step.fetcher = respond;
      step.onboardingId = 'bench-' + at;
      return step;
    });
    const start = performance.now();
    document.querySelector('main').append(...steps);
    await Promise.all(steps.map((step) => step.updateComplete));
    await new Promise(requestAnimationFrame);
    const ms = performance.now() - start;
    await Promise.all(steps.map(async (step) => {
      while (step.state !== 'ready') await new Promise((done) => step.addEventListener('statechange', done, { once: true }));
    }));
    return ms;
  };
  window.clear = () => document.querySelector('main').replaceChildren();
</script><script type="module" src="/step.js"></script></body></html>`;
const server = await serve({ '/page': PAGE, '/step.js': code });
const { browser, name: browserName } = await launch(['--js-flags=--expose-gc']);

/** What the page holds after a garbage collection. */
async function held(/** @type {import('playwright-core').CDPSession} */ session) {
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const { nodes, jsEventListeners, documents } = await session.send('Memory.getDOMCounters');
  return { heap: usedSize, nodes, listeners: jsEventListeners, documents };
}

async function open() {
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${server.origin}/page`);
  await page.waitForFunction(() => customElements.get('baanx-kyc-step'));
  const session = await page.context().newCDPSession(page);
  // The first element creates the templates and style sheets that all share.
  await mount(page, 1);
  return { page, session };
}

const mount = (/** @type {import('playwright-core').Page} */ page, /** @type {number} */ count) =>
  page.evaluate(async (many) => {
    const ms = await Reflect.get(window, 'mount')(many);
    return Number(ms);
  }, count);
const clear = (/** @type {import('playwright-core').Page} */ page) =>
  page.evaluate(() => Reflect.get(window, 'clear')());

const rows = [];
for (const count of [1, 10, 100, 1000]) {
  const { page, session } = await open();
  await clear(page);
  const before = await held(session);
  const ms = await mount(page, count);
  const after = await held(session);
  rows.push([
    count,
    formatNumber(ms, 1),
    formatNumber(ms / count, 2),
    formatNumber((after.heap - before.heap) / count / 1024, 1),
    formatNumber((after.nodes - before.nodes) / count, 1),
    formatNumber((after.listeners - before.listeners) / count, 1),
  ]);
  await page.context().close();
}
report(
  'scale',
  'Elements on one page',
  [['elements', 'ms to mount', 'ms each', 'KiB of heap each', 'nodes each', 'listeners each'], ...rows],
  browserName,
);

const { page, session } = await open();
await clear(page);
const before = await held(session);
for (let round = 0; round < 10; round++) {
  await mount(page, 100);
  await clear(page);
}
const after = await held(session);
report(
  'mounts',
  'After 1,000 mounts and removals',
  [
    ['', 'before', 'after'],
    ['heap, KiB', formatNumber(before.heap / 1024), formatNumber(after.heap / 1024)],
    ['nodes', before.nodes, after.nodes],
    ['listeners', before.listeners, after.listeners],
    ['documents', before.documents, after.documents],
  ],
  browserName,
);
await browser.close();
server.close();

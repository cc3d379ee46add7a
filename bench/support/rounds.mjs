/** What a page holds before and after elements were mounted and removed, and Veriff was opened and closed. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { BUNDLES, bundle } from '../../scripts/bundle.mjs';
import { root } from '../../scripts/root.mjs';
import { launch } from './pages.mjs';

/** What a page holds after a garbage collection. `heap` is in bytes. */
/** @typedef {{ heap: number, nodes: number, listeners: number, documents: number, timers: number }} Held */

/** Veriff's page, on another origin. */
const VERIFF = `<!doctype html><title>Veriff</title><script>parent.postMessage('VERIFF_HANDSHAKE', '*')</script>`;

/** The host page. It counts pending timers, and has functions that mount elements and open Veriff repeatedly. */
const hostPage = (/** @type {string} */ veriff) => `<!doctype html><html lang="en"><body><main></main><script>
  const waiting = new Set();
  for (const [set, clear] of [['setTimeout', 'clearTimeout'], ['setInterval', 'clearInterval']]) {
    const [own, stop] = [window[set], window[clear]];
    window[set] = (run, ...rest) => {
      const id = own(() => { if (set === 'setTimeout') waiting.delete(id); run(); }, ...rest);
      waiting.add(id);
      return id;
    };
    window[clear] = (id) => { waiting.delete(id); stop(id); };
  }
  window.timers = () => waiting.size;
  const main = document.querySelector('main');
  const fetcher = async (url, { method }) => Response.json(
    method === 'POST' ? { sessionUrl: '${veriff}/v/1' } : { verificationState: 'UNVERIFIED' });
  const waitForState = async (step, expected) => {
    while (step.state !== expected) await new Promise((done) => step.addEventListener('statechange', done, { once: true }));
  };
  const make = (id) => Object.assign(document.createElement('baanx-kyc-step'),
    { fetcher, onboardingId: 'leak-' + id, veriffOrigins: '${veriff}' });
  window.mounts = async (count) => {
    for (let at = 0; at < count; at++) {
      const step = make(at);
      main.append(step);
      // A third are removed at once, a third during the status request, a third after it.
      if (at % 3 > 0) await step.updateComplete;
      if (at % 3 > 1) await waitForState(step, 'ready');
      step.remove();
    }
  };
  window.rounds = async (count) => {
    const step = make('rounds');
    main.append(step);
    for (let at = 0; at < count; at++) {
      await waitForState(step, 'ready');
      step.start();
      await waitForState(step, 'verifying');
      await new Promise((done) => addEventListener('message', done, { once: true }));
      step.close();
    }
    step.remove();
  };
</script><script type="module" src="/step.js"></script></body></html>`;

/** @param {(path: string) => string} bodyOf */
async function serve(bodyOf) {
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    response.setHeader('content-type', path.endsWith('.js') ? 'text/javascript' : 'text/html; charset=utf-8');
    response.end(bodyOf(path));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return { origin: `http://127.0.0.1:${port}`, close: () => server.close() };
}

/**
 * @param {{ mounts: number, rounds: number }} options
 * @returns {Promise<{ before: Held, after: Held, browserName: string }>}
 */
export async function measure({ mounts, rounds }) {
  const folder = join(root, 'node_modules/.cache/leaks');
  await bundle('es', folder);
  const code = readFileSync(join(folder, BUNDLES.es), 'utf8');
  const veriff = await serve(() => VERIFF);
  const host = await serve((path) => (path === '/step.js' ? code : hostPage(veriff.origin)));
  const { browser, name: browserName } = await launch(['--js-flags=--expose-gc']);
  try {
    const tab = await (await browser.newContext()).newPage();
    await tab.goto(host.origin);
    await tab.waitForFunction(() => customElements.get('baanx-kyc-step'));
    const session = await tab.context().newCDPSession(tab);
    const call = (/** @type {string} */ name, /** @type {number} */ count) =>
      tab.evaluate(
        async ([what, many]) => {
          await Reflect.get(window, String(what))(many);
        },
        [name, count],
      );
    /** @returns {Promise<Held>} */
    const held = async () => {
      for (let time = 0; time < 3; time++) await session.send('HeapProfiler.collectGarbage');
      const { usedSize } = await session.send('Runtime.getHeapUsage');
      const { nodes, jsEventListeners, documents } = await session.send('Memory.getDOMCounters');
      const timers = Number(await tab.evaluate(() => Reflect.get(window, 'timers')()));
      return { heap: usedSize, nodes, listeners: jsEventListeners, documents, timers };
    };
    // The first elements create the templates, style sheets and compiled code that all share.
    await call('mounts', 30);
    await call('rounds', 5);
    const before = await held();
    await call('mounts', mounts);
    await call('rounds', rounds);
    return { before, after: await held(), browserName };
  } finally {
    await browser.close();
    veriff.close();
    host.close();
  }
}

/** WebKit for the test runner: the one of GTK, on a screen that is not there, driven over WebDriver. Not Safari. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';

/** @typedef {{ driver: string, browser: string, screen: string }} WebKit */

/** @returns {Promise<number>} */
const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0));
    });
  });

/** WebDriver's own code points for keys that are no letters. */
const KEYS = { Tab: '\uE004', Enter: '\uE007', Shift: '\uE008', Escape: '\uE00C', Space: ' ' };

/**
 * @param {WebKit} webkit
 * @returns {import('@web/test-runner').BrowserLauncher & Record<string, unknown>}
 */
export function webkitLauncher({ driver, browser, screen }) {
  /** @type {import('node:child_process').ChildProcess[]} */
  const children = [];
  /** @type {Promise<string> | undefined} */
  let starting;
  let active = '';
  let shown = '';

  /** @param {string} method @param {string} url @param {object} [body] @returns {Promise<any>} */
  const call = async (method, url, body) => {
    const answer = await fetch(url, { method, ...(body && { body: JSON.stringify(body) }) });
    const { value } = await answer.json();
    if (!answer.ok) throw new Error(`WebKit: ${value.message}`);
    return value;
  };

  /** The address of the one WebDriver session, begun at its first use. */
  const session = () => (starting ??= start());
  const start = async () => {
    const xvfb = spawn(screen, ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    children.push(xvfb);
    const [display] = await once(/** @type {import('node:stream').Readable} */ (xvfb.stdio[3]), 'data');
    const port = await freePort();
    const base = `http://127.0.0.1:${port}`;
    children.push(
      spawn(driver, [`--port=${port}`, '--host=127.0.0.1'], {
        stdio: 'ignore',
        env: {
          ...process.env,
          DISPLAY: `:${String(display).trim()}`,
          GDK_BACKEND: 'x11',
          LIBGL_ALWAYS_SOFTWARE: '1',
          WEBKIT_DISABLE_DMABUF_RENDERER: '1',
        },
      }),
    );
    for (let tries = 0; ; tries++) {
      try {
        await call('GET', `${base}/status`);
        break;
      } catch (error) {
        if (tries === 100) throw error;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
    const args = [
      '--automation',
      '--enable-mock-capture-devices=true',
      '--enable-media-stream=true',
      '--javascript-can-open-windows-automatically=true',
      '--features=-GetUserMediaRequiresFocus',
    ];
    const { sessionId } = await call('POST', `${base}/session`, {
      capabilities: {
        alwaysMatch: { pageLoadStrategy: 'none', 'webkitgtk:browserOptions': { binary: browser, args } },
      },
    });
    return `${base}/session/${sessionId}`;
  };

  return {
    name: 'WebKit',
    type: 'webdriver',
    concurrency: 1,
    async initialize() {
      // Nothing before the first page.
    },
    async startSession(id, url) {
      active = id;
      shown = url;
      await call('POST', `${await session()}/url`, { url });
    },
    startDebugSession: () => Promise.reject(new Error('No debugging in WebKit: use another engine')),
    isActive: (id) => active === id,
    getBrowserUrl: () => shown,
    async stopSession() {
      active = '';
      await call('POST', `${await session()}/url`, { url: 'about:blank' });
      return {};
    },
    async stop() {
      if (starting) await starting.then((url) => call('DELETE', url)).catch(() => undefined);
      for (const child of children.reverse()) child.kill();
    },
    /** @param {string} _id @param {readonly string[]} keys one after another */
    async sendKeys(_id, keys) {
      const actions = keys
        .map((key) => KEYS[/** @type {keyof typeof KEYS} */ (key)] ?? key)
        .flatMap((value) => ['keyDown', 'keyUp'].map((type) => ({ type, value })));
      await call('POST', `${await session()}/actions`, { actions: [{ type: 'key', id: 'keys', actions }] });
    },
  };
}

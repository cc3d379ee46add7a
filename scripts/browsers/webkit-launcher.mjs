/** Runs WebKitGTK in the test runner: on a virtual screen (Xvfb), driven over WebDriver. It is not Safari. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';

/** Paths of the programs. @typedef {{ driver: string, browser: string, xvfb: string }} WebKitPrograms */

/** @returns {Promise<number>} */
const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0));
    });
  });

/** The code points that WebDriver defines for keys without a character. */
const KEYS = { Tab: '\uE004', Enter: '\uE007', Shift: '\uE008', Escape: '\uE00C', Space: ' ' };

/**
 * @param {WebKitPrograms} programs
 * @returns {import('@web/test-runner').BrowserLauncher & Record<string, unknown>}
 */
export function webkitLauncher({ driver, browser, xvfb }) {
  /** @type {import('node:child_process').ChildProcess[]} */
  const children = [];
  /** @type {Promise<string> | undefined} */
  let sessionUrl;
  let activeSession = '';
  let pageUrl = '';

  /** @param {string} method @param {string} url @param {object} [body] @returns {Promise<any>} */
  const call = async (method, url, body) => {
    const response = await fetch(url, { method, ...(body && { body: JSON.stringify(body) }) });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`WebKit: ${value.message}`);
    return value;
  };

  /** The URL of the WebDriver session, which is created at its first use. */
  const session = () => (sessionUrl ??= createSession());
  const createSession = async () => {
    const screen = spawn(xvfb, ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    children.push(screen);
    const [display] = await once(/** @type {import('node:stream').Readable} */ (screen.stdio[3]), 'data');
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
      // The session is created with the first page.
    },
    async startSession(id, url) {
      activeSession = id;
      pageUrl = url;
      await call('POST', `${await session()}/url`, { url });
    },
    startDebugSession: () => Promise.reject(new Error('WebKit cannot be debugged here: use another browser')),
    isActive: (id) => activeSession === id,
    getBrowserUrl: () => pageUrl,
    async stopSession() {
      activeSession = '';
      await call('POST', `${await session()}/url`, { url: 'about:blank' });
      return {};
    },
    async stop() {
      if (sessionUrl) await sessionUrl.then((url) => call('DELETE', url)).catch(() => undefined);
      for (const child of children.reverse()) child.kill();
    },
    /** @param {string} _id @param {readonly string[]} keys pressed one after another */
    async sendKeys(_id, keys) {
      const actions = keys
        .map((key) => KEYS[/** @type {keyof typeof KEYS} */ (key)] ?? key)
        .flatMap((value) => ['keyDown', 'keyUp'].map((type) => ({ type, value })));
      await call('POST', `${await session()}/actions`, { actions: [{ type: 'key', id: 'keys', actions }] });
    },
  };
}

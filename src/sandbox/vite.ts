import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Plugin } from 'vite';
import { toNodeHandler } from '../proxy/node.js';
import { startKycSandbox, type KycSandbox, type KycSandboxOptions } from './node.js';

export type { KycSandboxOptions } from './node.js';

const RUNNING = Symbol.for('baanx-kyc-step/sandbox/vite');

/**
 * The running sandboxes by the port in their options. On `globalThis`, because Vite may evaluate this module again
 * when it restarts with a changed config.
 */
const runningByPort = ((globalThis as { [RUNNING]?: Map<number, KycSandbox> })[RUNNING] ??= new Map());

/**
 * A Vite plugin that gives the dev server a sandbox. It answers `/api/baanx` with the proxy in front of a simulated
 * Baanx, and serves the simulated Veriff on another port. It also adds a `<meta name="baanx-kyc-sandbox">` to each HTML
 * page, which makes the element trust that port. It does not affect builds.
 */
export function kycSandbox(options: KycSandboxOptions = {}): Plugin {
  const basePath = options.proxy?.basePath ?? '/api/baanx';
  let veriffOrigin = '';
  return {
    name: 'baanx-kyc-sandbox',
    apply: 'serve',
    async configureServer({ middlewares, httpServer }) {
      const sandbox = await start(options);
      veriffOrigin = sandbox.veriffOrigin;
      // In middleware mode there is no server that closes, so the sandbox must not keep the process alive.
      if (httpServer) httpServer.once('close', () => void sandbox.close());
      else sandbox.unref();
      const handle = toNodeHandler(sandbox.handle);
      middlewares.use((request: IncomingMessage, response: ServerResponse, next) => {
        if (request.url?.startsWith(`${basePath}/`)) handle(request, response);
        else next();
      });
    },
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { name: 'baanx-kyc-sandbox', content: veriffOrigin },
        injectTo: 'head-prepend',
      },
    ],
  };
}

/**
 * Starts a sandbox. If the options name a port, it replaces the sandbox on that port: when a config changes, Vite
 * configures the new server before it closes the old one.
 */
async function start(options: KycSandboxOptions): Promise<KycSandbox> {
  const { veriffPort = 0 } = options;
  if (veriffPort === 0) return startKycSandbox(options);
  await runningByPort.get(veriffPort)?.close();
  const sandbox = await startKycSandbox(options);
  runningByPort.set(veriffPort, sandbox);
  return sandbox;
}

/** A Vite plugin: serves the backend of the demo. */
import type { AddressInfo } from 'node:net';
import type { Plugin, PreviewServer, ViteDevServer } from 'vite';
import { startSandbox, useBaanx, type Backend } from './backend.js';

/**
 * Adds the backend to the development server, or to the server of the built demo, and prints the URL with the name of the
 * backend.
 * @param open starts the backend. By default it is the real Baanx if a client key is set, otherwise the sandbox
 */
export function demoBackend(open: () => Promise<Backend> = openBackend): Plugin {
  const serveBackend = async (server: ViteDevServer | PreviewServer) => {
    const backend = await open();
    server.httpServer?.once('close', () => void backend.close());
    server.middlewares.use(backend.handle);
    server.middlewares.use((req, res, next) => {
      // The playground's problem “no camera”: a response header forbids the page to use it.
      if (req.url?.includes('problem=no-camera')) res.setHeader('permissions-policy', 'camera=()');
      next();
    });
    server.printUrls = () => {
      const { port } = server.httpServer?.address() as AddressInfo;
      const { backend: name, baseUrl } = backend.about;
      console.log(`\n  baanx-kyc-step demo: http://localhost:${port}/  (backend: ${baseUrl ?? name})\n`);
    };
  };
  return {
    name: 'demo-backend',
    apply: 'serve',
    configureServer: serveBackend,
    configurePreviewServer: serveBackend,
  };
}

async function openBackend(): Promise<Backend> {
  const log = (record: object) => console.log(JSON.stringify(record));
  const {
    BAANX_CLIENT_KEY: clientKey,
    BAANX_BASE_URL: baseUrl = 'https://dev.api.baanx.com',
    BAANX_US_ENV: usEnv,
  } = process.env;
  if (!clientKey) return startSandbox({}, log);
  return useBaanx({ clientKey, baseUrl, ...(usEnv !== undefined && { usEnv: usEnv === 'true' }) }, log);
}

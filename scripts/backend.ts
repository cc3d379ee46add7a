import type { IncomingMessage, ServerResponse } from 'node:http';
import { allowUnlessNamedNotAllowed } from '../demo/authorize.js';
import { VERIFF_ORIGINS } from '../src/baanx/trusted-origin.js';
import { createKycProxy, type FetchHandler, type KycProxyOptions } from '../src/proxy/handler.js';
import { toNodeHandler } from '../src/proxy/node.js';
import { startKycSandbox, type KycSandboxOptions } from '../src/sandbox/node.js';

/** Who answers the pages of the demo and of the browser tests. */
export interface Backend {
  /** What the page may know of it: served as `/backend.json`. */
  readonly about: {
    readonly backend: 'sandbox' | 'baanx';
    readonly baseUrl?: string;
    /** For the element's `veriff-origins`. */
    readonly veriffOrigins: string;
  };
  /** Answers `/api/baanx/…` and `/backend.json`, and passes everything else on. */
  readonly handle: (req: IncomingMessage, res: ServerResponse, next: () => unknown) => void;
  close(): Promise<void>;
}

/** The simulated Baanx behind the proxy. Its Veriff page is on a port, and so an origin, of its own. */
export async function startSandbox(
  options: KycSandboxOptions = {},
  log: KycProxyOptions['log'] = () => undefined,
): Promise<Backend> {
  const sandbox = await startKycSandbox({ ...options, proxy: { log, ...DEMO } });
  const about = { backend: 'sandbox', veriffOrigins: sandbox.veriffOrigin } as const;
  return { about, handle: answering(about, sandbox.handle), close: () => sandbox.close() };
}

/** The real Baanx behind the proxy. */
export function useBaanx(
  options: Pick<KycProxyOptions, 'clientKey' | 'usEnv'> & { readonly baseUrl: string },
  log: KycProxyOptions['log'] = () => undefined,
): Backend {
  const about = {
    backend: 'baanx',
    baseUrl: options.baseUrl,
    veriffOrigins: VERIFF_ORIGINS.join(' '),
  } as const;
  const proxy = createKycProxy({ ...options, log, ...DEMO });
  return { about, handle: answering(about, proxy), close: () => Promise.resolve() };
}

/** In a demo the page's own bearer will do for the account flow: who is at this machine is who it is about. */
const DEMO = { authorize: allowUnlessNamedNotAllowed, passAuthorization: true };

function answering(about: Backend['about'], handler: FetchHandler): Backend['handle'] {
  const proxy = toNodeHandler(handler);
  return (req, res, next) => {
    const path = req.url?.replace(/\?.*/, '') ?? '';
    if (path.startsWith('/api/baanx/')) proxy(req, res);
    else if (path !== '/backend.json') next();
    else res.setHeader('content-type', 'application/json').end(JSON.stringify(about));
  };
}

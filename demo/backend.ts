/** What is behind the proxy: the content of `backend.json`, which the demo's server or service worker generates. */
export interface Backend {
  readonly backend: 'sandbox' | 'baanx' | 'worker';
  readonly baseUrl?: string;
  readonly veriffOrigins: string;
}

/** Loads the description of the backend. A static page starts its service worker first. */
export async function loadBackend(): Promise<Backend> {
  if (import.meta.env.PROD) await startWorker();
  const response = await fetch('backend.json');
  return (await response.json()) as Backend;
}

/** One line about the backend for the reader of the page. */
export function describeBackend({ backend, baseUrl }: Backend): string {
  if (backend === 'baanx') return `Real Baanx at ${baseUrl}`;
  if (backend === 'sandbox') return 'Sandbox: nothing leaves this machine';
  return 'Sandbox in this browser: nothing leaves it. Its Veriff shares this page’s origin, which the real one never does.';
}

/** Starts the service worker that runs the proxy and the sandbox, and waits until it controls this page. */
async function startWorker(): Promise<void> {
  if (!isSecureContext) throw new Error('The playground needs https or localhost');
  const { serviceWorker } = navigator;
  const controlled = new Promise((resolve) =>
    serviceWorker.addEventListener('controllerchange', resolve, { once: true }),
  );
  await serviceWorker.register('sandbox-worker.js');
  if (!serviceWorker.controller) await controlled;
  // Browsers stop an idle worker after about 30 s, and the sandbox would lose its applicants.
  setInterval(() => void fetch('backend.json'), KEEP_ALIVE_MS);
}

const KEEP_ALIVE_MS = 15_000;

/** The backend behind the proxy: the content of `backend.json`. */
export interface Backend {
  readonly backend: 'sandbox' | 'baanx' | 'worker';
  readonly baseUrl?: string;
  readonly veriffOrigins: string;
}

/**
 * Loads the description of the backend. On a web server without a backend it is a file that the build wrote, which names
 * the service worker: the page starts it, and it answers from then on.
 */
export async function loadBackend(): Promise<Backend> {
  const description = await fetchDescription();
  if (description.backend !== 'worker') return description;
  await startWorker();
  return fetchDescription();
}

const fetchDescription = async (): Promise<Backend> =>
  (await (await fetch('backend.json')).json()) as Backend;

/** Describes the backend in one line, to show in the page. */
export function describeBackend({ backend, baseUrl }: Backend): string {
  if (backend === 'baanx') return `Real Baanx at ${baseUrl}`;
  if (backend === 'sandbox') return 'Sandbox: no data leaves this machine';
  return 'Sandbox in this browser: no data leaves it. The simulated Veriff is on this page’s origin; the real one never is.';
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

/** Who answers behind the proxy, as the demo's server or its service worker tells. */
export interface Backend {
  readonly backend: 'sandbox' | 'baanx' | 'worker';
  readonly baseUrl?: string;
  readonly veriffOrigins: string;
}

/** Finds out, and starts the worker where the page is a static one. */
export async function findBackend(): Promise<Backend> {
  if (import.meta.env.PROD) await startWorker();
  const answer = await fetch('backend.json');
  return (await answer.json()) as Backend;
}

/** For the person at the playground. */
export function describe({ backend, baseUrl }: Backend): string {
  if (backend === 'baanx') return `Real Baanx at ${baseUrl}`;
  if (backend === 'sandbox') return 'Sandbox: nothing leaves this machine';
  return 'Sandbox in this browser: nothing leaves it. Its Veriff shares this page’s address, as the real one never does.';
}

/** The proxy and the sandbox run in a service worker; returns once this page is under it. */
async function startWorker(): Promise<void> {
  if (!isSecureContext) throw new Error('The playground needs https or localhost');
  const { serviceWorker } = navigator;
  const controlled = new Promise((resolve) =>
    serviceWorker.addEventListener('controllerchange', resolve, { once: true }),
  );
  await serviceWorker.register('sandbox-worker.js');
  if (!serviceWorker.controller) await controlled;
  // The sandbox forgets everybody when the browser ends its worker, which it does after half a minute of silence.
  setInterval(() => void fetch('backend.json'), KEEP_ALIVE);
}

const KEEP_ALIVE = 15_000;

import { EVENTS_ROUTE } from './wire.js';

/** Where the stream is, and how it is reached. */
export interface EventStreamOptions {
  readonly proxyUrl: string;
  readonly onboardingId: string;
  readonly fetcher: typeof fetch;
}

/** How long it may take until something arrives, in ms. A proxy in between that collects responses fails here. */
const OPEN_TIMEOUT_MS = 10_000;
/** How long the stream may be silent, in ms. The proxy sends a heartbeat every 15 s. */
const MAX_SILENCE_MS = 40_000;

/**
 * Opens the proxy's event stream. Calls `onNotice` once something has arrived, and each time the proxy says that the status
 * may have changed. Resolves when the stream ends, is silent for too long, cannot be opened, or the signal is aborted.
 */
export async function listen(
  { proxyUrl, onboardingId, fetcher }: EventStreamOptions,
  signal: AbortSignal,
  onNotice: () => void,
): Promise<void> {
  const controller = new AbortController();
  const end = () => controller.abort();
  // The host's fetcher may ignore the signal.
  const ended = new Promise<void>((resolve) => controller.signal.addEventListener('abort', () => resolve()));
  let timer = setTimeout(end, OPEN_TIMEOUT_MS);
  const read = async () => {
    const url = `${proxyUrl.replace(/\/+$/, '')}${EVENTS_ROUTE.path}?${new URLSearchParams({ onboardingId })}`;
    const headers = { accept: 'text/event-stream' };
    const response = await fetcher(url, {
      headers,
      cache: 'no-store',
      redirect: 'manual',
      signal: controller.signal,
    });
    const isStream = response.ok && response.headers.get('content-type')?.startsWith(headers.accept);
    if (!isStream || !response.body) return;
    const reader = response.body.getReader();
    void ended.then(() => reader.cancel()).catch(() => undefined);
    const decoder = new TextDecoder();
    let isFirst = true;
    let line = '';
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      clearTimeout(timer);
      timer = setTimeout(end, MAX_SILENCE_MS);
      const lines = (line + decoder.decode(value, { stream: true })).split('\n');
      // Only how a line begins matters.
      line = lines.pop()?.slice(0, 5) ?? '';
      if (isFirst || lines.some((text) => text.startsWith('data:'))) onNotice();
      isFirst = false;
    }
  };
  signal.addEventListener('abort', end);
  if (signal.aborted) end();
  else await Promise.race([read().catch(() => undefined), ended]);
  end();
  clearTimeout(timer);
  signal.removeEventListener('abort', end);
}

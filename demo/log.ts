import type { KycStepEventDetails } from '../src/index.js';
import type { SandboxDelivery } from '../src/sandbox/index.js';
import type { Exchange } from './logged-fetch.js';

/** The oldest entries beyond this number are removed. */
const MAX_ENTRIES = 200;

/** The list of events, requests and webhooks, newest first. */
export class Log {
  readonly #list: Element;

  constructor(list: Element) {
    this.#list = list;
  }

  event(name: keyof KycStepEventDetails, detail: unknown): void {
    this.#add(name, name, detail === null ? '' : JSON.stringify(detail));
  }

  request({ method, path, request, status, response, ms }: Exchange): void {
    const [pathname = '', query] = path.split('?');
    const sent = request || query || '';
    this.#add(
      status !== undefined && status < 400 ? 'request' : 'fault',
      `${method} ${pathname} → ${status ?? 'no response'} · ${ms} ms`,
      [sent, response].filter(Boolean).join('\n→ '),
    );
  }

  /** A webhook from Baanx to the host's server. */
  webhook({ state, status, fault, attempt, eventId }: SandboxDelivery): void {
    const notes = [fault, attempt > 1 && `attempt ${attempt}`].filter(Boolean);
    this.#add(
      status !== undefined && status < 400 ? 'webhook' : 'fault',
      `Webhook kyc.status.changed → ${status ?? 'no response'}`,
      [`${state} · ${eventId}`, ...notes].join('\n'),
    );
  }

  clear(): void {
    this.#list.replaceChildren();
  }

  #add(kind: string, title: string, body: string): void {
    const entry = document.createElement('li');
    entry.dataset['kind'] = kind;
    const heading = document.createElement('strong');
    heading.textContent = title;
    const time = document.createElement('time');
    time.textContent = new Date().toLocaleTimeString('en-GB');
    entry.append(time, heading);
    if (body) {
      const code = document.createElement('code');
      code.textContent = body;
      entry.append(code);
    }
    this.#list.prepend(entry);
    this.#list.children[MAX_ENTRIES]?.remove();
  }
}

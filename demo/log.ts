import type { KycStepEventDetails } from '../src/index.js';
import type { Exchange } from './line.js';

/** More than this is forgotten, the oldest first. */
const LIMIT = 200;

/** What happened, newest first. */
export class Log {
  readonly #list: Element;

  constructor(list: Element) {
    this.#list = list;
  }

  event(name: keyof KycStepEventDetails, detail: unknown): void {
    this.#add(name, name, detail === null ? '' : JSON.stringify(detail));
  }

  request({ method, path, request, status, answer, ms }: Exchange): void {
    const [bare = '', query] = path.split('?');
    const asked = request || query || '';
    this.#add(
      status !== undefined && status < 400 ? 'request' : 'fault',
      `${method} ${bare} → ${status ?? 'no answer'} · ${ms} ms`,
      [asked, answer].filter(Boolean).join('\n→ '),
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
    this.#list.children[LIMIT]?.remove();
  }
}

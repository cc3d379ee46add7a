import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../scripts/root.mjs';
import { startKycSandbox, type KycSandbox } from '../../src/sandbox/node.js';
import { load } from '../docs/run.js';

interface TerminalOptions {
  readonly onboardingId: string;
  readonly proxyUrl: string;
  readonly fetcher: typeof fetch;
  readonly pollInterval: number;
  readonly veriffOrigins: readonly string[];
  readonly openBrowser: (url: string) => void;
  readonly lines: AsyncIterable<string>;
  readonly print: (line: string) => void;
}

let verifyInTerminal: (options: TerminalOptions) => Promise<'verified' | 'rejected' | undefined>;
let sandbox: KycSandbox;
beforeAll(async () => {
  const example = readFileSync(join(root, 'docs/examples/terminal.mjs'), 'utf8');
  ({ verifyInTerminal } = await load<{ verifyInTerminal: typeof verifyInTerminal }>(example));
  sandbox = await startKycSandbox({ decideMs: 0, proxy: { log: () => undefined } });
});
afterAll(() => sandbox.close());

/** A person at a terminal: what they type, and what they read. */
class Person {
  /** What was printed and not read yet. */
  readonly printed: string[] = [];
  /** What was read before. */
  readonly all: string[] = [];
  readonly urls: string[] = [];
  isOnline = true;
  readonly #waiting = new Set<() => void>();
  readonly #typed: string[] = [];
  #visits = 0;
  #typing = () => {};
  readonly result: Promise<'verified' | 'rejected' | undefined>;

  constructor(onboardingId: string) {
    const next = () => new Promise<void>((resolve) => (this.#typing = resolve));
    const typed = this.#typed;
    this.result = verifyInTerminal({
      onboardingId,
      proxyUrl: 'http://localhost/api/baanx',
      veriffOrigins: [sandbox.veriffOrigin],
      pollInterval: 100,
      fetcher: async (input, init) => {
        if (!this.isOnline) throw new TypeError('fetch failed');
        return sandbox.handle(new Request(input, init));
      },
      openBrowser: (url) => {
        this.urls.push(url);
        this.#notify();
      },
      print: (line) => {
        this.printed.push(line);
        this.#notify();
      },
      lines: (async function* () {
        for (;;) {
          while (typed.length === 0) await next();
          const line = typed.shift() ?? '';
          if (line === 'quit') return;
          yield line;
        }
      })(),
    });
  }

  type(line: string): void {
    this.#typed.push(line);
    this.#typing();
  }

  /** Waits for a line that begins like this, after the lines that were read before. */
  async read(start: string): Promise<void> {
    while (!this.printed.some((line) => line.startsWith(start))) await this.#news();
    this.all.push(...this.printed.splice(0));
  }

  /** Looks at the session in the browser, once it is opened there. */
  async visit(): Promise<string> {
    while (this.#visits === this.urls.length) await this.#news();
    const url = this.urls[this.#visits++] ?? '';
    await fetch(url);
    return url;
  }

  async submit(outcome: string): Promise<void> {
    const url = await this.visit();
    await fetch(`${url}/submit`, { method: 'POST', body: JSON.stringify({ outcome }) });
  }

  /** Resolves when something is printed or opened. */
  #news(): Promise<void> {
    return new Promise((resolve) => this.#waiting.add(resolve));
  }

  #notify(): void {
    for (const resolve of this.#waiting) resolve();
    this.#waiting.clear();
  }
}

async function open(id: string): Promise<Person> {
  const person = new Person(id);
  await person.read('Verify your identity');
  person.type('start');
  await person.read('Continue in the other window');
  return person;
}

describe('The terminal of the documentation', () => {
  it.each([
    ['verified', 'approve'],
    ['rejected', 'reject'],
  ])('ends with %s', async (verdict, outcome) => {
    const person = await open(`approve-terminal-${outcome}`);
    await person.submit(outcome);
    person.type('done');
    expect(await person.result).toBe(verdict);
  });

  it('lets a person cancel, and continue in the same session', async () => {
    const person = await open('approve-terminal-cancel');
    await person.visit();
    person.type('cancel');
    await person.read('Verify your identity');
    person.type('start');
    await person.submit('approve');
    expect(new Set(person.urls).size).toBe(1);
    person.type('done');
    expect(await person.result).toBe('verified');
  });

  it('survives a network that is lost and comes back', async () => {
    const person = await open('approve-terminal-network');
    await person.submit('approve');
    person.isOnline = false;
    person.type('done');
    await person.read('We’re checking your documents. We can’t connect right now');
    person.isOnline = true;
    person.type('check');
    expect(await person.result).toBe('verified');
  });

  it('ends with nothing if the person quits, and never prints the session’s address', async () => {
    const person = await open('approve-terminal-quit');
    await person.visit();
    person.type('quit');
    expect(await person.result).toBeUndefined();
    expect(person.urls).toHaveLength(1);
    const printed = [...person.all, ...person.printed].join();
    expect(printed).toContain('Start verification');
    expect(printed).not.toContain('http');
  });
});

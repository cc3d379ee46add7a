import { ATTRIBUTES, TOKENS } from './manifest.js';

/** What is chosen about the page around the step, each with its values; the first is the default. */
export const SURROUNDINGS = {
  frame: ['phone', 'desktop'],
  scheme: ['auto', 'light', 'dark'],
  dir: ['ltr', 'rtl'],
  trouble: ['none', 'slow', 'offline', 'no-popups', 'no-camera', 'plain-http', 'no-proxy', 'wrong-page'],
} as const;

/** Whether a trouble is the page's own, so that it begins and ends with a load. */
export const ofThePage = (trouble: string): boolean => trouble === 'no-camera' || trouble === 'plain-http';

type Surrounding = keyof typeof SURROUNDINGS;

/** All that is chosen: what the address says, no more. */
export class Settings {
  readonly #all: Map<string, string>;

  constructor(query: URLSearchParams) {
    this.#all = new Map(query);
  }

  /** What was chosen, or its default. */
  get(name: string): string {
    return this.#all.get(name) ?? defaultOf(name);
  }

  /** Whether something else than the default is chosen. */
  has(name: string): boolean {
    return this.#all.has(name);
  }

  /** Chooses; the default itself, or undefined, leaves no trace in the address. */
  set(name: string, value: string | undefined): void {
    if (value === undefined || (value === defaultOf(name) && !isBoolean(name))) this.#all.delete(name);
    else this.#all.set(name, value);
  }

  /** Forgets all but the applicant. */
  reset(): void {
    for (const name of this.#all.keys()) if (name !== 'onboarding-id') this.#all.delete(name);
  }

  get surroundings(): Readonly<Record<Surrounding, string>> {
    const { frame, scheme, dir, trouble } = SURROUNDINGS;
    const of = (name: Surrounding, values: readonly string[]) =>
      values.find((value) => value === this.get(name)) ?? values[0] ?? '';
    return {
      frame: of('frame', frame),
      scheme: of('scheme', scheme),
      dir: of('dir', dir),
      trouble: of('trouble', trouble),
    };
  }

  /** What stands on the element. An address may hold any word: no handler, say, becomes an attribute. */
  get attributes(): [name: string, value: string][] {
    return [...this.#all].filter(([name]) => name === 'lang' || ATTRIBUTES.some((one) => one.name === name));
  }

  /** The tokens that are not as they are by default. */
  get tokens(): [name: string, value: string][] {
    return [...this.#all].filter(([name]) => TOKENS.some((one) => one.name === name));
  }

  /** For the address: the page can be shared as it is. */
  toString(): string {
    return new URLSearchParams([...this.#all]).toString();
  }
}

const isBoolean = (name: string): boolean =>
  ATTRIBUTES.some((attribute) => attribute.name === name && attribute.kind === 'boolean');

function defaultOf(name: string): string {
  if (Object.hasOwn(SURROUNDINGS, name)) return SURROUNDINGS[name as Surrounding][0];
  return [...ATTRIBUTES, ...TOKENS].find((one) => one.name === name)?.default ?? '';
}

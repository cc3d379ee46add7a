import { ATTRIBUTES, TOKENS } from './manifest.js';

/** The settings of the page around the element, with their values. The first value is the default. */
export const PAGE_SETTINGS = {
  frame: ['phone', 'desktop'],
  scheme: ['auto', 'light', 'dark'],
  dir: ['ltr', 'rtl'],
  handoff: ['off', 'on'],
  problem: ['none', 'slow', 'offline', 'no-popups', 'no-camera', 'plain-http', 'no-proxy', 'wrong-page'],
} as const;

/** Whether a simulated problem starts and ends only when the page loads. */
export const needsReload = (problem: string): boolean => problem === 'no-camera' || problem === 'plain-http';

type PageSetting = keyof typeof PAGE_SETTINGS;

/** All settings of the playground. Their only storage is the page's URL. */
export class Settings {
  readonly #all: Map<string, string>;

  constructor(query: URLSearchParams) {
    this.#all = new Map(query);
  }

  /** The value of a setting, or its default. */
  get(name: string): string {
    return this.#all.get(name) ?? defaultOf(name);
  }

  /** Whether a setting differs from its default. */
  has(name: string): boolean {
    return this.#all.has(name);
  }

  /** Changes a setting. Undefined and the default value remove it from the URL. */
  set(name: string, value: string | undefined): void {
    if (value === undefined || (value === defaultOf(name) && !isBoolean(name))) this.#all.delete(name);
    else this.#all.set(name, value);
  }

  /** Resets all settings except the applicant. */
  reset(): void {
    for (const name of this.#all.keys()) if (name !== 'onboarding-id') this.#all.delete(name);
  }

  /** The settings of the page around the element. Unknown values in the URL are replaced by the default. */
  get page(): Readonly<Record<PageSetting, string>> {
    const { frame, scheme, dir, handoff, problem } = PAGE_SETTINGS;
    const of = (name: PageSetting, values: readonly string[]) =>
      values.find((value) => value === this.get(name)) ?? values[0] ?? '';
    return {
      frame: of('frame', frame),
      scheme: of('scheme', scheme),
      dir: of('dir', dir),
      handoff: of('handoff', handoff),
      problem: of('problem', problem),
    };
  }

  /** The attributes to set on the element. Other names in the URL are ignored, `onclick` for example. */
  get attributes(): [name: string, value: string][] {
    return [...this.#all].filter(([name]) => name === 'lang' || ATTRIBUTES.some((one) => one.name === name));
  }

  /** The theme tokens that differ from their defaults. */
  get tokens(): [name: string, value: string][] {
    return [...this.#all].filter(([name]) => TOKENS.some((one) => one.name === name));
  }

  /** The query string for the URL, which makes the page shareable. */
  toString(): string {
    return new URLSearchParams([...this.#all]).toString();
  }
}

const isBoolean = (name: string): boolean =>
  ATTRIBUTES.some((attribute) => attribute.name === name && attribute.kind === 'boolean');

function defaultOf(name: string): string {
  if (Object.hasOwn(PAGE_SETTINGS, name)) return PAGE_SETTINGS[name as PageSetting][0];
  return [...ATTRIBUTES, ...TOKENS].find((one) => one.name === name)?.default ?? '';
}

/** An app's step in one framework: what a developer copies. */
export interface Example {
  readonly title: string;
  readonly file: string;
  readonly code: string;
  /** What there is to know besides, as text. */
  readonly notes: readonly string[];
  /** Puts the very same code into the page; nothing where this page can't compile or serve it. */
  readonly mount: Mount | undefined;
}

/** Puts the step for `id` into `place`, and calls `next` once it is verified. */
export type Mount = (place: HTMLElement, id: string, next: () => void) => unknown;

const TEXTS: Readonly<Record<string, Pick<Example, 'title' | 'notes'>>> = {
  module: {
    title: 'Module script',
    notes: ['Your server writes {{ onboardingId }}.', 'README has the tag with its integrity hash.'],
  },
  classic: {
    title: 'Classic script',
    notes: ['Your server writes {{ onboardingId }}.', 'README has the tag with its integrity hash.'],
  },
  react: { title: 'React', notes: ['React 18 and 19.'] },
  next: { title: 'Next', notes: ['The server renders the tag, and the browser takes it over.'] },
  vue: {
    title: 'Vue',
    notes: ["Tell the compiler that it is no component: isCustomElement: (tag) => tag === 'baanx-kyc-step'."],
  },
  angular: {
    title: 'Angular',
    notes: ['To Angular all that begins with on is an event: hence applicantId.'],
  },
  svelte: { title: 'Svelte', notes: ['To Svelte all that begins with on is an event: hence applicant-id.'] },
  preact: { title: 'Preact', notes: ['To Preact all that begins with on is an event: hence applicant-id.'] },
  solid: { title: 'Solid', notes: ['To Solid all that begins with on is an event: hence applicant-id.'] },
};

const codes = import.meta.glob<string>('./*/identity-step.*', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const mounts = import.meta.glob<{ mount: Mount }>('./*/mount.{ts,tsx}');

/** Markup is put in as a page would have it, with scripts that run. */
const insert =
  (code: string): Mount =>
  (place, id, next) => {
    Object.assign(window, { nextStep: next });
    const html = code.replace('{{ onboardingId }}', id);
    place.append(document.createRange().createContextualFragment(html));
  };

/** By the name of its folder. */
export const EXAMPLES: ReadonlyMap<string, Example> = new Map(
  Object.entries(TEXTS).map(([name, texts]) => {
    const [path = '', code = ''] = Object.entries(codes).find(([one]) => one.startsWith(`./${name}/`)) ?? [];
    const load = Object.entries(mounts).find(([one]) => one.startsWith(`./${name}/`))?.[1];
    const mount: Mount | undefined = path.endsWith('.html')
      ? insert(code)
      : load && (async (...given) => (await load()).mount(...given));
    return [name, { ...texts, file: path.replace(/.*\//, ''), code: code.trimEnd(), mount }];
  }),
);

import { insert, insertBehind, insertBoth, insertFramed } from './html.js';

/** An app's step in one framework or on one kind of page: what a developer copies. */
export interface Example {
  readonly title: string;
  readonly file: string;
  readonly code: string;
  /** What there is to know besides, as text. */
  readonly notes: readonly string[];
  /** Puts the very same code into the page. */
  readonly mount: Mount;
}

/** Puts the step for `id` into `place`, and calls `next` once it is verified. */
export type Mount = (place: HTMLElement, id: string, next: () => void) => unknown;

const HTML = ['Your server writes {{ onboardingId }}.', 'README has the tag with its integrity hash.'];
const on = (framework: string, name: string) => [
  `To ${framework} all that begins with on is an event: hence ${name}.`,
];

const TEXTS: Readonly<Record<string, Pick<Example, 'title' | 'notes'>>> = {
  module: { title: 'Module script', notes: HTML },
  classic: { title: 'Classic script', notes: HTML },
  react: { title: 'React', notes: ['React 18 and 19.'] },
  next: {
    title: 'Next',
    notes: [
      'The server renders the tag, and the browser takes it over.',
      'Here that is React’s own server rendering and hydration of this file, without Next around it.',
    ],
  },
  vue: {
    title: 'Vue',
    notes: ["Tell the compiler that it is no component: isCustomElement: (tag) => tag === 'baanx-kyc-step'."],
  },
  angular: { title: 'Angular', notes: on('Angular', 'applicantId') },
  svelte: { title: 'Svelte', notes: on('Svelte', 'applicant-id') },
  preact: { title: 'Preact', notes: on('Preact', 'applicant-id') },
  solid: { title: 'Solid', notes: on('Solid', 'applicant-id') },
  'by-hand': {
    title: 'By hand',
    notes: ['A property may be set before the script is there. Taken out of the page, it asks nothing more.'],
  },
  dialog: {
    title: 'Own dialog',
    notes: ['Veriff opens over your dialog, which stays open behind it.'],
  },
  css: {
    title: 'Aggressive CSS',
    notes: ['No rule of the page reaches inside: only the tokens and parts that README names do.'],
  },
  'service-worker': {
    title: 'Service worker',
    notes: ['The page itself is that of the module script.'],
  },
  iframe: {
    title: 'Iframe',
    notes: ['Every frame around the step has to allow the camera.'],
  },
};

const codes = import.meta.glob<string>('./*/{identity-step,service-worker}.*', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const mounts = import.meta.glob<{ mount: Mount }>('./*/mount.{ts,tsx}');
/** By `./folder/`. */
const ofFolder = <T>(of: Record<string, T>, name: string) =>
  Object.entries(of).find(([path]) => path.startsWith(`./${name}/`));

/** How markup comes into the page, by the folder. */
const MARKUP: Readonly<Record<string, (code: string) => Mount>> = {
  css: insertFramed,
  iframe: insertBoth,
  'service-worker': () =>
    insertBehind(
      new URL('./service-worker/service-worker.js', import.meta.url),
      codes['./module/identity-step.html'] ?? '',
    ),
};

/** By the name of its folder. */
export const EXAMPLES: ReadonlyMap<string, Example> = new Map(
  Object.entries(TEXTS).map(([name, texts]) => {
    const [path = '', code = ''] = ofFolder(codes, name) ?? [];
    const [, load] = ofFolder(mounts, name) ?? [];
    const mount: Mount = load
      ? async (...given) => (await load()).mount(...given)
      : (MARKUP[name] ?? insert)(code);
    return [name, { ...texts, file: path.replace(/.*\//, ''), code: code.trimEnd(), mount }];
  }),
);

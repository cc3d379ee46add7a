import { insert, insertWithServiceWorker, insertPageWithFrame, insertInFrame } from './html.js';

/** A code example for one framework or one kind of page. */
export interface Example {
  readonly title: string;
  readonly file: string;
  readonly code: string;
  /** Additional remarks, as plain text. */
  readonly notes: readonly string[];
  /** Runs the example's code in the page. */
  readonly mount: Mount;
}

/** Adds the element for `id` to `container`, and calls `next` once the person is verified. */
export type Mount = (container: HTMLElement, id: string, next: () => void) => unknown;

const HTML = [
  'Your server writes {{ onboardingId }}.',
  'The README has the script tag with its integrity hash.',
];
const aliasNote = (framework: string, name: string) => [
  `${framework} treats names that start with “on” as events, so use ${name}.`,
];

const NOTES: Readonly<Record<string, Pick<Example, 'title' | 'notes'>>> = {
  module: { title: 'Module script', notes: HTML },
  classic: { title: 'Classic script', notes: HTML },
  react: { title: 'React', notes: ['For React 18 and 19.'] },
  next: {
    title: 'Next',
    notes: [
      'The server renders the element, and the browser hydrates it.',
      'This page uses React’s server rendering and hydration, without Next.',
    ],
  },
  vue: {
    title: 'Vue',
    notes: [
      "Tell the compiler that the tag isn’t a component: isCustomElement: (tag) => tag === 'baanx-kyc-step'.",
    ],
  },
  angular: { title: 'Angular', notes: aliasNote('Angular', 'applicantId') },
  svelte: { title: 'Svelte', notes: aliasNote('Svelte', 'applicant-id') },
  preact: { title: 'Preact', notes: aliasNote('Preact', 'applicant-id') },
  solid: { title: 'Solid', notes: aliasNote('Solid', 'applicant-id') },
  'by-hand': {
    title: 'Plain JavaScript',
    notes: [
      'Properties can be set before the script loads. When the element is removed from the page, it stops making requests.',
    ],
  },
  dialog: {
    title: 'In your dialog',
    notes: ['Veriff opens above your dialog, which stays open.'],
  },
  css: {
    title: 'Aggressive CSS',
    notes: ['The page’s rules don’t apply inside the element. Only the tokens and parts do.'],
  },
  'service-worker': {
    title: 'Service worker',
    notes: ['The page is the same as for the module script.'],
  },
  iframe: {
    title: 'Iframe',
    notes: ['Every frame that contains the element must allow the camera.'],
  },
};

const codes = import.meta.glob<string>('./*/{identity-step,service-worker}.*', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const mounts = import.meta.glob<{ mount: Mount }>('./*/mount.{ts,tsx}');
/** Finds the entry whose path starts with `./<name>/`. */
const inFolder = <T>(entries: Record<string, T>, name: string) =>
  Object.entries(entries).find(([path]) => path.startsWith(`./${name}/`));

/** How examples without a `mount` module are added to the page. Default: `insert`. */
const MARKUP: Readonly<Record<string, (code: string) => Mount>> = {
  css: insertInFrame,
  iframe: insertPageWithFrame,
  'service-worker': () =>
    insertWithServiceWorker(
      new URL('./service-worker/service-worker.js', import.meta.url),
      codes['./module/identity-step.html'] ?? '',
    ),
};

/** All examples by folder name. */
export const EXAMPLES: ReadonlyMap<string, Example> = new Map(
  Object.entries(NOTES).map(([name, notes]) => {
    const [path = '', code = ''] = inFolder(codes, name) ?? [];
    const [, load] = inFolder(mounts, name) ?? [];
    const mount: Mount = load
      ? async (...parameters) => (await load()).mount(...parameters)
      : (MARKUP[name] ?? insert)(code);
    return [name, { ...notes, file: path.replace(/.*\//, ''), code: code.trimEnd(), mount }];
  }),
);

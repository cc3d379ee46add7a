import '../src/index.js';
import { loadLocale } from '../src/locales.js';
import { HELD, type Held, type HeldName } from './gallery-states.js';
import { loadLanguage } from './languages.js';

/**
 * The real element, held in one state by what it is answered. In the address: `state` of gallery-states.ts, `theme`,
 * `dir` and `lang` for the page; whatever else is there goes to the element as it is.
 */
const {
  state: name = 'ready',
  theme = 'light',
  dir = 'ltr',
  lang = 'en',
  ...rest
} = Object.fromEntries(new URL(location.href).searchParams);
const held: Held = HELD[name as HeldName];
Object.assign(document.documentElement, { dir, lang }).style.colorScheme = theme;

await loadLocale(lang);
const step = document.createElement('baanx-kyc-step');
let isMade = false;

const answer = (status: number | string | undefined, body: object): Promise<Response> | Response =>
  status === undefined || status === 'never'
    ? new Promise(() => undefined)
    : Response.json(typeof status === 'number' ? { message: 'Held' } : body, {
        status: typeof status === 'number' ? status : 200,
      });

step.fetcher = async (...request) => {
  if (!new URL(new Request(...request).url).pathname.endsWith('/verification')) {
    const verificationState = (isMade && held.then) || held.status;
    return answer(verificationState, { verificationState });
  }
  isMade = true;
  const veriff = new URL('gallery-veriff.html', location.href);
  veriff.searchParams.set('say', (held.says ?? []).join(' '));
  return answer(held.session ?? 'made', { sessionUrl: veriff.href });
};

// A window in a gallery would stay open for ever: a frame that nobody sees stands in.
window.open = () => {
  if (held.popup === 'blocked') return null;
  return document.body.appendChild(document.createElement('iframe')).contentWindow;
};

// Among others in the gallery it may take the focus, but not scroll the page to itself.
if (parent !== window) {
  const focus = Reflect.get<HTMLElement, 'focus'>(HTMLElement.prototype, 'focus');
  HTMLElement.prototype.focus = function (this: HTMLElement) {
    focus.call(this, { preventScroll: true });
  };
}

const part = (wanted: string) => step.renderRoot.querySelector<HTMLElement>(`[part~="${wanted}"]`);

/** Resolves when the element has drawn what the test asks for. */
const drawn = (holds: () => boolean) =>
  new Promise<void>((resolve) => {
    const look = () => (holds() ? resolve() : void requestAnimationFrame(look));
    look();
  });

step.setAttribute('onboarding-id', 'gallery');
step.veriffOrigins = location.origin;
step.pollInterval = 60_000;
for (const [key, value] of Object.entries({ ...held.attributes, ...rest })) step.setAttribute(key, value);
if (lang !== 'en') await loadLanguage(lang);
document.querySelector('main')?.append(step);

const begun = new Promise<void>((resolve) => {
  addEventListener('message', ({ data }) => data === 'VERIFF_STARTED' && resolve());
});
if (held.says) {
  await drawn(() => step.state === 'ready');
  await step.updateComplete;
  const start = part('start');
  start?.focus();
  start?.click();
  await drawn(() => step.state !== 'ready');
}
if (held.says?.includes('VERIFF_STARTED')) {
  await begun;
  // The element hears it after us.
  await new Promise(requestAnimationFrame);
}
// Only a verification that has begun is asked about.
if (held.leaves) part('close')?.click();
await drawn(() => step.state === held.state && (!held.shows || part('confirm') !== null));
await step.updateComplete;
document.documentElement.dataset['held'] = name;

import '../src/index.js';
import { loadLocale } from '../src/locales.js';
import { applyBrand, BRANDS, type BrandName } from './brands/list.js';
import { HELD, type Held, type HeldName } from './gallery-states.js';
import { loadLanguage } from './languages.js';

/**
 * Shows the real element, held in one state by simulated responses. Query parameters: `state` (see gallery-states.ts);
 * `theme`, `dir` and `lang` of the page; `brand` of brands/list.ts; all others become attributes of the element.
 */
const {
  state: name = 'ready',
  theme = 'light',
  dir = 'ltr',
  lang = 'en',
  brand,
  ...rest
} = Object.fromEntries(new URL(location.href).searchParams);
const held: Held = HELD[name as HeldName];
Object.assign(document.documentElement, { dir, lang }).style.colorScheme = theme;

await loadLocale(lang);
const step = document.createElement('baanx-kyc-step');
let hasSession = false;

const respond = (status: number | string | undefined, body: object): Promise<Response> | Response =>
  status === undefined || status === 'never'
    ? new Promise(() => undefined)
    : Response.json(typeof status === 'number' ? { message: 'Held' } : body, {
        status: typeof status === 'number' ? status : 200,
      });

step.fetcher = async (...request) => {
  if (!new URL(new Request(...request).url).pathname.endsWith('/verification')) {
    const verificationState = (hasSession && held.statusAfterSession) || held.status;
    return respond(verificationState, { verificationState });
  }
  hasSession = true;
  const veriff = new URL('gallery-veriff.html', location.href);
  veriff.searchParams.set('messages', (held.messages ?? []).join(' '));
  return respond(held.session ?? 'created', { sessionUrl: veriff.href });
};

if (held.device === 'in-app-browser')
  Object.defineProperty(navigator, 'userAgent', { value: `${navigator.userAgent} Instagram 331.0` });
Object.defineProperty(navigator, 'mediaDevices', {
  value: {
    enumerateDevices: () => Promise.resolve(held.device === 'no-camera' ? [] : [{ kind: 'videoinput' }]),
  },
});

// A hidden frame replaces the popup, which would stay open.
window.open = () => {
  if (held.popup === 'blocked') return null;
  return document.body.appendChild(document.createElement('iframe')).contentWindow;
};

// In the gallery, focusing the element must not scroll the page.
if (parent !== window) {
  const focus = Reflect.get<HTMLElement, 'focus'>(HTMLElement.prototype, 'focus');
  HTMLElement.prototype.focus = function (this: HTMLElement) {
    focus.call(this, { preventScroll: true });
  };
}

const part = (name: string) => step.renderRoot.querySelector<HTMLElement>(`[part~="${name}"]`);

/** Resolves in the first frame in which the condition is true. */
const waitUntil = (condition: () => boolean) =>
  new Promise<void>((resolve) => {
    const check = () => (condition() ? resolve() : void requestAnimationFrame(check));
    check();
  });

// The step remembers a submission across reloads, and frames of the gallery share that memory.
sessionStorage.clear();
step.setAttribute('onboarding-id', `gallery-${name}`);
step.veriffOrigins = location.origin;
step.pollInterval = 60_000;
for (const [key, value] of Object.entries({ ...held.attributes, ...rest })) step.setAttribute(key, value);
if (lang !== 'en') await loadLanguage(lang);
if (brand && Object.hasOwn(BRANDS, brand)) applyBrand(brand as BrandName, step);
document.querySelector('main')?.append(step);

const started = new Promise<void>((resolve) => {
  addEventListener('message', ({ data }) => data === 'VERIFF_STARTED' && resolve());
});
if (held.messages) {
  await waitUntil(() => step.state === 'ready');
  await step.updateComplete;
  const start = part('start');
  start?.focus();
  start?.click();
  await waitUntil(() => step.state !== 'ready');
}
if (held.handsOff) {
  await waitUntil(() => step.state === 'ready' && part('handoff')?.ariaDisabled === 'false');
  part('handoff')?.click();
  await waitUntil(() => part('copy') !== null);
}
if (held.device === 'no-camera') await waitUntil(() => part('handoff')?.className === 'primary');
if (held.messages?.includes('VERIFF_STARTED')) {
  await started;
  // The element's listener runs after this page's.
  await new Promise(requestAnimationFrame);
}
// Close asks for confirmation once the verification has started.
if (held.pressClose) part('close')?.click();
await waitUntil(() => step.state === held.state && (!held.confirmation || part('confirm') !== null));
await step.updateComplete;
document.documentElement.dataset['held'] = name;

import type { Mount } from './examples.js';

/** Puts the HTML into the page as if it had been there, with scripts that run. */
export const insert =
  (code: string): Mount =>
  (place, id, next) => {
    Object.assign(window, { nextStep: next });
    place.append(document.createRange().createContextualFragment(code.replace('{{ onboardingId }}', id)));
  };

/** Shows the HTML as a page of its own. */
async function show(code: string, id: string, frame: HTMLIFrameElement): Promise<void> {
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  frame.srcdoc = `<!doctype html><html lang="en"><title>Step 3 of 6</title>
    <meta name="color-scheme" content="light dark" /><script>nextStep = () => parent.nextStep();</script>
    ${code.replace('{{ onboardingId }}', id)}`;
  await loaded;
}

/** For styles that would be those of this page too. */
export const insertFramed =
  (code: string): Mount =>
  async (place, id, next) => {
    insert('<iframe title="The page" allow="camera *; microphone *" width="100%" height="700"></iframe>')(
      place,
      id,
      next,
    );
    await show(code, id, frameIn(place));
  };

/** The page, and after a comment with its name the page that it frames. */
export const insertBoth =
  (code: string): Mount =>
  async (place, id, next) => {
    const [outside = '', inside = ''] = code.split('<!-- identity.html -->');
    insert(outside.replace('src="identity.html"', ''))(place, id, next);
    await show(inside, id, frameIn(place));
  };

/** The worker is over this page from its second loading on. As files the playground has a worker already: the sandbox. */
export const insertBehind =
  (worker: URL, code: string): Mount =>
  async (...given) => {
    const { serviceWorker } = navigator;
    const scope = `${location.pathname}?in=service-worker`;
    if (import.meta.env.DEV && !(await serviceWorker.getRegistration(scope))) {
      await serviceWorker.register(worker, { scope });
      await serviceWorker.ready;
      location.reload();
    }
    insert(code)(...given);
  };

function frameIn(place: HTMLElement): HTMLIFrameElement {
  const frame = place.querySelector('iframe');
  if (!frame) throw new Error('There is no frame');
  return frame;
}

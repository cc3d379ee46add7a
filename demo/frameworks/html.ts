import type { Mount } from './examples.js';

/** Inserts HTML into the page and runs its scripts. */
export const insert =
  (code: string): Mount =>
  (container, id, next) => {
    Object.assign(window, { nextStep: next });
    container.append(document.createRange().createContextualFragment(code.replace('{{ onboardingId }}', id)));
  };

/** Shows HTML as the page in a frame. */
async function showInFrame(code: string, id: string, frame: HTMLIFrameElement): Promise<void> {
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  frame.srcdoc = `<!doctype html><html lang="en"><title>Step 3 of 6</title>
    <meta name="color-scheme" content="light dark" /><script>nextStep = () => parent.nextStep();</script>
    ${code.replace('{{ onboardingId }}', id)}`;
  await loaded;
}

/** Inserts HTML into a frame, so that its styles don't apply to this page. */
export const insertInFrame =
  (code: string): Mount =>
  async (container, id, next) => {
    insert('<iframe title="The page" allow="camera *; microphone *" width="100%" height="700"></iframe>')(
      container,
      id,
      next,
    );
    await showInFrame(code, id, frameIn(container));
  };

/** Inserts a page and the page that it frames, which follows a comment with its file name. */
export const insertPageWithFrame =
  (code: string): Mount =>
  async (container, id, next) => {
    const [outer = '', inner = ''] = code.split('<!-- identity.html -->');
    insert(outer.replace('src="identity.html"', ''))(container, id, next);
    await showInFrame(inner, id, frameIn(container));
  };

/**
 * Inserts HTML into a page that a service worker controls, which it does from the second load on. The static playground
 * already has a service worker: the sandbox.
 */
export const insertWithServiceWorker =
  (worker: URL, code: string): Mount =>
  async (...parameters) => {
    const { serviceWorker } = navigator;
    const scope = `${location.pathname}?in=service-worker`;
    if (import.meta.env.DEV && !(await serviceWorker.getRegistration(scope))) {
      await serviceWorker.register(worker, { scope });
      await serviceWorker.ready;
      location.reload();
    }
    insert(code)(...parameters);
  };

function frameIn(container: HTMLElement): HTMLIFrameElement {
  const frame = container.querySelector('iframe');
  if (!frame) throw new Error('The example has no frame');
  return frame;
}

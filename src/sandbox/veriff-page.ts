import type { PageCanvas, PageElement, PageEvent, PageStream, PageVideo, PageWindow } from './page-window.js';

/**
 * The script of the simulated Veriff page: performs the handshake with the parent, shows the steps, and sends Veriff's
 * messages. The browser receives this function's source text, so it must not reference anything outside itself, such
 * as imports or constants of this module.
 */
export function veriffPage(page: PageWindow): void {
  const { document } = page;
  const { body } = document;
  const isFramed = (page.parent as unknown) !== page;
  const steps = ['consent', 'document', 'camera', 'review', 'done', 'over', 'left', 'ended'];
  let step: string | undefined;
  let stream: PageStream | undefined;
  let outcome = body.dataset['outcome'];
  let isPosting = false;

  // Methods, because esbuild's `keepNames` (used by tsx) wraps every function that is assigned to a name in a helper
  // that doesn't exist in the browser.
  const run = {
    element(id: string): PageElement {
      const found = document.getElementById(id);
      if (!found) throw new Error(`No #${id}`);
      return found;
    },

    // Like the real page, it sends to any origin: it can't know its parent's, and the messages hold no secret.
    send(message: string): void {
      if (isFramed) page.parent.postMessage(message, '*');
    },

    show(next: string): void {
      const isFirst = step === undefined;
      step = next;
      for (const name of steps) run.element(name).hidden = name !== next;
      run.element('cancel').hidden = !['consent', 'document', 'camera', 'review'].includes(next);
      if (next !== 'camera') {
        for (const track of stream?.getTracks() ?? []) track.stop();
        stream = undefined;
      }
      // A frame that loads must not take the focus from the page around it.
      if (!isFirst) run.element(`${next}-heading`).focus();
    },

    async post(action: string, data: object): Promise<boolean> {
      // Ignores a second click on Submit.
      if (isPosting) return false;
      isPosting = true;
      run.element('problem').hidden = true;
      try {
        const response = await page.fetch(`${page.location.pathname}/${action}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(data),
        });
        if (response.ok) return true;
        // The session was submitted in another window, or has expired.
        const ended = response.status === 409 ? 'done' : response.status === 410 ? 'over' : undefined;
        if (ended) {
          run.show(ended);
          return false;
        }
      } catch {
        // A network error is shown below, like an error response.
      } finally {
        isPosting = false;
      }
      run.element('problem').hidden = false;
      return false;
    },

    async openCamera(): Promise<void> {
      run.show('camera');
      const video = run.element('preview') as PageVideo;
      let reason = 'this page is not a secure context';
      try {
        const opened = await page.navigator.mediaDevices?.getUserMedia({
          video: { facingMode: 'environment' },
        });
        if (opened && step !== 'camera') for (const track of opened.getTracks()) track.stop();
        if (step !== 'camera') return;
        stream = opened;
        if (opened) {
          video.srcObject = opened;
          await video.play();
        }
      } catch (error) {
        reason = error instanceof Error ? error.name : String(error);
      }
      video.hidden = run.element('shoot').hidden = !stream;
      run.element('no-camera').hidden = Boolean(stream);
      run.element('no-camera-reason').textContent = reason;
    },

    takePhoto(): void {
      const video = run.element('preview') as PageVideo;
      const photo = run.element('photo') as PageCanvas;
      photo.width = stream ? video.videoWidth : 640;
      photo.height = stream ? video.videoHeight : 400;
      const context = photo.getContext('2d');
      if (stream) context?.drawImage(video as never, 0, 0);
      else if (context) {
        const rectangles: [string, number, number, number, number][] = [
          ['#c9d6df', 0, 0, 640, 400],
          ['#52616b', 50, 90, 170, 220],
          ['#52616b', 260, 110, 300, 28],
          ['#8496a3', 260, 170, 240, 20],
          ['#8496a3', 260, 215, 270, 20],
          ['#8496a3', 260, 260, 180, 20],
        ];
        for (const [color, x, y, width, height] of rectangles) {
          context.fillStyle = color;
          context.fillRect(x, y, width, height);
        }
      }
      run.show('review');
    },

    render(): void {
      if (step !== undefined) return;
      run.element('page').hidden = false;
      run.element('tester').hidden = !isFramed;
      const stage = body.dataset['stage'];
      run.show(stage === 'submitted' ? 'done' : stage === 'over' ? 'over' : 'consent');
    },
  };

  const actions: Record<string, () => void | Promise<void>> = {
    cancel() {
      run.send('VERIFF_CANCELED');
      run.show('left');
      // A popup closes. If the browser does not let the page close itself, the page says that it can be closed.
      if (!isFramed) page.close();
    },
    async begin() {
      if (!(await run.post('begin', {}))) return;
      run.send('VERIFF_STARTED');
      run.show('document');
    },
    async camera() {
      await run.openCamera();
    },
    photo() {
      run.takePhoto();
    },
    async submit() {
      if (!(await run.post('submit', { outcome }))) return;
      run.send('VERIFF_SUBMITTED');
      run.show('done');
    },
    finish() {
      run.send('VERIFF_FINISHED');
      if (isFramed) run.show('ended');
      else page.location.replace(body.dataset['next'] ?? '');
    },
    reload() {
      run.send('VERIFF_RELOAD_REQUEST');
    },
    forceReload() {
      run.send('VERIFF_FORCE_RELOAD');
    },
  };

  document.addEventListener('click', ({ target }) => {
    void actions[(target as PageElement).dataset['action'] ?? '']?.();
  });
  document.addEventListener('change', ({ target }) => (outcome = (target as { value?: string }).value));

  if (!isFramed) {
    run.render();
    return;
  }
  page.addEventListener('message', (event) => {
    const { source, data } = event as PageEvent & { source: unknown; data: unknown };
    if (source !== page.parent || typeof data !== 'object' || data === null) return;
    const { name, payload } = data as { name?: unknown; payload?: { version?: unknown } };
    if (name !== 'VERIFF_RENDER') return;
    run.element('parent-version').textContent = String(payload?.version);
    run.render();
  });
  run.send('VERIFF_HANDSHAKE');
}

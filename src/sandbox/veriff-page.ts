import type { PageCanvas, PageElement, PageEvent, PageStream, PageVideo, PageWindow } from './page-window.js';

/**
 * The script of the simulated Veriff page: shakes hands with the parent, leads through the steps and says what
 * happened. It is sent to the browser as this function's own text, so it must not touch anything outside itself: no
 * import, no constant of the module.
 */
export function veriffPage(page: PageWindow): void {
  const { document } = page;
  const { body } = document;
  const framed = (page.parent as unknown) !== page;
  const steps = ['consent', 'document', 'camera', 'review', 'done', 'over', 'left', 'ended'];
  let step: string | undefined;
  let stream: PageStream | undefined;
  let outcome = body.dataset['outcome'];
  let busy = false;

  // Methods throughout: a compiler that keeps names (esbuild's `keepNames`, so tsx) wraps every function that is
  // given to a name into a helper of its own, which is not there in the browser.
  const run = {
    element(id: string): PageElement {
      const found = document.getElementById(id);
      if (!found) throw new Error(`No #${id}`);
      return found;
    },

    // As the real page does: it can't know its parent's origin, and none of these words is a secret.
    tell(message: string): void {
      if (framed) page.parent.postMessage(message, '*');
    },

    show(next: string): void {
      const first = step === undefined;
      step = next;
      for (const name of steps) run.element(name).hidden = name !== next;
      run.element('cancel').hidden = !['consent', 'document', 'camera', 'review'].includes(next);
      if (next !== 'camera') {
        for (const track of stream?.getTracks() ?? []) track.stop();
        stream = undefined;
      }
      // Not on the first: a frame that comes to life must not take the focus from the page around it.
      if (!first) run.element(`${next}-heading`).focus();
    },

    async post(what: string, data: object): Promise<boolean> {
      // One at a time: two clicks on Submit are one handing in.
      if (busy) return false;
      busy = true;
      run.element('problem').hidden = true;
      try {
        const answer = await page.fetch(`${page.location.pathname}/${what}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(data),
        });
        if (answer.ok) return true;
        // Handed in or over meanwhile, in another window.
        const ended = answer.status === 409 ? 'done' : answer.status === 410 ? 'over' : undefined;
        if (ended) {
          run.show(ended);
          return false;
        }
      } catch {
        // Said below, as for every other failure.
      } finally {
        busy = false;
      }
      run.element('problem').hidden = false;
      return false;
    },

    async openCamera(): Promise<void> {
      run.show('camera');
      const video = run.element('preview') as PageVideo;
      let why = 'this page is not a secure context';
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
        why = error instanceof Error ? error.name : String(error);
      }
      video.hidden = run.element('shoot').hidden = !stream;
      run.element('no-camera').hidden = Boolean(stream);
      run.element('no-camera-reason').textContent = why;
    },

    takePhoto(): void {
      const video = run.element('preview') as PageVideo;
      const photo = run.element('photo') as PageCanvas;
      photo.width = stream ? video.videoWidth : 640;
      photo.height = stream ? video.videoHeight : 400;
      const pen = photo.getContext('2d');
      if (stream) pen?.drawImage(video as never, 0, 0);
      else if (pen) {
        const marks: [string, number, number, number, number][] = [
          ['#c9d6df', 0, 0, 640, 400],
          ['#52616b', 50, 90, 170, 220],
          ['#52616b', 260, 110, 300, 28],
          ['#8496a3', 260, 170, 240, 20],
          ['#8496a3', 260, 215, 270, 20],
          ['#8496a3', 260, 260, 180, 20],
        ];
        for (const [color, x, y, width, height] of marks) {
          pen.fillStyle = color;
          pen.fillRect(x, y, width, height);
        }
      }
      run.show('review');
    },

    /** Over for good. On its own, the page closes itself where the browser lets it, and else says that it may go. */
    end(message: string, last: string): void {
      run.tell(message);
      run.show(last);
      if (!framed) page.close();
    },

    draw(): void {
      if (step !== undefined) return;
      run.element('page').hidden = false;
      run.element('tester').hidden = !framed;
      const stage = body.dataset['stage'];
      run.show(stage === 'submitted' ? 'done' : stage === 'over' ? 'over' : 'consent');
    },
  };

  const actions: Record<string, () => void | Promise<void>> = {
    cancel() {
      run.end('VERIFF_CANCELED', 'left');
    },
    async begin() {
      if (!(await run.post('begin', {}))) return;
      run.tell('VERIFF_STARTED');
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
      run.tell('VERIFF_SUBMITTED');
      run.show('done');
    },
    finish() {
      run.end('VERIFF_FINISHED', 'ended');
    },
    reload() {
      run.tell('VERIFF_RELOAD_REQUEST');
    },
    forceReload() {
      run.tell('VERIFF_FORCE_RELOAD');
    },
  };

  document.addEventListener('click', ({ target }) => {
    void actions[(target as PageElement).dataset['action'] ?? '']?.();
  });
  document.addEventListener('change', ({ target }) => (outcome = (target as { value?: string }).value));

  if (!framed) {
    run.draw();
    return;
  }
  page.addEventListener('message', (event) => {
    const { source, data } = event as PageEvent & { source: unknown; data: unknown };
    if (source !== page.parent || typeof data !== 'object' || data === null) return;
    const { name, payload } = data as { name?: unknown; payload?: { version?: unknown } };
    if (name !== 'VERIFF_RENDER') return;
    run.element('parent-version').textContent = String(payload?.version);
    run.draw();
  });
  run.tell('VERIFF_HANDSHAKE');
}

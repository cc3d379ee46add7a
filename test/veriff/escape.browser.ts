import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { Stage } from '../support/stage.js';

/** A dialog of the host that closes at Escape, as Bootstrap, MUI and Headless UI do it: by a listener for the key. */
function listenForEscape(): { readonly closed: () => number } {
  let closed = 0;
  const onKey = ({ key }: KeyboardEvent) => {
    if (key === 'Escape') closed++;
  };
  for (const type of ['keydown', 'keyup'] as const)
    // Radix listens while the event is captured, the others while it bubbles.
    for (const capture of [true, false]) {
      document.addEventListener(type, onKey, capture);
      cleanUp.push(() => document.removeEventListener(type, onKey, capture));
    }
  return { closed: () => closed };
}

/** A person opens Veriff. The browser closes dialogs that scripts opened by themselves all together. */
async function startByKey(stage: Stage): Promise<void> {
  await stage.state('ready');
  stage.part('start')?.focus();
  await sendKeys({ press: 'Enter' });
  await stage.greeted();
}

let cleanUp: (() => void)[] = [];
afterEach(() => {
  for (const clean of cleanUp) clean();
  cleanUp = [];
});

describe('Escape in Veriff’s dialog', () => {
  it('is not heard by the host’s dialog, and leaves Veriff', async () => {
    const host = listenForEscape();
    const stage = await Stage.open();
    await stage.start();
    stage.part('close')?.focus();
    await sendKeys({ press: 'Escape' });
    await stage.state('ready');
    expect(host.closed()).to.equal(0);
  });

  it('is not heard by the host’s dialog while Veriff’s frame has the focus', async () => {
    const host = listenForEscape();
    const stage = await Stage.open();
    await stage.start();
    stage.frame?.focus();
    await sendKeys({ press: 'Escape' });
    expect(host.closed()).to.equal(0);
    expect(stage.step.state).to.equal('verifying');
  });

  it('does not close a modal <dialog> of the host around the step', async () => {
    const dialog = document.body.appendChild(document.createElement('dialog'));
    cleanUp.push(() => dialog.remove());
    dialog.showModal();
    const stage = await Stage.open();
    dialog.append(stage.step);
    await stage.state('ready');
    await stage.start();
    stage.part('close')?.focus();
    await sendKeys({ press: 'Escape' });
    await stage.until(() => !stage.dialog.open);
    expect(dialog.open).to.equal(true);
    await sendKeys({ press: 'Escape' });
    await stage.until(() => !dialog.open);
  });

  it('is not heard by the host’s dialog while nothing has the focus', async () => {
    const host = listenForEscape();
    const stage = await Stage.open();
    await stage.start();
    (stage.step.shadowRoot?.activeElement as HTMLElement | null)?.blur();
    await sendKeys({ press: 'Escape' });
    await stage.state('ready');
    expect(host.closed()).to.equal(0);
  });

  it('leaves once while the key is held down', async function () {
    // The test runner cannot hold a key down in WebKit: https://modern-web.dev/docs/test-runner/commands/#send-keys
    await sendKeys({ up: 'Escape' }).catch(() => this.skip());
    const host = listenForEscape();
    const stage = await Stage.open();
    await stage.start();
    stage.say('VERIFF_STARTED');
    await stage.until(() => !dispatchEvent(new Event('beforeunload', { cancelable: true })));
    stage.part('close')?.focus();
    await sendKeys({ down: 'Escape' });
    await sendKeys({ down: 'Escape' });
    await stage.step.updateComplete;
    expect(stage.part('confirm')).not.to.equal(null);
    stage.step.close();
    await stage.state('ready');
    await sendKeys({ down: 'Escape' });
    await sendKeys({ up: 'Escape' });
    expect(host.closed()).to.equal(0);
  });

  /** What a host shows above Veriff's dialog, such as a warning that the person will be signed out. */
  const ABOVE: Record<string, (stage: Stage) => HTMLDialogElement> = {
    'with the focus in it': () => {
      const dialog = document.body.appendChild(document.createElement('dialog'));
      dialog.append(document.createElement('button'));
      dialog.showModal();
      return dialog;
    },
    'while nothing has the focus': () => {
      const dialog = document.body.appendChild(document.createElement('dialog'));
      dialog.showModal();
      dialog.blur();
      (document.activeElement as HTMLElement | null)?.blur();
      return dialog;
    },
    'inside Veriff’s dialog': ({ dialog: ours }) => {
      const dialog = ours.appendChild(document.createElement('dialog'));
      dialog.append(document.createElement('button'));
      dialog.showModal();
      return dialog;
    },
  };
  for (const [how, show] of Object.entries(ABOVE))
    it(`closes a dialog of the host above it, ${how}, and nothing else`, async () => {
      const host = listenForEscape();
      const stage = await Stage.open();
      await startByKey(stage);
      const above = show(stage);
      cleanUp.push(() => above.remove());
      await sendKeys({ press: 'Escape' });
      await stage.until(() => !above.open);
      const heard = host.closed();
      expect(heard).to.be.greaterThan(0);
      expect(stage.step.state).to.equal('verifying');
      expect(stage.dialog.open).to.equal(true);
      stage.part('close')?.focus();
      await sendKeys({ press: 'Escape' });
      await stage.state('ready');
      expect(host.closed()).to.equal(heard);
    });

  it('closes an open popover inside it, and nothing else', async function () {
    if (!('popover' in HTMLElement.prototype)) return this.skip();
    const stage = await Stage.open();
    await startByKey(stage);
    const popover = stage.dialog.appendChild(document.createElement('div'));
    popover.popover = 'auto';
    popover.showPopover();
    stage.part('close')?.focus();
    await sendKeys({ press: 'Escape' });
    await stage.until(() => !popover.matches(':popover-open'));
    expect(stage.step.state).to.equal('verifying');
  });

  it('leaves other keys, and Escape outside the dialog, to the host', async () => {
    const host = listenForEscape();
    const keys: string[] = [];
    const onKey = ({ key }: KeyboardEvent) => void keys.push(key);
    document.addEventListener('keydown', onKey);
    cleanUp.push(() => document.removeEventListener('keydown', onKey));
    const stage = await Stage.open();
    await stage.start();
    stage.part('close')?.focus();
    await sendKeys({ press: 'a' });
    expect(keys).to.deep.equal(['a']);
    stage.step.close();
    await stage.state('ready');
    stage.part('start')?.focus();
    await sendKeys({ press: 'Escape' });
    expect(host.closed()).to.equal(4);
  });
});

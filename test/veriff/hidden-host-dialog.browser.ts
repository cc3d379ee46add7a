import { expect, nextFrame } from '@open-wc/testing';
import { modalWindow } from '../../src/headless.js';
import { puppetOrigin } from '../support/origins.js';

/** A place that a host puts its dialog in. `around` is what it hides, which is not always the dialog's parent element. */
interface Place {
  readonly around: HTMLElement;
  readonly dialog: HTMLDialogElement;
}

const element = (style = ''): HTMLElement => {
  const made = document.body.appendChild(document.createElement('div'));
  made.style.cssText = style;
  return made;
};
const dialogIn = (parent: Node): HTMLDialogElement => {
  const dialog = document.createElement('dialog');
  dialog.append(document.createElement('div'));
  return parent.appendChild(dialog);
};

const PLACES: Record<string, () => Place> = {
  'a parent element': () => {
    const around = element();
    return { around, dialog: dialogIn(around) };
  },
  'a shadow root, which has no parent element': () => {
    const around = element();
    return { around, dialog: dialogIn(around.attachShadow({ mode: 'open' })) };
  },
  'a shadow root of an element with `display: contents`': () => {
    const around = element();
    const host = around.appendChild(element('display: contents'));
    return { around, dialog: dialogIn(host.attachShadow({ mode: 'open' })) };
  },
  'a parent element with `display: contents`': () => {
    const around = element();
    return { around, dialog: dialogIn(around.appendChild(element('display: contents'))) };
  },
};

const HIDINGS = [
  ['display', 'none'],
  ['content-visibility', 'hidden'],
] as const;

let cleanUp: (() => void)[] = [];
afterEach(() => {
  for (const clean of cleanUp) clean();
  cleanUp = [];
});

function open({ around, dialog }: Place) {
  const opened = modalWindow({
    dialog,
    frameBox: dialog.firstElementChild as HTMLElement,
    title: 'Veriff',
  }).open(() => undefined, { trustedOrigins: [puppetOrigin], language: '' });
  if (!opened.ok) throw new Error(opened.failure.code);
  cleanUp.push(() => {
    opened.value.close();
    around.remove();
  });
  return opened.value;
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await nextFrame();
}

const isScrollable = () => getComputedStyle(document.documentElement).overflowY === 'visible';

describe('the page hides a host’s own dialog around Veriff', () => {
  for (const [where, make] of Object.entries(PLACES))
    for (const [property, value] of HIDINGS)
      it(`in ${where}, by ${property}: ${value}: the page is usable, and the dialog is back when it is shown`, async () => {
        const place = make();
        const { around, dialog } = place;
        dialog.style.visibility = 'inherit';
        const window = open(place);
        expect(dialog.matches(':modal')).to.equal(true);
        around.style.setProperty(property, value);
        await until(() => !dialog.open);
        for (let frames = 0; frames < 3; frames++) await nextFrame();
        expect(dialog.open).to.equal(false);
        expect(isScrollable()).to.equal(true);
        expect(window.focus()).to.equal(false);
        around.style.removeProperty(property);
        await until(() => dialog.open);
        expect(dialog.matches(':modal')).to.equal(true);
        expect(isScrollable()).to.equal(false);
        expect(window.focus()).to.equal(true);
        window.close();
        // What the host had set is as it was.
        expect(dialog.style.visibility).to.equal('inherit');
        expect(dialog.style.display).to.equal('');
      });

  it('opened while hidden, it waits until it is shown, and closed meanwhile it stays closed', async () => {
    const place = PLACES['a shadow root, which has no parent element']!();
    place.around.style.display = 'none';
    const window = open(place);
    expect(place.dialog.open).to.equal(false);
    window.close();
    place.around.style.display = '';
    await nextFrame();
    await nextFrame();
    expect(getComputedStyle(place.dialog).display).to.equal('none');
  });
});

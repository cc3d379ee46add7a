import { expect, nextFrame } from '@open-wc/testing';
import { Stage } from '../support/stage.js';

type Movable = HTMLElement & { moveBefore?: (node: Node, child: Node | null) => void };

let target: Movable;
beforeEach(function () {
  target = document.createElement('section');
  document.body.append(target);
  // WebKit has no `moveBefore` (https://developer.mozilla.org/en-US/docs/Web/API/Element/moveBefore). Firefox 140 keeps the
  // dialog open but no longer modal (https://github.com/web-platform-tests/wpt/pull/52757).
  if (!target.moveBefore || navigator.userAgent.includes('Firefox')) this.skip();
});
afterEach(() => target.remove());

describe('moved with moveBefore while Veriff is open', () => {
  it('keeps the frame, the modal dialog and the session', async () => {
    const stage = await Stage.open();
    await stage.start();
    const { frame } = stage;
    const contentWindow = frame?.contentWindow;
    target.moveBefore?.(stage.step, null);
    await stage.step.updateComplete;
    await nextFrame();
    expect(stage.step.parentElement).to.equal(target);
    expect(stage.dialog.matches(':modal')).to.equal(true);
    expect(stage.frame).to.equal(frame);
    expect(stage.frame?.contentWindow).to.equal(contentWindow);
    // Its page is still the same one, and is still heard.
    stage.say('VERIFF_SUBMITTED');
    await stage.until(() => stage.events('submitted').length === 1);
    expect(stage.count('POST /v1/auth/register/verification')).to.equal(1);
  });

  it('follows the language of its new place', async () => {
    const stage = await Stage.open();
    await stage.start();
    target.lang = 'xx';
    target.moveBefore?.(stage.step, null);
    await stage.step.updateComplete;
    expect(stage.step.matches('[lang=xx] *')).to.equal(true);
    expect(stage.dialog.open).to.equal(true);
  });
});

import { expect } from '@open-wc/testing';
import { en } from '../../src/i18n/locales/en.js';
import { registry } from '../../src/i18n/registry.js';
import { Stage } from '../support/stage.js';

const LINK = '/continue/a-token';
const IN_APP =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 Instagram 331.0';

interface Device {
  /** How many; `hidden`: in a browser without the API. */
  readonly cameras?: number | 'hidden';
  readonly userAgent?: string;
  readonly hasMouse?: boolean;
}

/** Makes this browser look like another device until the test ends. */
function pretend({ cameras = 1, userAgent, hasMouse = true }: Device): void {
  const devices = Array.from({ length: Number(cameras) || 0 }, () => ({ kind: 'videoinput' }));
  set(
    navigator,
    'mediaDevices',
    cameras === 'hidden' ? undefined : { enumerateDevices: () => Promise.resolve(devices) },
  );
  if (userAgent) set(navigator, 'userAgent', userAgent);
  const matchMedia = window.matchMedia.bind(window);
  set(window, 'matchMedia', (query: string) =>
    query.includes('hover: hover') ? { matches: hasMouse } : matchMedia(query),
  );
}

const restored: (() => void)[] = [];
function set(target: object, name: string, value: unknown): void {
  const before = Object.getOwnPropertyDescriptor(target, name);
  Object.defineProperty(target, name, { configurable: true, writable: true, value });
  restored.push(() => {
    if (before) Object.defineProperty(target, name, before);
    else Reflect.deleteProperty(target, name);
  });
}

/** A step whose host can hand off, on a device. */
async function open(device: Device, prepare?: (stage: Stage) => void): Promise<Stage> {
  pretend(device);
  const stage = await Stage.open('approve', (opened) => {
    opened.step.handoff = () => ({ url: LINK, expiresAt: Date.now() + 600_000 });
    prepare?.(opened);
  });
  await stage.state('ready');
  await stage.until(() => stage.part('start'));
  return stage;
}

async function handOff(stage: Stage): Promise<void> {
  await stage.until(() => stage.part('handoff'));
  stage.press('handoff');
  await stage.state('verifying');
  // The first time, the QR encoder has to load.
  await stage.until(() => stage.part('copy'));
}

const isPrimary = (stage: Stage, part: string) => stage.part(part)?.classList.contains('primary') === true;

describe('a hand-off', () => {
  afterEach(() => {
    for (const restore of restored.splice(0).reverse()) restore();
  });

  it('is offered below Start on a desktop, and not where the host has none', async () => {
    const stage = await open({});
    await stage.until(() => stage.part('handoff'));
    expect(stage.part('handoff')?.innerText).to.equal('Use your phone instead');
    expect([isPrimary(stage, 'start'), isPrimary(stage, 'handoff')]).to.deep.equal([true, false]);
    stage.step.handoff = undefined;
    await stage.step.updateComplete;
    expect(stage.part('handoff')).to.equal(null);
  });

  it('is not offered on a phone with a camera', async () => {
    const stage = await open({ hasMouse: false });
    expect(stage.part('handoff')).to.equal(null);
  });

  for (const cameras of [0, 'hidden'] as const)
    it(`comes first where there are ${cameras} cameras, with the reason`, async () => {
      const stage = await open({ cameras });
      await stage.until(() => isPrimary(stage, 'handoff'));
      expect(isPrimary(stage, 'start')).to.equal(false);
      expect(stage.part('start')?.innerText).to.equal('Continue here anyway');
      expect(stage.text).to.include('We couldn’t find a camera');
    });

  it('comes first, and why, before the note that a redirect may not lead back', async () => {
    const stage = await open({ cameras: 0 }, ({ step }) => {
      step.openIn = 'redirect';
    });
    await stage.until(() => isPrimary(stage, 'handoff'));
    const notes = [...stage.step.renderRoot.querySelectorAll('.column > [part=note]')];
    expect(notes.map(({ textContent }) => textContent)).to.deep.equal([en.noCamera, en.redirectNote]);
  });

  it('comes first in the browser of an app, unless the host says otherwise', async () => {
    const stage = await open({ userAgent: IN_APP, hasMouse: false });
    await stage.until(() => isPrimary(stage, 'handoff'));
    expect(stage.part('handoff')?.innerText).to.equal('Open in your browser');
    stage.step.inAppBrowser = 'ignore';
    await stage.step.updateComplete;
    expect(stage.part('handoff')).to.equal(null);
  });

  it('is disabled with the step', async () => {
    const stage = await open({}, ({ step }) => {
      step.disabled = true;
    });
    await stage.until(() => stage.part<HTMLButtonElement>('handoff')?.disabled);
  });

  it('shows a code for the phone, and creates no session here', async () => {
    const stage = await open({});
    await handOff(stage);
    const canvas = stage.part<HTMLCanvasElement>('qr');
    expect(canvas?.getAttribute('aria-label')).to.match(/QR code/);
    expect(canvas?.width).to.be.greaterThan(20);
    expect(stage.part('heading')?.innerText).to.equal('Continue on your phone');
    expect(stage.text).to.include('This link is valid until:');
    expect(stage.heard.find(({ type }) => type === 'started')?.detail).to.deep.equal({ openIn: 'handoff' });
    expect(stage.requests.filter((request) => request.startsWith('POST'))).to.deep.equal([]);
    expect(stage.dialog.open).to.equal(false);
  });

  it('keeps the link out of the markup, the events and the storage', async () => {
    const stage = await open({});
    await handOff(stage);
    const found = [
      stage.step.outerHTML,
      stage.step.shadowRoot?.innerHTML,
      JSON.stringify(stage.heard),
      ...Object.values(sessionStorage),
      ...Object.values(localStorage),
    ].filter((text) => String(text).includes('a-token'));
    expect(found).to.deep.equal([]);
  });

  it('goes on by itself when a verdict comes', async () => {
    const stage = await open({});
    await handOff(stage);
    stage.applicant.decide('VERIFIED');
    await stage.state('verified');
  });

  it('goes on here if the person would rather', async () => {
    const stage = await open({});
    await handOff(stage);
    stage.press('start');
    await stage.greeted();
    expect(stage.dialog.open).to.equal(true);
    expect(stage.frame).not.to.equal(null);
  });

  it('copies the link and says so, or shows it where the browser denies that', async () => {
    const copied: string[] = [];
    set(navigator, 'clipboard', { writeText: (text: string) => Promise.resolve(void copied.push(text)) });
    const stage = await open({});
    await handOff(stage);
    stage.press('copy');
    await stage.until(() => stage.part('copy')?.innerText === 'Link copied');
    expect(copied).to.deep.equal([new URL(LINK, document.baseURI).href]);

    set(navigator, 'clipboard', { writeText: () => Promise.reject(new Error('denied')) });
    stage.press('copy');
    await stage.until(() => stage.part('link')?.hidden === false);
    const field = stage.part<HTMLInputElement>('link');
    expect(stage.step.shadowRoot?.activeElement).to.equal(field);
    expect(field?.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0)).to.equal(copied[0]);
  });

  it('shares the link where the device can', async () => {
    const shared: unknown[] = [];
    set(navigator, 'share', (data: unknown) => {
      shared.push(data);
      return Promise.reject(new DOMException('canceled', 'AbortError'));
    });
    const stage = await open({});
    await handOff(stage);
    stage.press('share');
    expect(shared).to.deep.equal([{ url: new URL(LINK, document.baseURI).href }]);
  });

  it('says that there is no link, and makes one when the person tries again', async () => {
    let isDown = true;
    const stage = await open({}, ({ step }) => {
      step.handoff = () => (isDown ? { url: 'javascript:alert(1)' } : { url: LINK });
    });
    stage.press('handoff');
    await stage.until(() => stage.text.includes('We couldn’t create a link'));
    expect(stage.heard.find(({ type }) => type === 'error')?.detail).to.include({ code: 'misconfigured' });
    expect(stage.part('start')?.innerText).to.equal('Continue here instead');
    isDown = false;
    stage.press('retry');
    await stage.until(() => stage.part('qr')?.checkVisibility());
    expect(stage.text).not.to.include('We couldn’t create a link');
  });

  it('goes on here if there is no link', async () => {
    const stage = await open({}, ({ step }) => {
      step.handoff = () => ({ url: 'https://other.example/' });
    });
    stage.press('handoff');
    await stage.until(() => stage.text.includes('We couldn’t create a link'));
    stage.press('start');
    await stage.greeted();
  });

  it('makes a new link when the person asks for one', async () => {
    let made = 0;
    const stage = await open({}, ({ step }) => {
      step.handoff = () => ({ url: `${LINK}-${++made}`, expiresAt: Date.now() + 600_000 });
    });
    await handOff(stage);
    expect(stage.part('retry')?.innerText).to.equal('Create a new link');
    const madeBefore = made;
    stage.press('retry');
    // The clock may run on to the next renewal.
    await stage.until(() => made > madeBefore && stage.part('qr')?.checkVisibility());
    expect(stage.step.state).to.equal('verifying');
    expect(stage.heard.filter(({ type }) => type === 'started')).to.have.length(1);
  });

  it('leads a phone without a camera to its own browser', async () => {
    const stage = await open({ cameras: 'hidden', hasMouse: false });
    await stage.until(() => isPrimary(stage, 'handoff'));
    expect(stage.part('handoff')?.innerText).to.equal('Open in your browser');
  });

  it('works where there are no media queries, and where a wallet throws', async () => {
    pretend({});
    set(window, 'matchMedia', undefined);
    Object.defineProperty(window, 'ethereum', {
      configurable: true,
      get() {
        throw new Error('of a wallet');
      },
    });
    restored.push(() => Reflect.deleteProperty(window, 'ethereum'));
    const stage = await Stage.open('approve', ({ step }) => {
      step.handoffUrl = '/continue';
    });
    await stage.state('ready');
    expect(stage.part('handoff')).to.equal(null);
  });

  it('tells the console nothing of a link that was set in place of a function', async () => {
    const { warn } = console;
    const warnings: string[] = [];
    console.warn = (text: string) => void warnings.push(text);
    restored.push(() => {
      console.warn = warn;
    });
    await open({}, ({ step }) => {
      Reflect.set(step, 'handoff', 'https://app.example/c/a-secret');
    });
    expect(warnings.filter((text) => text.includes('handoff must be a function'))).to.have.length(1);
    expect(warnings.join('')).not.to.include('a-secret');
  });

  it('works with a plain address, which does not expire', async () => {
    const stage = await open({}, ({ step }) => {
      step.handoff = undefined;
      step.setAttribute('handoff-url', 'https://m.app.example/continue');
    });
    await handOff(stage);
    expect(stage.text).not.to.include('valid until');
  });

  it('allows links on the origin of handoff-url, and on no other', async () => {
    const stage = await open({}, ({ step }) => {
      step.handoffUrl = 'https://m.app.example/continue';
      step.handoff = () => ({ url: 'https://m.app.example/c/token' });
    });
    await handOff(stage);
    stage.step.close();
    await stage.state('ready');
    stage.step.handoff = () => ({ url: 'https://other.example/c/token' });
    stage.press('handoff');
    await stage.until(() => stage.text.includes('We couldn’t create a link'));
  });

  it('speaks the language of the step', async () => {
    await import('../../src/i18n/locales/ar.js');
    const stage = await open({}, ({ step }) => {
      step.lang = 'ar';
    });
    await handOff(stage);
    expect(stage.part('copy')?.innerText).to.equal(registry.locales.get('ar')?.copyLink);
  });

  it('keeps the focus in the step', async () => {
    const stage = await open({});
    await stage.until(() => stage.part('handoff'));
    stage.part('handoff')?.focus();
    await handOff(stage);
    await stage.until(() => stage.step.shadowRoot?.activeElement === stage.part('heading'));
  });
});

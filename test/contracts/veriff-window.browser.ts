import { expect, nextFrame } from '@open-wc/testing';
import type { VeriffOutcome } from '../../src/flow/ports.js';
import type { OpenIn } from '../../src/veriff/prepare.js';
import type { Visits } from '../support/puppet.js';
import { puppetOrigin } from '../support/stage.js';
import type { Host } from './host.js';

const until = async (holds: () => unknown): Promise<void> => {
  for (let at = 0; !(await holds()); at++) {
    if (at > 600) throw new Error(`Never: ${String(holds)}`);
    await nextFrame();
  }
};

let questions = 0;
/** What Veriff's side saw of one session. */
const visits = async (token: string): Promise<Visits> => {
  // The test server remembers its answers by their address.
  const { asked, ran } = (await (await fetch(`/visits.json?${++questions}`)).json()) as Visits;
  return {
    asked: asked.filter((url) => url.includes(token)),
    ran: ran.filter(({ path }) => path.includes(token)),
  };
};

/** Windows opened by the host page, oldest first. */
let popups: Window[] = [];
/** What looks after the popup, whenever the test wants it to: timers may be late. */
let look: () => void;
/** How far the clock of the host page is ahead, in ms. */
let passed: number;
let frame: HTMLIFrameElement;
let tokens = 0;

/** The page as it is, but for the dialog's own style. */
function outline({ documentElement }: Document): string {
  const copy = documentElement.cloneNode(true) as HTMLElement;
  copy.querySelector('dialog')?.removeAttribute('style');
  return copy.outerHTML;
}

/** A fresh page that opens Veriff, with Veriff's window prepared in it. `sandbox`: what the page around it lets it do. */
async function open(way: OpenIn, sandbox?: string) {
  frame = document.createElement('iframe');
  frame.src = '/test/contracts/host.html';
  frame.allow = 'camera *';
  if (sandbox) frame.setAttribute('sandbox', sandbox);
  const ready = new Promise<void>((resolve) => {
    const heard = ({ data, source }: MessageEvent) => {
      if (data !== 'host-ready' || source !== frame.contentWindow) return;
      removeEventListener('message', heard);
      resolve();
    };
    addEventListener('message', heard);
  });
  document.body.append(frame);
  await ready;
  const host = frame.contentWindow as Host;
  const { document: page } = host;
  look = () => undefined;
  passed = 0;
  Object.assign(host.Date, { now: () => Date.now() + passed });
  Object.assign(host, {
    setInterval: (act: () => void) => (look = act) && 1,
    clearInterval: () => (look = () => undefined),
  });
  const opened = host.open.bind(host);
  host.open = (...how) => {
    const popup = opened(...how);
    if (popup) popups.push(popup);
    return popup;
  };
  const html = outline(page);
  const { prepared, told } = host.openVeriff(way, [puppetOrigin]);
  if ('code' in prepared) throw new Error(prepared.code);
  const token = `token-${Date.now()}-${++tokens}`;
  return { host, page, html, window: prepared, told, token, url: `${puppetOrigin}/v/${token}` };
}
type Opened = Awaited<ReturnType<typeof open>>;

interface Way {
  /** Whether its window is there. */
  readonly isOpen: (opened: Opened) => boolean;
  /** How a person ends it without a word of Veriff's, and what is told of it. */
  readonly leave: (opened: Opened) => void;
  readonly told: VeriffOutcome['type'];
}

/** Small pages of ours close at a word of ours; Veriff's, whose opener is cut, only by themselves. */
function leavePopup(): void {
  popups[0]?.postMessage({ close: true }, '*');
  popups[0]?.close();
}

const WAYS: Record<OpenIn, Way> = {
  modal: {
    isOpen: ({ page }) => page.querySelector('dialog')?.open === true,
    // As a browser does that lets nobody refuse an Escape.
    leave: ({ page }) => page.querySelector('dialog')?.close(),
    told: 'leave',
  },
  popup: {
    isOpen: () => popups.length === 1 && popups[0]?.closed === false,
    leave: leavePopup,
    told: 'window-closed',
  },
  redirect: {
    isOpen: () => popups.length === 0,
    // The back button, to a page that was kept.
    leave: ({ host }) => host.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })),
    told: 'window-closed',
  },
};

afterEach(() => {
  for (const popup of popups) popup.close();
  popups = [];
  frame.remove();
});

for (const [name, way] of Object.entries(WAYS) as [OpenIn, Way][]) {
  describe(`Veriff’s window: ${name}`, () => {
    it('is there at once, and asks Veriff for nothing yet', async () => {
      const opened = await open(name);
      expect(way.isOpen(opened)).to.equal(true);
      expect(opened.told).to.deep.equal([]);
      expect((await visits(opened.token)).asked).to.deep.equal([]);
      opened.window.close();
    });

    it('goes to the session once, in the person’s language, without an opener', async () => {
      const { window, url, token } = await open(name);
      expect(window.navigate(url)).to.equal(undefined);
      await until(async () => (await visits(token)).ran.length > 0);
      expect(await visits(token)).to.deep.equal({
        asked: [`/v/${token}?lang=de`],
        ran: [{ path: `/v/${token}`, opener: false }],
      });
      // A page that has left is not there to close anything.
      if (name !== 'redirect') window.close();
    });

    for (const url of [
      'https://evil.example/v/token',
      'https://user:pass@magic.veriff.me/v/token',
      'https://evilveriff.me/v/token',
      'https://magic.veriff.me.evil.example/v/token',
      'http://magic.veriff.me/v/token',
      'javascript:parent.hacked=1//token',
      'data:text/html,token',
      'blob:http://localhost/token',
      'about:blank#token',
      '//magic.veriff.me/v/token',
      'token',
      '',
    ]) {
      it(`does not go to ${url || 'nowhere'}`, async () => {
        const opened = await open(name);
        const { window, host, page, told } = opened;
        const before = host.location.href;
        expect(window.navigate(url)).to.deep.equal({ code: 'untrusted-session-url' });
        expect(page.querySelector('iframe')?.contentWindow?.location.href ?? 'about:blank').to.equal(
          'about:blank',
        );
        for (const popup of popups) expect(popup.location.href).to.equal('about:blank');
        expect(host.location.href).to.equal(before);
        window.close();
        expect(told).to.deep.equal([]);
        expect(popups.filter(({ closed }) => !closed)).to.deep.equal([]);
      });
    }

    it('closes, twice as well as once, and tells nothing more', async () => {
      const opened = await open(name);
      const { window, told, page, html } = opened;
      window.close();
      window.close();
      expect(popups.filter(({ closed }) => !closed)).to.deep.equal([]);
      way.leave(opened);
      look();
      await nextFrame();
      expect(told).to.deep.equal([]);
      expect(outline(page), 'the page is what it was').to.equal(html);
      expect(page.adoptedStyleSheets).to.have.length(0);
    });

    for (const when of ['before the session is there', 'after'])
      it(`tells ${way.told} when the person leaves it ${when}`, async () => {
        const opened = await open(name);
        const { window, told, token, url } = opened;
        // A page that has left is not there to tell; a person who goes back to it is.
        if (when === 'after' && name !== 'redirect') {
          window.navigate(url);
          await until(async () => (await visits(token)).ran.length > 0);
          passed = 300;
          look();
        }
        way.leave(opened);
        await until(() => {
          look();
          return told.includes(way.told);
        });
        window.close();
      });

    it('can be shown again at any time', async () => {
      const { window, url, token } = await open(name);
      window.focus();
      window.navigate(url);
      await until(async () => (await visits(token)).ran.length > 0);
      if (name === 'redirect') return;
      window.focus();
      window.close();
    });
  });
}

describe('Veriff’s window: popup', () => {
  const isClosed = () => popups[0]?.closed;

  it('tells that it was closed, however late the page gets to look', async () => {
    const { window, told, token, url } = await open('popup');
    window.navigate(url);
    await until(async () => (await visits(token)).ran.length > 0);
    leavePopup();
    await until(isClosed);
    passed = 3_000;
    look();
    expect(told).to.deep.equal(['window-closed']);
  });

  it('tells that it was closed on the way to Veriff', async () => {
    const { window, told, token, url } = await open('popup');
    window.navigate(`${url}-never`);
    await until(async () => (await visits(token)).asked.length > 0);
    const hidden = new Promise((resolve) => {
      popups[0]?.addEventListener('pagehide', resolve);
    });
    leavePopup();
    await hidden;
    look();
    expect(told).to.deep.equal(['window-closed']);
  });

  it('is not taken for closed where a policy of Veriff’s has cut it off', async () => {
    const { window, told, token } = await open('popup');
    window.navigate(`${puppetOrigin}/v/coop-${token}`);
    // It is looked at all the time: in Chromium it is seen open for some ms there, before it is cut off.
    const { port1, port2 } = new MessageChannel();
    await new Promise<void>((resolve) => {
      port1.onmessage = () => {
        look();
        if (isClosed()) resolve();
        else port2.postMessage('again');
      };
      port2.postMessage('again');
    });
    port1.close();
    look();
    await until(async () => (await visits(token)).ran.length > 0);
    expect(told).to.deep.equal([]);
    window.close();
  });

  it('is not taken for closed where a policy of the page has cut it off', async () => {
    const token = `token-${Date.now()}-${++tokens}`;
    const host = new BroadcastChannel('host');
    const asked = (question: object) =>
      new Promise<{ closed?: boolean; told?: string[] }>((resolve) => {
        host.onmessage = ({ data }: MessageEvent<object>) => resolve(data);
        host.postMessage(question);
      });
    // In a tab of its own: such a policy counts nowhere else.
    const ready = asked({});
    globalThis.open('/test/contracts/host.html?coop', '_blank', 'popup');
    await ready;
    await asked({ open: `${puppetOrigin}/v/${token}`, trusted: [puppetOrigin] });
    await until(async () => (await asked({ look: true })).closed);
    await until(async () => (await visits(token)).ran.length > 0);
    expect((await asked({ look: true })).told).to.deep.equal([]);
    host.postMessage({ close: true });
    host.close();
  });

  it('leaves Veriff’s page to itself once it is there', async () => {
    const { window, url, token } = await open('popup');
    window.navigate(url);
    await until(async () => (await visits(token)).ran.length > 0);
    window.close();
    await nextFrame();
    expect(isClosed()).to.equal(false);
  });

  it('goes to Veriff from a sandboxed page too', async () => {
    const { window, url, token } = await open('popup', 'allow-scripts allow-same-origin allow-popups');
    expect(window.navigate(url)).to.equal(undefined);
    await until(async () => (await visits(token)).ran.length > 0);
    expect((await visits(token)).ran).to.deep.equal([{ path: `/v/${token}`, opener: false }]);
    window.close();
  });

  it('is blocked: says so', async () => {
    const { host, window } = await open('modal');
    window.close();
    host.open = () => null;
    expect(host.openVeriff('popup', [puppetOrigin]).prepared).to.deep.equal({ code: 'popup-blocked' });
  });

  it('waits in a small page of its own, in the person’s language', async () => {
    const { window } = await open('popup');
    const { document: page } = popups[0]!;
    expect(page.title).to.equal('Verify');
    expect(page.body.innerText).to.equal('Opening …');
    expect(page.documentElement.lang).to.equal('de');
    window.close();
  });
});

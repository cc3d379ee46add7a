import { expect, nextFrame } from '@open-wc/testing';
import type { VeriffOutcome } from '../../src/flow/ports.js';
import type { OpenIn } from '../../src/flow/snapshot.js';
import type { Visits } from '../support/puppet.js';
import { puppetOrigin } from '../support/stage.js';
import type { Host } from './host.js';

const until = async (holds: () => unknown): Promise<void> => {
  for (let at = 0; !(await holds()); at++) {
    if (at > 600) throw new Error(`Never: ${String(holds)}`);
    await nextFrame();
  }
};

let lookups = 0;
/** What Veriff's side saw of one session. */
const visits = async (token: string): Promise<Visits> => {
  // The test server caches its answers by URL.
  const { asked, ran } = (await (await fetch(`/visits.json?${++lookups}`)).json()) as Visits;
  return {
    asked: asked.filter((url) => url.includes(token)),
    ran: ran.filter(({ path }) => path.includes(token)),
  };
};

/** Windows opened by the host page, oldest first. */
let popups: Window[] = [];
/** Runs the popup's timer, which may be late. */
let runTimer: () => void;
/** How much time has passed on the clock of the host page, in ms. It stands still by itself. */
let passed: number;
let frame: HTMLIFrameElement;
let tokens = 0;

/** The page as it is, but for the dialog's own style. */
function outline({ documentElement }: Document): string {
  const copy = documentElement.cloneNode(true) as HTMLElement;
  copy.querySelector('dialog')?.removeAttribute('style');
  return copy.outerHTML;
}

/** A fresh page with Veriff's window open in it. `sandbox` restricts the page. */
async function open(openIn: OpenIn, sandbox?: string) {
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
  runTimer = () => undefined;
  passed = 0;
  Object.assign(host.performance, { now: () => 1_000 + passed });
  Object.assign(host, {
    setInterval: (act: () => void) => (runTimer = act) && 1,
    clearInterval: () => (runTimer = () => undefined),
  });
  const opened = host.open.bind(host);
  host.open = (...how) => {
    const popup = opened(...how);
    if (popup) popups.push(popup);
    return popup;
  };
  const html = outline(page);
  const { opened: result, outcomes } = host.openVeriff(openIn, [puppetOrigin]);
  if (!result.ok) throw new Error(result.failure.code);
  const token = `token-${Date.now()}-${++tokens}`;
  return { host, page, html, window: result.value, outcomes, token, url: `${puppetOrigin}/v/${token}` };
}
type Opened = Awaited<ReturnType<typeof open>>;

interface Mode {
  /** Whether its window is open. */
  readonly isOpen: (opened: Opened) => boolean;
  /** How a person leaves it before Veriff has reported anything, and the outcome of that. */
  readonly leave: (opened: Opened) => void;
  readonly outcome: VeriffOutcome['type'];
}

/** A waiting page closes when we close it; Veriff's page, which has no opener, only by itself. */
function closePopup(popup: Window | undefined): void {
  popup?.postMessage({ close: true }, '*');
  popup?.close();
}
const leavePopup = () => closePopup(popups[0]);

const MODES: Record<OpenIn, Mode> = {
  modal: {
    isOpen: ({ page }) => page.querySelector('dialog')?.open === true,
    // As a browser does where Escape cannot be prevented.
    leave: ({ page }) => page.querySelector('dialog')?.close(),
    outcome: 'leave',
  },
  popup: {
    isOpen: () => popups.length === 1 && popups[0]?.closed === false,
    leave: leavePopup,
    outcome: 'window-closed',
  },
  redirect: {
    isOpen: () => popups.length === 0,
    // The Back button, to a page in the back/forward cache.
    leave: ({ host }) => host.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })),
    outcome: 'window-closed',
  },
};

afterEach(() => {
  popups.forEach(closePopup);
  popups = [];
  frame.remove();
});

for (const [name, mode] of Object.entries(MODES) as [OpenIn, Mode][]) {
  describe(`Veriff’s window: ${name}`, () => {
    it('is open at once, and requests nothing from Veriff yet', async () => {
      const opened = await open(name);
      expect(mode.isOpen(opened)).to.equal(true);
      expect(opened.outcomes).to.deep.equal([]);
      expect((await visits(opened.token)).asked).to.deep.equal([]);
      opened.window.close();
    });

    it('goes to the session once, in the person’s language, without an opener', async () => {
      const { window, url, token } = await open(name);
      expect(window.navigate(url).ok).to.equal(true);
      await until(async () => (await visits(token)).ran.length > 0);
      expect(await visits(token)).to.deep.equal({
        asked: [`/v/${token}?lang=de`],
        ran: [{ path: `/v/${token}`, opener: false }],
      });
      // A page that was left cannot close anything.
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
        const { window, host, page, outcomes } = opened;
        const before = host.location.href;
        const result = window.navigate(url);
        if (result.ok) throw new Error('It went there');
        expect(result.failure.code).to.equal('untrusted-session-url');
        // The origin alone: the URL is a secret.
        expect(result.failure.hint ?? '').not.to.match(/token|nowhere/);
        expect(page.querySelector('iframe')?.contentWindow?.location.href ?? 'about:blank').to.equal(
          'about:blank',
        );
        for (const popup of popups) expect(popup.location.href).to.equal('about:blank');
        expect(host.location.href).to.equal(before);
        window.close();
        expect(outcomes).to.deep.equal([]);
        expect(popups.filter(({ closed }) => !closed)).to.deep.equal([]);
      });
    }

    it('closes, also when it is closed twice, and reports nothing afterwards', async () => {
      const opened = await open(name);
      const { window, outcomes, page, html } = opened;
      window.close();
      window.close();
      expect(popups.filter(({ closed }) => !closed)).to.deep.equal([]);
      mode.leave(opened);
      runTimer();
      await nextFrame();
      expect(outcomes).to.deep.equal([]);
      expect(outline(page), 'the page is as it was before').to.equal(html);
      expect(page.adoptedStyleSheets).to.have.length(0);
    });

    for (const when of ['before the session is there', 'after'])
      it(`reports ${mode.outcome} when the person leaves it ${when}`, async () => {
        const opened = await open(name);
        const { window, outcomes, token, url } = opened;
        // A page that was left reports when the person goes back to it.
        if (when === 'after' && name !== 'redirect') {
          window.navigate(url);
          await until(async () => (await visits(token)).ran.length > 0);
          passed = 300;
          runTimer();
        }
        mode.leave(opened);
        await until(() => {
          runTimer();
          return outcomes.includes(mode.outcome);
        });
        window.close();
      });

    it('can be brought to the front at any time', async () => {
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

  it('reports that it was closed, however late its timer runs', async () => {
    const { window, outcomes, token, url } = await open('popup');
    window.navigate(url);
    await until(async () => (await visits(token)).ran.length > 0);
    leavePopup();
    await until(isClosed);
    passed = 3_000;
    runTimer();
    expect(outcomes).to.deep.equal(['window-closed']);
  });

  it('reports that it was closed on the way to Veriff', async () => {
    const { window, outcomes, token, url } = await open('popup');
    window.navigate(`${url}-never`);
    await until(async () => (await visits(token)).asked.length > 0);
    const hidden = new Promise((resolve) => {
      popups[0]?.addEventListener('pagehide', resolve);
    });
    leavePopup();
    await hidden;
    runTimer();
    expect(outcomes).to.deep.equal(['window-closed']);
  });

  it('is not taken for closed if a policy of Veriff’s severs it', async () => {
    const { window, outcomes, token } = await open('popup');
    window.navigate(`${puppetOrigin}/v/coop-${token}`);
    // The timer runs all the time: in Chromium the window is seen open there for some ms before it is severed.
    const { port1, port2 } = new MessageChannel();
    await new Promise<void>((resolve) => {
      port1.onmessage = () => {
        runTimer();
        if (isClosed()) resolve();
        else port2.postMessage('again');
      };
      port2.postMessage('again');
    });
    port1.close();
    runTimer();
    await until(async () => (await visits(token)).ran.length > 0);
    expect(outcomes).to.deep.equal([]);
    window.close();
  });

  it('is not taken for closed if a policy of the page severs it', async () => {
    const token = `token-${Date.now()}-${++tokens}`;
    const host = new BroadcastChannel('host');
    const ask = (question: object) =>
      new Promise<{ closed?: boolean; outcomes?: string[] }>((resolve) => {
        host.onmessage = ({ data }: MessageEvent<object>) => resolve(data);
        host.postMessage(question);
      });
    // In a tab of its own: such a policy has no effect in a frame.
    const ready = ask({});
    globalThis.open('/test/contracts/host.html?coop', '_blank', 'popup');
    await ready;
    await ask({ open: `${puppetOrigin}/v/${token}`, trustedOrigins: [puppetOrigin] });
    await until(async () => (await ask({ look: true })).closed);
    await until(async () => (await visits(token)).ran.length > 0);
    expect((await ask({ look: true })).outcomes).to.deep.equal([]);
    host.postMessage({ close: true });
    host.close();
  });

  it('does not close Veriff’s page', async () => {
    const { window, url, token } = await open('popup');
    window.navigate(url);
    await until(async () => (await visits(token)).ran.length > 0);
    window.close();
    await nextFrame();
    expect(isClosed()).to.equal(false);
  });

  it('goes to Veriff from a sandboxed page', async () => {
    const { window, url, token } = await open('popup', 'allow-scripts allow-same-origin allow-popups');
    expect(window.navigate(url).ok).to.equal(true);
    await until(async () => (await visits(token)).ran.length > 0);
    expect((await visits(token)).ran).to.deep.equal([{ path: `/v/${token}`, opener: false }]);
    window.close();
  });

  for (const [what, returned] of Object.entries<(host: Host) => unknown>({
    nothing: () => null,
    // As in a WebView without support for several windows: writing to it would wipe the page.
    'the page itself': (host) => host,
    'the page around it': (host) => host.parent,
    'a window that cannot be reached': () => ({
      get document() {
        throw new DOMException('Blocked', 'SecurityError');
      },
      close: () => undefined,
    }),
  }))
    it(`is blocked if window.open returns ${what}, and the page stays as it is`, async () => {
      const { host, window, page } = await open('modal');
      window.close();
      const before = outline(page);
      host.open = () => returned(host) as Window;
      expect(host.openVeriff('popup', [puppetOrigin]).opened).to.deep.equal({
        ok: false,
        failure: { code: 'popup-blocked' },
      });
      expect(outline(page)).to.equal(before);
    });

  it('shows a waiting page in the person’s language', async () => {
    const { window } = await open('popup');
    const { document: page } = popups[0]!;
    expect(page.title).to.equal('Verify');
    expect(page.body.innerText).to.equal('Opening …');
    expect(page.documentElement.lang).to.equal('de');
    window.close();
  });
});

import { expect, nextFrame } from '@open-wc/testing';
import { en } from '../../src/i18n/locales/en.js';
import { HANDSHAKE_TIMEOUT_MS } from '../../src/veriff/modal.js';
import { clock, evilOrigin, puppetOrigin, Stage } from '../support/stage.js';
import { warningsDuring } from '../support/warnings.js';

interface Policy {
  allowsFeature(feature: string): boolean;
}

/** Lets the page's Permissions-Policy allow the camera to these origins only, as far as a probe can see it. */
function allowCamera(...allowed: string[]): void {
  const own = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, 'featurePolicy');
  const featurePolicy: PropertyDescriptor & ThisType<HTMLIFrameElement> = {
    configurable: true,
    get(): Policy {
      return { allowsFeature: () => allowed.includes(new URL(this.src).origin) };
    },
  };
  Object.defineProperty(HTMLIFrameElement.prototype, 'featurePolicy', featurePolicy);
  cleanUp.push(() => {
    Reflect.deleteProperty(HTMLIFrameElement.prototype, 'featurePolicy');
    if (own) Object.defineProperty(HTMLIFrameElement.prototype, 'featurePolicy', own);
  });
}

/** Lets `window.open` return this. */
function blockPopups(): void {
  const open = window.open.bind(window);
  window.open = () => null;
  cleanUp.push(() => {
    window.open = open;
  });
}

let cleanUp: (() => void)[] = [];
afterEach(() => {
  for (const clean of cleanUp.reverse()) clean();
  cleanUp = [];
});

const errors = (stage: Stage) => stage.events('error').map(({ detail }) => detail);

async function pressStart(veriffOrigins: string): Promise<Stage> {
  const stage = await Stage.open('approve', ({ step }) => {
    step.veriffOrigins = veriffOrigins;
  });
  await stage.state('ready');
  stage.press('start');
  return stage;
}

describe('the page denies the camera to frames', () => {
  it('Veriff is to open in a popup, and if that is blocked too, the person and the page learn the cause', async () => {
    allowCamera();
    blockPopups();
    const stage = await pressStart(puppetOrigin);
    await stage.state('failed');
    expect(errors(stage)[0]).to.include({ code: 'camera-blocked-by-page', retryable: true });
    expect((errors(stage)[0] as { message: string }).message).to.contain('Permissions-Policy: camera=');
    expect(stage.text).to.contain(en['error-camera-blocked-by-page']);
    expect(stage.part('redirect')).not.to.equal(null);
  });

  it('the hint names the origins that the host trusts', async () => {
    allowCamera();
    blockPopups();
    const warnings = await warningsDuring(async () => {
      const stage = await pressStart('https://magic.veriff.me');
      await stage.state('failed');
      expect((errors(stage)[0] as { message: string }).message).to.contain(
        'camera=(self "https://magic.veriff.me")',
      );
    });
    expect(warnings[0]).to.contain('camera=(self "https://magic.veriff.me")');
  });

  it('a popup that the host asked for and that is blocked is just that', async () => {
    allowCamera();
    blockPopups();
    const stage = await Stage.open('approve', ({ step }) => {
      step.openIn = 'popup';
    });
    await stage.state('ready');
    stage.press('start');
    await stage.state('failed');
    expect(errors(stage)[0]).to.include({ code: 'popup-blocked' });
  });

  it('but not if it allows it to one of the hosts that Veriff is known to use', async () => {
    allowCamera('https://saas.veriff.com');
    const stage = await pressStart(`https://*.veriff.com ${puppetOrigin}`);
    await stage.greeted();
    expect(stage.dialog.open).to.equal(true);
  });

  it('a host that is trusted by a wildcard and not known is not judged', async () => {
    allowCamera();
    blockPopups();
    const stage = await pressStart('https://*.kyc.bank.example');
    await stage.state('failed');
    // The dialog opened; what failed is that the sandbox's session is on another host.
    expect(errors(stage)[0]).to.include({
      code: 'untrusted-session-url',
      message: `The session URL’s origin, ${puppetOrigin}, is not listed in veriff-origins.`,
    });
  });

  it('a real policy of the page is noticed', async function () {
    const frame = document.createElement('iframe');
    frame.allow = "camera 'none'";
    frame.src = '/test/contracts/host.html';
    document.body.append(frame);
    cleanUp.push(() => frame.remove());
    await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    const inner = frame.contentDocument as Document;
    const probe = inner.createElement('iframe') as HTMLIFrameElement & { featurePolicy?: Policy };
    // Chromium alone has it: https://developer.mozilla.org/en-US/docs/Web/API/HTMLIFrameElement/featurePolicy
    if (!probe.featurePolicy) return this.skip();
    const { isCameraDenied } = frame.contentWindow as Window & { isCameraDenied?: (o: string[]) => boolean };
    expect(isCameraDenied?.([puppetOrigin])).to.equal(true);
    const { isCameraDenied: here } = await import('../../src/veriff/preflight.js');
    expect(here([puppetOrigin])).to.equal(false);
  });

  it('a wildcard for hosts that are not known leaves it open, also beside hosts that are denied', async () => {
    const { isCameraDenied } = await import('../../src/veriff/preflight.js');
    allowCamera();
    expect(isCameraDenied(['https://*.veriff.me'])).to.equal(true);
    expect(isCameraDenied(['https://*.veriff.me', 'https://*.kyc.bank.example'])).to.equal(false);
  });
});

describe('Veriff’s frame goes to an origin that is not trusted', () => {
  it('the developer learns which one, once, and so does the host if Veriff stays silent', async () => {
    const warnings = await warningsDuring(async () => {
      const stage = await Stage.open();
      await stage.start();
      stage.frame?.contentWindow?.postMessage({ go: `${evilOrigin}/v/1` }, puppetOrigin);
      await new Promise<void>((resolve) => {
        const onMessage = ({ origin }: MessageEvent) => {
          if (origin !== evilOrigin) return;
          removeEventListener('message', onMessage);
          resolve();
        };
        addEventListener('message', onMessage);
      });
    });
    expect(warnings).to.deep.equal([
      `<baanx-kyc-step> Refused messages from ${evilOrigin}. It is not listed in veriff-origins.`,
    ]);
  });

  it('and the host learns it too where Veriff stays silent', async () => {
    const stage = await Stage.open('approve', (stage) => {
      stage.answer = ({ method }) =>
        method === 'POST' ? Response.json({ sessionUrl: `${puppetOrigin}/silent` }) : undefined;
    });
    await stage.state('ready');
    stage.press('start');
    await stage.state('verifying');
    let isRefused = false;
    const onMessage = ({ origin }: MessageEvent) => {
      isRefused ||= origin === evilOrigin;
    };
    addEventListener('message', onMessage);
    // No time passes: the silence is not reported before. A message is lost until the page has loaded.
    const release = clock.hold();
    while (!isRefused) {
      stage.frame?.contentWindow?.postMessage({ go: `${evilOrigin}/v/1` }, '*');
      await nextFrame();
    }
    removeEventListener('message', onMessage);
    release();
    clock.tick(HANDSHAKE_TIMEOUT_MS);
    await stage.until(() => errors(stage).length > 0);
    expect(errors(stage)[0]).to.include({
      code: 'veriff-unreachable',
      message: `Refused messages from ${evilOrigin}. It is not listed in veriff-origins.`,
    });
  });
});

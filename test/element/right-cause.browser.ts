import { expect } from '@open-wc/testing';
import { en } from '../../src/i18n/locales/en.js';
import { evilOrigin, puppetOrigin, Stage } from '../support/stage.js';
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
    expect(errors(stage)[0]).to.include({ code: 'untrusted-session-url' });
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
      `<baanx-kyc-step> Refused messages from ${evilOrigin}. Is it one of veriff-origins?`,
    ]);
  });
});

import { failed } from '../baanx/result.js';
import { VERIFF_ORIGINS } from '../baanx/trusted-origin.js';
import type { BaanxFlow } from '../baanx/wire.js';
import type { Attention } from '../flow/ports.js';
import type { OpenIn } from '../flow/snapshot.js';
import { sandboxOrigins } from '../veriff/sandbox-origin.js';
import type { SessionPolicy } from '../veriff/window.js';
import type { MemoryStorage } from './attempt-memory.js';
import { createAttention } from './create-attention.js';
import type { MakeLink } from './handoff.js';
import { POLL_INTERVAL_MS, POLL_TIMEOUT_MS, PROXY_URL } from './defaults.js';
import { PAGE } from './page.js';
import type { KycConfig, KycFlowPorts, KycIdentity } from './step-flow.js';
import { checkedPort } from './window-check.js';
import { modeOf, openWindow, type WindowPort } from './window-port.js';

/** The options of a flow. `onboardingId` and `openWindow` are required; `account` needs no ID. */
export interface KycFlowOptions {
  /**
   * The Baanx onboarding ID (opaque). Required for `registration`.
   * @default none
   */
  readonly onboardingId?: string | undefined;
  /**
   * `registration` before the user exists, `account` for a user who is signed in.
   * @default 'registration'
   */
  readonly flow?: BaanxFlow | undefined;
  /**
   * Base URL of the proxy, relative to the page or absolute. Outside a page, it must be absolute.
   * @default '/api/baanx'
   */
  readonly proxyUrl?: string | undefined;
  /**
   * Sends `x-us-env: true`, for tenants in the US.
   * @default false
   */
  readonly usEnv?: boolean | undefined;
  /**
   * Replaces `fetch`, for custom headers, authentication or tests.
   * @default the global `fetch`
   */
  readonly fetcher?: typeof fetch | undefined;
  /**
   * How Veriff is shown: one window or a list of windows. `start()` opens the first one that is available. To open a
   * specific one, call it by its mode, such as `start('redirect')`.
   */
  readonly openWindow: WindowPort | readonly WindowPort[];
  /**
   * Origins that Veriff may be on; `https://*.host` allowed.
   * @default ['https://*.veriff.me', 'https://*.veriff.com']
   */
  readonly veriffOrigins?: readonly string[] | undefined;
  /**
   * The language of Veriff's page (ISO 639-1).
   * @default Veriff selects it
   */
  readonly language?: string | undefined;
  /**
   * Time between two status requests, in ms; at least 100.
   * @default 5000
   */
  readonly pollInterval?: number | undefined;
  /**
   * How long to keep that interval after documents were submitted, in ms; at least 1000.
   * @default 300000
   */
  readonly pollTimeout?: number | undefined;
  /**
   * Creates the link to continue on another device, after `start('handoff')`.
   * @default none
   */
  readonly handoff?: MakeLink | undefined;
  /**
   * The origins that these links may be on.
   * @default the page's own
   */
  readonly handoffOrigins?: readonly string[] | undefined;
  /**
   * Listens for status changes through the proxy while the person waits for a verdict.
   * @default false
   */
  readonly push?: boolean | undefined;
  /**
   * Whether the person can see the page or app.
   * @default the page's visibility; without a page, always visible
   */
  readonly attention?: Attention | undefined;
  /**
   * Remembers that documents were submitted, without any secret.
   * @default `sessionStorage`; where there is none, nothing is remembered
   */
  readonly memory?: MemoryStorage | undefined;
  /**
   * Reloads the page, which Veriff can request.
   * @default `location.reload()`
   */
  readonly reloadPage?: (() => void) | undefined;
  /**
   * Reports a programming error, ours or the host's.
   * @default the browser's `reportError`; without one, `console.error`
   */
  readonly reportError?: ((error: unknown) => void) | undefined;
}

const hasPage = typeof document !== 'undefined';

/** Without a page. */
const NO_PAGE: typeof PAGE = {
  attention: createAttention(),
  reloadPage: () => undefined,
  reportError: (error) => console.error(error),
};

/** Whether it is known who the flow is for. */
export const isIdentified = ({ flow, onboardingId }: KycFlowOptions): boolean =>
  flow === 'account' || !!onboardingId;

const windowsOf = ({ openWindow }: KycFlowOptions): readonly WindowPort[] =>
  ([] as readonly WindowPort[]).concat(openWindow);

/** Who the flow is for. */
export const identityIn = (options: KycFlowOptions): KycIdentity => {
  const { flow = 'registration', onboardingId = '', proxyUrl = PROXY_URL, usEnv = false } = options;
  return { flow, onboardingId: flow === 'account' ? '' : onboardingId, proxyUrl, usEnv };
};

const policyOf = ({ veriffOrigins = VERIFF_ORIGINS, language = '' }: KycFlowOptions): SessionPolicy => ({
  trustedOrigins: [...veriffOrigins, ...sandboxOrigins()],
  language,
});

/** The mode that `start()` opens by default. */
export const modeIn = (options: KycFlowOptions): OpenIn => modeOf(windowsOf(options), policyOf(options));

/** What the flow needs from the outside. The options are read each time they are used, so that they may change. */
export function portsIn(options: () => KycFlowOptions): KycFlowPorts {
  const page = hasPage ? PAGE : NO_PAGE;
  const attention = () => options().attention ?? page.attention;
  const reportError = (error: unknown) => (options().reportError ?? page.reportError)(error);
  return {
    attention: {
      get hidden() {
        return attention().hidden;
      },
      get offline() {
        return attention().offline;
      },
      waitForReturn: (...request) => attention().waitForReturn(...request),
      onLeave: (...request) => attention().onLeave(...request),
    },
    reportError,
    reloadPage: () => (options().reloadPage ?? page.reloadPage)(),
    openVeriff(openIn, report) {
      const port = windowsOf(options()).find((port) => port.openIn === openIn);
      if (!port) return failed({ code: 'misconfigured', hint: `openWindow has no window for "${openIn}".` });
      return openWindow(checkedPort(port, reportError), policyOf(options()), report);
    },
    memory: () => options().memory ?? sessionStorage,
    config: (): KycConfig => {
      const { fetcher, pollInterval, pollTimeout, push = false, handoff, handoffOrigins } = options();
      return {
        handoff: handoff && {
          makeLink: handoff,
          origins: () => handoffOrigins ?? (hasPage ? [location.origin] : []),
        },
        fetcher: fetcher ?? fetch.bind(globalThis),
        pollInterval: pollInterval ?? POLL_INTERVAL_MS,
        pollTimeout: pollTimeout ?? POLL_TIMEOUT_MS,
        push,
      };
    },
  };
}

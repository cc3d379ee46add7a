import type { Fetch } from './requests.js';

/** Where Veriff is shown, as in the element's attribute `open-in`. */
export type OpenIn = 'modal' | 'popup' | 'redirect';

/** A published version of the element. */
export interface PublishedBuild {
  /** The version of the package. */
  readonly version: string;
  /**
   * The types of the element's attributes by their names, as in `custom-elements.json`: `boolean`, or `'modal' | 'popup'`.
   * @default the attributes are not checked
   */
  readonly attributes?: Readonly<Record<string, string>> | undefined;
  /** Integrity hashes by file name, as in `dist/sri.json`. */
  readonly integrity: Readonly<Record<string, string>>;
}

/** What the doctor checks, and what it may do. */
export interface DoctorOptions {
  /** The page that holds the step. */
  readonly url: string;
  /**
   * The proxy's URL, relative to the page or absolute.
   * @default the tag's `proxy-url`, else `/api/baanx`
   */
  readonly proxyUrl?: string | undefined;
  /**
   * Where the page shows Veriff.
   * @default the tag's `open-in`, else `modal`
   */
  readonly openIn?: OpenIn | undefined;
  /**
   * Origins that Veriff may be on.
   * @default the tag's `veriff-origins`, else the element's default
   */
  readonly veriffOrigins?: readonly string[] | undefined;
  /**
   * An onboarding whose status is requested.
   * @default the tag's `onboarding-id`, else one that does not exist
   */
  readonly onboardingId?: string | undefined;
  /**
   * Whether the proxy must refuse a request without the person's session. If not, a status that is returned without one
   * is still a finding, unless the proxy is on this machine.
   * @default false
   */
  readonly expectAuthorize?: boolean | undefined;
  /**
   * Whether anyone who knows an onboarding ID may use the proxy. If so, that is not a finding.
   * @default false
   */
  readonly allowAnyone?: boolean | undefined;
  /**
   * Whether to create a Veriff session for `onboardingId`, which sets its status to PENDING.
   * @default false
   */
  readonly createSession?: boolean | undefined;
  /**
   * Whether the page uses `push`.
   * @default what the tag says
   */
  readonly push?: boolean | undefined;
  /**
   * The page that shows this page in a frame, if one does.
   * @default none
   */
  readonly framedBy?: string | undefined;
  /**
   * Your webhook's URL.
   * @default the webhook is not checked
   */
  readonly webhookUrl?: string | undefined;
  /**
   * The webhook's key (`whk_…`), with which the stale request is signed correctly. Never printed.
   * @default none
   */
  readonly webhookKey?: string | undefined;
  /**
   * Headers of a signed-in person, such as `cookie`, sent to the page and to the proxy only. Never printed.
   * @default none
   */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /**
   * Time limit for a request, in ms. The default is also the element's.
   * @default 10000
   */
  readonly timeout?: number | undefined;
  /**
   * IDs of checks to leave out.
   * @default none
   */
  readonly skip?: readonly string[] | undefined;
  /**
   * The version that the page's script is compared with.
   * @default it is not compared
   */
  readonly build?: PublishedBuild | undefined;
  /**
   * If set, the page is opened in Chromium.
   * @default no browser is opened
   */
  readonly browser?: BrowserOptions | undefined;
  /**
   * Sends the requests. It must decode the bodies, as `fetch` does.
   * @default the global `fetch`
   */
  readonly fetch?: Fetch | undefined;
}

/** How the doctor starts a browser. */
export interface BrowserOptions {
  /**
   * Path of Chromium, Chrome or Edge.
   * @default an installed Chrome or Edge
   */
  readonly executablePath?: string | undefined;
  /**
   * Whether it accepts any certificate. On this machine it always does.
   * @default false
   */
  readonly acceptsAnyCertificate?: boolean | undefined;
  /**
   * Time limit for everything that the browser does, in ms. One step, such as loading the page, may take 10 s, or half of it
   * if that is less.
   * @default 60000
   */
  readonly timeout?: number | undefined;
  /**
   * Command-line flags for the browser.
   * @default none
   */
  readonly args?: readonly string[] | undefined;
}

import type { Fetch } from './requests.js';

/** Where Veriff is shown, as in the element's attribute `open-in`. */
export type OpenIn = 'modal' | 'popup' | 'redirect';

/** A published version of the script-tag files. */
export interface PublishedBuild {
  readonly version: string;
  /** Integrity hashes by file name, as in `dist/sri.json`. */
  readonly integrity: Readonly<Record<string, string>>;
}

/** What the doctor looks at, and what it may do. */
export interface DoctorOptions {
  /** The page that holds the step. */
  readonly url: string;
  /** The proxy's URL, relative to the page or absolute. Default: the tag's `proxy-url`, else `/api/baanx`. */
  readonly proxyUrl?: string | undefined;
  /** Default: the tag's `open-in`, else `modal`. */
  readonly openIn?: OpenIn | undefined;
  /** Default: the tag's `veriff-origins`, else the element's default. */
  readonly veriffOrigins?: readonly string[] | undefined;
  /** An onboarding whose status is requested. Default: the tag's `onboarding-id`, else one that does not exist. */
  readonly onboardingId?: string | undefined;
  /**
   * Whether the proxy must refuse a request without the person's session. Default: no, but a status that it sends
   * without one is a finding, unless the proxy is on this machine.
   */
  readonly expectAuthorize?: boolean | undefined;
  /** Whether the proxy may let in anyone who knows an onboarding ID: then that is no finding. Default: no. */
  readonly allowAnyone?: boolean | undefined;
  /** Whether to create a Veriff session for `onboardingId`, which sets its status to PENDING. Default: no. */
  readonly createSession?: boolean | undefined;
  /** Whether the step uses `push`. Default: what the tag says. */
  readonly push?: boolean | undefined;
  /** The page that shows this page in a frame, if one does. */
  readonly framedBy?: string | undefined;
  /** Your webhook's URL. Default: not checked. */
  readonly webhookUrl?: string | undefined;
  /** The webhook's key (`whk_…`): then the stale request is signed correctly. Never printed. */
  readonly webhookKey?: string | undefined;
  /** Headers of a signed-in person, such as `cookie`, sent to the page and to the proxy only. Never printed. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Ms for a request. Default: 10,000, after which the element gives up too. */
  readonly timeout?: number | undefined;
  /** Ids of checks to leave out. */
  readonly skip?: readonly string[] | undefined;
  /** The version that the page's script is compared with. Default: not compared. */
  readonly build?: PublishedBuild | undefined;
  /** Opens the page in Chromium, if given. */
  readonly browser?: BrowserOptions | undefined;
  /** Sends the requests. Default: `fetch`. */
  readonly fetch?: Fetch | undefined;
}

export interface BrowserOptions {
  /** Path of Chromium, Chrome or Edge. Default: an installed Chrome or Edge. */
  readonly executablePath?: string | undefined;
  /** Whether it accepts any certificate. On this machine it does anyway. Default: no. */
  readonly acceptsAnyCertificate?: boolean | undefined;
  /** Flags for it. */
  readonly args?: readonly string[] | undefined;
}

import { VERIFF_ORIGINS } from '../baanx/trusted-origin.js';
import { EVENTS_ROUTE, ROUTES, type BaanxFlow } from '../baanx/wire.js';
import type { Attributes } from './html.js';
import type { DoctorOptions, OpenIn } from './options.js';
import { isHttp } from './requests.js';

/** The step's settings: from the options, else from the tag, else the defaults. */
export interface StepSettings {
  readonly flow: BaanxFlow;
  readonly openIn: OpenIn;
  /** Origins that Veriff may be on; `https://*.host` allowed. */
  readonly veriffOrigins: readonly string[];
  readonly proxyUrl: URL;
  /** Where the proxy's URL comes from. */
  readonly proxyUrlFrom: 'option' | 'attribute' | 'default';
  readonly hasPush: boolean;
  readonly isUsEnv: boolean;
  readonly onboardingId: string | undefined;
}

const DEFAULT_PROXY_URL = '/api/baanx';

/** The longest `proxy-url` that is used, in characters. Servers refuse longer URLs. */
export const MAX_PROXY_URL_LENGTH = 2_048;

/** Whether a browser can send requests below the URL. It sends none to a URL with a password. */
export function isProxyUrl(value: string, baseUrl: URL): boolean {
  if (value.length > MAX_PROXY_URL_LENGTH || !URL.canParse(value, baseUrl.href)) return false;
  const url = new URL(value, baseUrl);
  return isHttp(url) && url.username + url.password === '';
}

/** Reads the settings from the tag. `baseUrl` resolves a relative proxy URL. */
export function stepSettings(
  tag: Attributes | undefined,
  options: DoctorOptions,
  baseUrl: URL,
): StepSettings {
  const attribute = tag?.get('proxy-url');
  const isUsable = attribute !== undefined && isProxyUrl(attribute, baseUrl);
  const proxyUrl = options.proxyUrl ?? (isUsable ? attribute : DEFAULT_PROXY_URL);
  return {
    flow: tag?.get('flow') === 'account' ? 'account' : 'registration',
    openIn: options.openIn ?? openInOf(tag?.get('open-in')),
    veriffOrigins:
      options.veriffOrigins ?? tag?.get('veriff-origins')?.split(/\s+/).filter(Boolean) ?? VERIFF_ORIGINS,
    proxyUrl: withoutTrailingSlashes(new URL(proxyUrl, baseUrl)),
    proxyUrlFrom: options.proxyUrl !== undefined ? 'option' : isUsable ? 'attribute' : 'default',
    hasPush: options.push ?? tag?.has('push') ?? false,
    isUsEnv: tag?.has('us-env') ?? false,
    onboardingId:
      options.onboardingId ?? (tag?.get('onboarding-id') || tag?.get('applicant-id') || undefined),
  };
}

function withoutTrailingSlashes(url: URL): URL {
  let end = url.pathname.length;
  while (url.pathname[end - 1] === '/') end -= 1;
  url.pathname = url.pathname.slice(0, end);
  return url;
}

const openInOf = (value: string | undefined): OpenIn =>
  value === 'popup' || value === 'redirect' ? value : 'modal';

/** The URL of a path below the proxy's URL. */
export const belowProxy = ({ proxyUrl }: StepSettings, path: string): URL =>
  new URL(proxyUrl.pathname.replace(/\/$/, '') + path, proxyUrl);

/** The URLs of the element's requests, without their queries. */
export function requestUrls(step: StepSettings): string[] {
  const { status, session } = ROUTES[step.flow];
  const paths = [status.path, session.path, ...(step.hasPush ? [EVENTS_ROUTE.path] : [])];
  return paths.map((path) => belowProxy(step, path).href);
}

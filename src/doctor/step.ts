import { VERIFF_ORIGINS } from '../baanx/trusted-origin.js';
import type { BaanxFlow } from '../baanx/wire.js';
import type { Attributes } from './html.js';
import type { DoctorOptions, OpenIn } from './options.js';

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

/** Reads the settings from the tag. `baseUrl` resolves a relative proxy URL. */
export function stepSettings(
  tag: Attributes | undefined,
  options: DoctorOptions,
  baseUrl: URL,
): StepSettings {
  const attribute = tag?.get('proxy-url');
  const proxyUrl = options.proxyUrl ?? attribute ?? '/api/baanx';
  return {
    flow: tag?.get('flow') === 'account' ? 'account' : 'registration',
    openIn: options.openIn ?? openInOf(tag?.get('open-in')),
    veriffOrigins:
      options.veriffOrigins ?? tag?.get('veriff-origins')?.split(/\s+/).filter(Boolean) ?? VERIFF_ORIGINS,
    proxyUrl: new URL(proxyUrl.replace(/\/+$/, ''), baseUrl),
    proxyUrlFrom:
      options.proxyUrl !== undefined ? 'option' : attribute !== undefined ? 'attribute' : 'default',
    hasPush: options.push ?? tag?.has('push') ?? false,
    isUsEnv: tag?.has('us-env') ?? false,
    onboardingId:
      options.onboardingId ?? (tag?.get('onboarding-id') || tag?.get('applicant-id') || undefined),
  };
}

const openInOf = (value: string | undefined): OpenIn =>
  value === 'popup' || value === 'redirect' ? value : 'modal';

/** The URL of a path below the proxy's URL. */
export const belowProxy = ({ proxyUrl }: StepSettings, path: string): URL =>
  new URL(proxyUrl.pathname.replace(/\/$/, '') + path, proxyUrl);

import { failureFor } from '../baanx/response-failure.js';
import { failed, success, type ErrorCode, type Result } from '../baanx/result.js';
import { asVerificationState, fieldOf, ROUTES, type VerificationState } from '../baanx/wire.js';
import { Refusal, type RefusalReason } from '../proxy/refusal.js';
import { aBoolean, aNumber, checkOptions, optional } from '../proxy/option-check.js';
import { BAANX_OPTION_RULES, readBaanxOptions, requestBaanx, type BaanxOptions } from '../proxy/upstream.js';

/** How the client reaches Baanx. Only `clientKey` is required. */
export interface BaanxClientOptions extends BaanxOptions {
  /**
   * Sends `x-us-env: true`, for tenants in the US.
   * @default false
   */
  readonly usEnv?: boolean;
  /**
   * Time limit for a status check, in ms, including a retry after a connection failure.
   * @default 10000
   */
  readonly timeout?: number;
}

/**
 * The person whose verification it is, identified by the onboarding ID during registration and by the access token
 * afterwards.
 */
export type Person = { readonly onboardingId: string } | { readonly accessToken: string };

/** A client for Baanx's API, for your server. */
export interface BaanxClient {
  /**
   * Reads the status from Baanx. Never rejects: a failure has a code, as in the element's `error` event. At `VERIFIED`, let
   * the person continue. At `REJECTED`, you decide whether they may finish the registration. `undefined` means that Baanx
   * sent no state or an undocumented one. Treat it as undecided.
   */
  verificationState(person: Person, signal?: AbortSignal): Promise<Result<VerificationState | undefined>>;
}

/** The codes for failures between this server and Baanx. Any other refusal is Baanx's own response. */
const CODES: Partial<Record<RefusalReason, ErrorCode>> = {
  'baanx-timeout': 'timeout',
  'baanx-unreachable': 'network',
  'client-gone': 'network',
  'baanx-redirect': 'bad-response',
  'baanx-unknown-status': 'bad-response',
  'baanx-response-too-large': 'bad-response',
  'baanx-response-not-json': 'bad-response',
};

const MAX_TIMEOUT_MS = 600_000;

/** Visible ASCII, which a query and a header can contain. */
const OPAQUE = /^[\x21-\x7e]+$/;

/**
 * Creates a client of Baanx's API with the proxy's timeouts and retries.
 * @throws TypeError if an option is wrong
 */
export function createBaanxClient(options: BaanxClientOptions): BaanxClient {
  checkOptions('createBaanxClient', options, {
    ...BAANX_OPTION_RULES,
    usEnv: optional(aBoolean),
    timeout: optional(aNumber(MAX_TIMEOUT_MS, 'ms')),
  });
  const settings = readBaanxOptions(options);
  const { usEnv = false, timeout = 10_000 } = options;
  return {
    async verificationState(person, signal) {
      const { onboardingId, accessToken } = { onboardingId: undefined, accessToken: undefined, ...person };
      // A host's session may have neither: untyped callers pass undefined.
      if (!OPAQUE.test(onboardingId ?? accessToken ?? '')) {
        return failed({ code: accessToken === undefined ? 'onboarding-invalid' : 'not-authenticated' });
      }
      const deadline = AbortSignal.timeout(timeout);
      try {
        const record = await requestBaanx(settings, {
          route: ROUTES[onboardingId === undefined ? 'account' : 'registration'].status,
          isRepeatable: true,
          onboardingId,
          accessToken: onboardingId === undefined ? accessToken : undefined,
          usEnv,
          signal: signal ? AbortSignal.any([signal, deadline]) : deadline,
        });
        return success(asVerificationState(fieldOf(record, 'verificationState')));
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        const code = CODES[error.reason];
        if (code) return failed({ code });
        const { status, body, headers } = error;
        const response = { status, headers: new Headers(headers) };
        return failed(failureFor(response, body, { onboardingId: onboardingId ?? '', usEnv }));
      }
    },
  };
}

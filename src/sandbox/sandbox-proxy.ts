import {
  anyoneWithTheOnboardingId,
  createKycProxy,
  type FetchHandler,
  type KycProxyOptions,
} from '../proxy/handler.js';

/** The proxy's options that a sandbox leaves open: `basePath`, `log` … */
export type SandboxProxyOptions = Partial<
  Omit<KycProxyOptions, 'clientKey' | 'baseUrl' | 'veriffOrigins' | 'fetch'>
>;

/**
 * Creates the real proxy in front of a simulated Baanx. In the account flow it passes on the page's own bearer token
 * unless `accessToken` is set, so that the token can request a scenario.
 */
export function createSandboxProxy(
  sandbox: { readonly baanx: (request: Request) => Promise<Response> },
  veriffOrigin: string,
  options: SandboxProxyOptions = {},
): FetchHandler {
  return createKycProxy({
    authorize: anyoneWithTheOnboardingId,
    passAuthorization: options.accessToken === undefined,
    ...options,
    clientKey: 'sandbox',
    veriffOrigins: [veriffOrigin],
    fetch: (input, init) => sandbox.baanx(new Request(input, init)),
  });
}

import { digest } from './digest.js';
import type { RouteName } from './routes.js';

/** One record a request. Nothing in it names a person, opens a session or lets anybody in. */
export interface KycProxyRecord {
  /** Undefined where the path is none of the proxy's. */
  readonly route: RouteName | undefined;
  /** `OTHER` stands for every method that the proxy has no use for. */
  readonly method: 'GET' | 'POST' | 'OPTIONS' | 'OTHER';
  /** The status that the browser got. */
  readonly status: number;
  /** From the request's arrival to its answer, in whole ms. */
  readonly durationMs: number;
  /** 12 hex digits that stand for the onboarding id while this process lives; undefined where there was none. */
  readonly onboarding: string | undefined;
  /** Which option of the host's threw an error, where one did: the reason of a 500. Its text is not told. */
  readonly threw: HookName | undefined;
}

/** The options that ask the host. */
export type HookName = 'authorize' | 'accessToken';

const METHODS = ['GET', 'POST', 'OPTIONS'] as const;

/** What the handler knows once it has answered. */
export interface Visit {
  route?: RouteName;
  onboardingId?: string;
  threw?: HookName;
}

/** Makes the function that turns a visit into a record. The salt is new each time: records of two runs can't be joined. */
export function createRecorder(
  log: (record: KycProxyRecord) => unknown,
): (visit: Visit, asked: string, status: number, durationMs: number) => Promise<void> {
  // Made at the first need: on a Workers runtime there is no chance to be had while a module loads.
  let salt: string | undefined;
  return async ({ route, onboardingId, threw }, asked, status, durationMs) => {
    const method = METHODS.find((known) => known === asked) ?? 'OTHER';
    const onboarding =
      onboardingId === undefined ? undefined : await digest((salt ??= crypto.randomUUID()), onboardingId, 6);
    // A logger's fault, thrown or rejected, is not the person's.
    void (async () =>
      log({ route, method, status, durationMs: Math.round(durationMs), onboarding, threw }))().catch(
      () => undefined,
    );
  };
}

import type { RefusalReason } from './refusal.js';
import type { RouteName } from './routes.js';

/** One record for each request. Nothing in it names a person, opens a session or grants access. */
export interface KycProxyRecord {
  /** The response's `x-request-id`, which the person sees as a reference. */
  readonly requestId: string;
  /** Undefined if the path is not one of the proxy's. */
  readonly route: RouteName | undefined;
  /** `OTHER` stands for every method that the proxy does not use. */
  readonly method: 'GET' | 'POST' | 'OPTIONS' | 'OTHER';
  /** The status that the browser received. */
  readonly status: number;
  /** Why the request did not succeed; undefined if it did. */
  readonly reason: RefusalReason | undefined;
  /** From the request's arrival to its answer, in whole ms. */
  readonly durationMs: number;
  /** 12 hex digits that stand for the onboarding ID; undefined if the request had none. */
  readonly onboarding: string | undefined;
  /** The request's `traceparent`, which Baanx received as well. */
  readonly traceparent: string | undefined;
  /** A fault of the setup, on the first request that shows it. */
  readonly warning: 'address-header-unreadable' | undefined;
}

const METHODS = ['GET', 'POST', 'OPTIONS'] as const;

/** The method as the log may hold it: whatever the client wrote does not get there. */
export const loggedMethod = (method: string): KycProxyRecord['method'] =>
  METHODS.find((known) => known === method) ?? 'OTHER';

/** Calls a function of the host's whose failure is not the person's: it is printed instead. */
export async function callObserver(name: string, observe: () => unknown): Promise<void> {
  try {
    await observe();
  } catch (error) {
    console.error(`createKycProxy: ${name} threw an error`, error);
  }
}

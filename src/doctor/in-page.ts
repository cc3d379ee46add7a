/**
 * The functions that the doctor runs inside the page. The browser receives their source, so they cannot use anything
 * else in this module.
 */
import type { OpenIn } from './options.js';
import type { Violation } from './browser-run.js';

/** The part of the element that the doctor uses. */
export interface StepElement {
  readonly state?: string;
  readonly openIn?: OpenIn;
  readonly veriffOrigins?: string;
  start?(): void;
  matches(selector: string): boolean;
}

/** The page's globals that these functions use. */
interface PageGlobals {
  readonly baanxKycDoctorViolation: (violation: Violation) => void;
  readonly document: {
    addEventListener(type: string, listener: (event: PolicyViolation) => void): void;
    /** Only in Chromium. */
    readonly featurePolicy?: { allowsFeature(name: string): boolean };
  };
}

interface PolicyViolation {
  readonly effectiveDirective: string;
  readonly blockedURI: string;
  readonly disposition: string;
  /** For Trusted Types: the name of the refused policy, or `Element innerHTML|` and the beginning of the value. */
  readonly sample: string;
}

/** Calls `baanxKycDoctorViolation` for each violation of the page's policy. */
export function reportViolations(): void {
  const { document, baanxKycDoctorViolation } = globalThis as unknown as PageGlobals;
  document.addEventListener('securitypolicyviolation', (event) => {
    const { effectiveDirective, blockedURI, disposition, sample } = event;
    // The URL may contain an ID, and so may the value that follows the name of a sink.
    let blocked = URL.canParse(blockedURI) ? new URL(blockedURI).origin : blockedURI;
    if (blockedURI === 'trusted-types-policy') blocked = sample;
    if (blockedURI === 'trusted-types-sink') blocked = `(${sample.split('|')[0]})`;
    baanxKycDoctorViolation({
      text: `${effectiveDirective} ${blocked}`,
      isEnforced: disposition === 'enforce',
    });
  });
}

/** What the doctor needs to know of a step. */
export function describeStep(step: StepElement) {
  return {
    isDefined: step.matches(':defined'),
    state: step.state ?? 'unknown',
    openIn: step.openIn ?? 'modal',
    veriffOrigins: step.veriffOrigins,
  };
}

/** Starts the verification. */
export function startStep(step: StepElement): void {
  step.start?.();
}

/** Whether the step's state is `failed`. */
export function hasFailed(step: StepElement): boolean {
  return step.state === 'failed';
}

/** Which features the page allows in the current frame, which is Veriff's. */
export function allowedFeatures(): Record<string, boolean> {
  const { featurePolicy } = (globalThis as unknown as PageGlobals).document;
  return Object.fromEntries(
    ['camera', 'microphone'].map((feature) => [feature, featurePolicy?.allowsFeature(feature) !== false]),
  );
}

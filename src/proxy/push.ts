/** Where the streams of `GET …/v1/events` come from. `createPushHub` in `baanx-kyc-step/server` makes one. */
export interface PushSource {
  /**
   * Opens an event stream (`text/event-stream`) that says when to check an onboarding's status, and nothing else.
   * @returns undefined if too many streams are open
   */
  open(onboardingId: string): Promise<ReadableStream<Uint8Array> | undefined>;
}

/** `baanx-kyc-step/doctor`: the checks of `baanx-kyc-doctor` as a library. */
export type { CheckResult, Part } from './check.js';
export type { Outcome } from './outcome.js';
export { diagnose, type Report } from './diagnose.js';
export { checkHeaders, parseHeaders, type HeaderOptions } from './header-checks.js';
export type { BrowserOptions, DoctorOptions, PublishedBuild } from './options.js';
export type { Fetch, SentRequest } from './requests.js';
export { formatReport, type FormatOptions } from './report.js';

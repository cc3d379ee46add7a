import { diagnose, type CheckResult, type DoctorOptions, type Report } from '../../../src/doctor/index.js';
import { createSite, EVERYTHING, fetchFrom, type Fault } from './site.js';

/** Runs every check that needs no browser over a site with a fault. */
export const diagnoseSite = (fault: Fault, options: Partial<DoctorOptions> = {}): Promise<Report> =>
  diagnose({ ...EVERYTHING, ...options, fetch: fetchFrom(createSite(fault)) });

export const findingsOf = ({ checks }: Report) =>
  checks.flatMap((check) => (check.status === 'failed' ? [check] : []));

export const outcomeOf = ({ checks }: Report, id: string): CheckResult | undefined =>
  checks.find((check) => check.id === id);

import { loadPackage } from '../optional-package.js';
import type { Limiter } from '../options.js';
import type { ProcessSetup } from './environment.js';

/** Creates the limiter that the environment describes. It counts in Redis if there is one. */
export async function createProcessLimiter(
  limits: NonNullable<ProcessSetup['limits']>,
  redis: object | undefined,
): Promise<Limiter> {
  const { createLimiter } = await loadPackage(
    'Rate limiting (unless LIMIT=off)',
    'rate-limiter-flexible',
    () => import('../limits.js'),
  );
  return createLimiter({ ...limits, ...(redis && { redis }) });
}

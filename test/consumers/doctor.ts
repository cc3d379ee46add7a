import { diagnose, type Fetch } from '../../src/doctor/index.js';
import { ownBuild } from '../../src/doctor/published-build.js';

/** The checks that fail for a page and its proxy. */
export async function findingsIn(url: string, fetch?: Fetch): Promise<string[]> {
  const { checks } = await diagnose({ url, build: ownBuild(), fetch });
  return checks.flatMap(({ id, status }) => (status === 'failed' ? [id] : []));
}

/** The checks that fail for the same page and proxy if their server adds three faults. */
export const findingsWithFaults = (url: string): Promise<string[]> => findingsIn(url, withFaults);

/** The checks that find these faults. A tag that a script creates is not in the HTML. */
export async function idsOfFaults(url: string): Promise<string[]> {
  const html = await (await fetch(url)).text();
  return [...(ID_ATTRIBUTE.test(html) ? ['tag-attributes'] : []), 'csp-frame', 'proxy-no-store'];
}

const ID_ATTRIBUTE = /(<baanx-kyc-step[^>]*) (?:onboarding|applicant)-id=/;

/** A misspelled attribute in the HTML, a policy that blocks Veriff, and a proxy whose answers may be cached. */
const withFaults: Fetch = async (url, init) => {
  const response = await fetch(url, init);
  const headers = new Headers(response.headers);
  if (new URL(url).pathname.startsWith('/api/')) headers.set('cache-control', 'max-age=60');
  if (!headers.get('content-type')?.startsWith('text/html'))
    return new Response(response.body, { status: response.status, headers });
  headers.set('content-security-policy', "frame-src 'self'");
  const html = (await response.text()).replace(ID_ATTRIBUTE, '$1 onboardingid=');
  return new Response(html, { status: response.status, headers });
};

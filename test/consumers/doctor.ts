import { diagnose, type Fetch } from '../../src/doctor/index.js';
import { ownBuild } from '../../src/doctor/published-build.js';

/** What the servers of these tests leave out, although the documentation asks for it. It is no fault of the apps. */
const NOT_THE_APP: readonly string[] = [];

/** The checks that fail for a page and its proxy. */
export async function findingsIn(url: string, fetch?: Fetch): Promise<string[]> {
  const { checks } = await diagnose({ url, build: ownBuild(), fetch, skip: NOT_THE_APP });
  return checks.flatMap(({ id, status }) => (status === 'failed' ? [id] : []));
}

/** The same server with a misspelled attribute in its HTML, a policy that blocks Veriff, and a proxy whose answers may be cached. */
export const withFaults: Fetch = async (url, init) => {
  const response = await fetch(url, init);
  const headers = new Headers(response.headers);
  if (new URL(url).pathname.startsWith('/api/')) headers.set('cache-control', 'max-age=60');
  if (!headers.get('content-type')?.startsWith('text/html'))
    return new Response(response.body, { status: response.status, headers });
  headers.set('content-security-policy', "frame-src 'self'");
  const html = (await response.text()).replace(
    /(<baanx-kyc-step[^>]*) (?:onboarding|applicant)-id=/,
    '$1 onboardingid=',
  );
  return new Response(html, { status: response.status, headers });
};

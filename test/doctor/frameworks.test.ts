import helmet from 'helmet';
import { afterAll, describe, expect, it } from 'vitest';
import { checkHeaders, parseHeaders } from '../../src/doctor/index.js';
import { listen, type Listening } from '../proxy/support/upstream.js';

const URL_OF_PAGE = 'https://app.example/sign-up';
const open: Listening[] = [];
afterAll(() => Promise.all(open.map((server) => server.close())));

/** The headers of a real server with helmet and its defaults. */
async function helmetHeaders(): Promise<Headers> {
  const protect = helmet();
  const server = await listen((req, res) => protect(req, res, () => res.end('<h1>Sign up</h1>')));
  open.push(server);
  return (await fetch(server.origin)).headers;
}

/** The headers that Next's documentation shows in `next.config.js`, and the policy of its guide on CSP. */
const NEXT = `HTTP/1.1 200 OK
X-Powered-By: Next.js
X-DNS-Prefetch-Control: on
Strict-Transport-Security: max-age=63072000; includeSubDomains; preload
X-Frame-Options: SAMEORIGIN
Permissions-Policy: camera=(), microphone=(), geolocation=(), browsing-topics=()
X-Content-Type-Options: nosniff
Referrer-Policy: origin-when-cross-origin
Content-Security-Policy: default-src 'self'; script-src 'self' 'nonce-MTIz' 'strict-dynamic'; style-src 'self' 'nonce-MTIz'; img-src 'self' blob: data:; font-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'; upgrade-insecure-requests;`;

/** The headers of DigitalOcean's configuration generator for nginx. */
const NGINX = `HTTP/2 200
server: nginx
x-xss-protection: 1; mode=block
x-content-type-options: nosniff
referrer-policy: no-referrer-when-downgrade
content-security-policy: default-src 'self' http: https: ws: wss: data: blob: 'unsafe-inline'; frame-ancestors 'self';
permissions-policy: interest-cohort=()
strict-transport-security: max-age=31536000; includeSubDomains`;

async function findings(headers: Headers, openIn?: 'popup') {
  const results = await checkHeaders(headers, { url: URL_OF_PAGE, openIn });
  return results.flatMap((result) => (result.status === 'failed' ? [result] : []));
}

describe('The headers that frameworks send by default', () => {
  it.each([
    ['helmet', helmetHeaders, ['csp-frame']],
    ['Next', async () => parseHeaders(NEXT), ['csp-frame', 'permissions-policy']],
    ['nginx', async () => parseHeaders(NGINX), []],
    ['a server without any', async () => new Headers(), ['framing']],
  ])('are checked: %s', async (_, headers, ids) => {
    expect((await findings(await headers())).map(({ id }) => id)).toEqual(ids);
  });

  it('of helmet cut a popup off', async () => {
    expect((await findings(await helmetHeaders(), 'popup')).map(({ id }) => id)).toEqual(['coop']);
  });

  it.each([
    ['helmet', helmetHeaders],
    ['Next', async () => parseHeaders(NEXT)],
  ])('have no finding once its fixes are pasted: %s', async (_, read) => {
    const headers = new Headers(await read());
    for (const { fix } of await findings(headers)) {
      const [, name = '', value = ''] = /^In ([\w-]+): (.+)$/.exec(fix) ?? [];
      const old = headers.get(name) ?? '';
      if (name === 'Content-Security-Policy') headers.set(name, `${value} ${old}`);
      else headers.set(name, `${old}, ${value}`);
    }
    expect(await findings(headers)).toEqual([]);
  });
});

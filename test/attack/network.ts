import { randomUUID } from 'node:crypto';
import type { Attack } from './attack.js';

/** Runs in a page of the attacker's site. */
async function requestAcross(url: string): Promise<number> {
  const attempts: RequestInit[] = [
    { credentials: 'include' },
    { credentials: 'include', mode: 'no-cors' },
    { credentials: 'include', headers: { 'x-requested-with': 'baanx-kyc-step' } },
  ];
  let read = 0;
  for (const init of attempts)
    await fetch(url, init).then(
      async (response) => {
        if ((await response.text()) !== '') read++;
      },
      () => undefined,
    );
  return read;
}

/** Attacks on the way between page, proxy and Baanx. */
export const NETWORK_ATTACKS: readonly Attack[] = [
  {
    name: 'An attacker replaces the proxy’s response with a session URL on their own host, sometimes a lookalike',
    goal: 'the browser requests it',
    answer:
      'Unless the URL is https, on `veriff-origins`, and without credentials, the step refuses it: `untrusted-session-url`',
    async run(lab) {
      const host = new URL(lab.evilOrigin).host;
      const trusted = new URL(lab.veriffOrigin).host;
      const urls = [
        `http://${host}/v/token`,
        `https://${host}/v/token`,
        `http://${trusted}@${host}/v/token`,
        `http://${trusted}.evil.example/v/token`,
        `${lab.veriffOrigin}@evil.example/v/token`,
        `//${host}/v/token`,
        `javascript:fetch("http://${host}/")`,
        `data:text/html,<script src="http://${host}/"></script>`,
        'https://magic.veriff.me.evil.example/v/token',
        'https://evil.example/https://magic.veriff.me/v/token',
      ];
      let accepted = 0;
      for (const sessionUrl of urls) {
        const visit = await lab.visit((page) =>
          page.route('**/v1/auth/register/verification', (route) => route.fulfill({ json: { sessionUrl } })),
        );
        const requested: string[] = [];
        visit.page.on('request', (request) => requested.push(request.url()));
        await visit.page.getByRole('button', { name: 'Start verification' }).click();
        await visit.waitForState('failed');
        if (requested.some((url) => url.includes('evil.example') || url.includes(host))) accepted++;
        await visit.close();
      }
      return { tries: urls.length, accepted };
    },
  },
  {
    name: 'A page on another site sends the element’s requests, with the person’s cookies',
    goal: 'it reads a response, or a request reaches Baanx',
    answer: '`Sec-Fetch-Site` says `cross-site`, and the cookie is `SameSite=Lax`',
    async run(lab) {
      const visit = await lab.visit();
      await visit.page.goto(lab.evilOrigin);
      const before = lab.passedOn;
      const base = `${lab.origin}/api/baanx/v1`;
      const urls = [
        `${base}/auth/register?onboardingId=${visit.id}`,
        `${base}/user`,
        `${base}/user/verification`,
      ];
      let accepted = 0;
      for (const url of urls) accepted += await visit.page.evaluate(requestAcross, url);
      await visit.page.evaluate((url) => {
        const image = new Image();
        image.src = url;
        return new Promise((resolve) => {
          image.addEventListener('error', resolve);
          image.addEventListener('load', resolve);
        });
      }, urls[2] ?? '');
      accepted += lab.passedOn - before;
      await visit.close();
      return { tries: urls.length * 3 + 1, accepted };
    },
  },
  {
    name: 'A stranger uses a leaked onboarding ID without the person’s session',
    goal: 'a request reaches Baanx',
    answer: '`authorize` ties the ID to the session',
    async run(lab) {
      const visit = await lab.visit();
      const before = lab.passedOn;
      const base = `${lab.origin}/api/baanx/v1/auth/register`;
      const { request } = await lab.browser.newContext();
      await request.get(`${base}?onboardingId=${visit.id}`);
      await request.post(`${base}/verification`, { data: { onboardingId: visit.id } });
      await visit.close();
      return { tries: 2, accepted: lab.passedOn - before };
    },
  },
  {
    name: 'A signed-in person tries other people’s onboarding IDs, some of them guessed',
    goal: 'a request reaches Baanx',
    answer: '`authorize` compares the ID with the session’s',
    async run(lab) {
      const [visit, other] = [await lab.visit(), await lab.visit()];
      const before = lab.passedOn;
      const ids = [other.id, `US_${other.id}`, ...Array.from({ length: 50 }, () => randomUUID())];
      for (const id of ids)
        await visit.page.request.get(`${lab.origin}/api/baanx/v1/auth/register?onboardingId=${id}`);
      await visit.close();
      await other.close();
      return { tries: ids.length, accepted: lab.passedOn - before };
    },
  },
  {
    name: 'A signed-in person tries Baanx’s other paths through the proxy, some of them disguised',
    goal: 'a request reaches Baanx',
    answer: 'The proxy allows only the element’s exact paths and methods, and decodes or normalizes nothing',
    async run(lab) {
      const visit = await lab.visit();
      const before = lab.passedOn;
      const paths = [
        '/v1/wallet',
        '/v1/card/details',
        '/v1/auth/register/',
        '/v1//auth/register',
        '/v1/auth%2fregister',
        '/v1/auth/register;x=1',
        '/v1/auth/register%00',
        '/v2/auth/register',
        '/v1/user/../wallet',
        '/v1/user/..%2fwallet',
      ];
      for (const path of paths)
        await visit.page.request.get(`${lab.origin}/api/baanx${path}?onboardingId=${visit.id}`);
      for (const method of ['PUT', 'DELETE', 'PATCH', 'HEAD'])
        await visit.page.request.fetch(`${lab.origin}/api/baanx/v1/auth/register?onboardingId=${visit.id}`, {
          method,
        });
      await visit.close();
      return { tries: paths.length + 4, accepted: lab.passedOn - before };
    },
  },
];

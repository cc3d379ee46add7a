import { describe, expect, it, vi } from 'vitest';
import { CHECKS } from '../../src/doctor/checks/table.js';
import { diagnose, type DoctorOptions, type Fetch } from '../../src/doctor/index.js';
import { integrityOf } from '../../src/doctor/integrity.js';
import { createPushHub } from '../../src/server/index.js';
import { diagnoseSite, findingsOf, outcomeOf } from './support/diagnose-site.js';
import {
  BUILD,
  createSite,
  EVERYTHING,
  fetchFrom,
  GOOD_HEADERS,
  GOOD_SCRIPT,
  GOOD_TAG,
  htmlOf,
  PAGE,
  SCRIPT,
  webhooks,
  type Fault,
  redirectTo,
  GOOD_CSP,
} from './support/site.js';

const html =
  (body: string, status = 200) =>
  () =>
    new Response(body, { status, headers: { 'content-type': 'text/html' } });
const json =
  (body: object, status = 200, headers: Record<string, string> = {}) =>
  () =>
    Response.json(body, { status, headers: { 'cache-control': 'no-store', ...headers } });
const never = () => new Promise<Response>(() => undefined);
const script =
  (type: string, headers: Record<string, string> = {}) =>
  () =>
    new Response(SCRIPT, { headers: { 'content-type': type, ...headers } });
const HASH = BUILD.integrity['baanx-kyc-step.js'];
const csp = (value: string): Fault => ({ moreHeaders: { 'content-security-policy': value } });
const tag = (attributes: string) => htmlOf(GOOD_SCRIPT, `<baanx-kyc-step ${attributes}></baanx-kyc-step>`);
const STATUS = '/api/baanx/v1/auth/register';
const SESSION = '/api/baanx/v1/auth/register/verification';
const EVENTS = '/api/baanx/v1/events';
const PUSH_TAG = tag('onboarding-id="approve-doctor" push');
const OUTER = 'https://outer.example/';

interface Row {
  readonly fault: string;
  /** The check that fails; the only one. */
  readonly id: string;
  readonly site?: Fault;
  readonly options?: Partial<DoctorOptions>;
  readonly seen: RegExp;
  readonly fix: RegExp;
}

/** Each fault on its own. */
const ROWS: readonly Row[] = [
  {
    fault: 'the page is gone',
    id: 'page-answers',
    site: { paths: { '/sign-up': html('', 404) } },
    seen: /^404$/,
    fix: /URL of the page/,
  },
  {
    fault: 'the page needs a login',
    id: 'page-answers',
    site: { paths: { '/sign-up': html('', 401) } },
    seen: /^401$/,
    fix: /--header "cookie/,
  },
  {
    fault: 'the page is JSON',
    id: 'page-answers',
    site: { paths: { '/sign-up': json({}) } },
    seen: /application\/json/,
    fix: /URL of the page/,
  },
  {
    fault: 'the page redirects in a circle',
    id: 'page-answers',
    site: {
      paths: { '/sign-up': () => new Response(null, { status: 302, headers: { location: '/sign-up' } }) },
    },
    seen: /more than 10 times/,
    fix: /cookie/,
  },
  {
    fault: 'the page does not answer',
    id: 'page-answers',
    site: { paths: { '/sign-up': never } },
    options: { timeout: 100 },
    seen: /no response within 0\.1 s/,
    fix: /start the server/,
  },
  {
    fault: 'https redirects to http',
    id: 'https',
    site: {
      paths: {
        '/sign-up': () =>
          new Response(null, { status: 302, headers: { location: 'http://app.example/plain' } }),
        '/plain': () =>
          new Response(htmlOf(GOOD_SCRIPT, GOOD_TAG), {
            headers: { 'content-type': 'text/html', ...GOOD_HEADERS },
          }),
      },
    },
    options: {
      expectAuthorize: false,
      proxyUrl: 'https://app.example/api/baanx',
      skip: ['proxy-origin', 'csp-connect'],
    },
    seen: /redirects to plain http/,
    fix: /https:\/\/app\.example\/plain/,
  },
  {
    fault: 'http does not redirect',
    id: 'https-redirect',
    site: { paths: { 'http://app.example/sign-up': html('<h1>Hello</h1>') } },
    seen: /http:\/\/app\.example returns 200/,
    fix: /return 301 https/,
  },
  {
    fault: 'a shared cache may keep the page',
    id: 'page-cache',
    site: { moreHeaders: { 'cache-control': 'public, max-age=600' } },
    seen: /shared cache/,
    fix: /no-store/,
  },
  ...(
    [
      ['onboardingid="approve-doctor"', /^onboardingid is not an attribute/, 'onboarding-id="…"'],
      ['onbording-id="approve-doctor"', /^onbording-id is not an attribute/, 'onboarding-id="…"'],
      ['onboarding-id="1" proxyurl="/api/baanx"', /^proxyurl is not an attribute/, 'proxy-url="…"'],
      ['onboarding-id="1" open_in="modal"', /^open_in is not an attribute/, 'open-in="…"'],
      [
        'onboarding-id="1" open-in="iframe"',
        /^open-in="iframe" is ignored/,
        'open-in="modal" or open-in="popup" or open-in="redirect"',
      ],
      ['onboarding-id="1" us-env="false"', /^us-env="false" means true/, 'Remove us-env'],
      ...[
        'http://[',
        'mailto:x',
        'https://user:s3cr3t@app.example/api/baanx',
        'javascript:alert(1)',
        '/api/baanx?key=s3cr3t',
        ' /api/baanx ',
      ].map(
        (value) =>
          [
            `onboarding-id="1" proxy-url="${value}"`,
            /^proxy-url must be an http or https URL without a password, query string, hash, or spaces$/,
            'proxy-url="/api/baanx"',
          ] as const,
      ),
    ] as const
  ).map(([attributes, seen, fix]) => ({
    fault: `the tag has ${attributes}`,
    id: 'tag-attributes',
    site: { html: tag(attributes) },
    options: { onboardingId: 'approve-doctor' },
    seen,
    fix: new RegExp(`^${fix}$`),
  })),
  {
    fault: 'the script is not there',
    id: 'script',
    site: { paths: { '/baanx-kyc-step.js': html('', 404) } },
    seen: /baanx-kyc-step\.js returns 404/,
    fix: /Copy node_modules\/baanx-kyc-step\/dist\/baanx-kyc-step\.js/,
  },
  {
    fault: 'the script is not there, under another name',
    id: 'script',
    site: { html: htmlOf('<script type="module" src="/baanx-kyc-step.min.js"></script>', GOOD_TAG) },
    seen: /baanx-kyc-step\.min\.js returns 404/,
    fix: /Copy node_modules\/baanx-kyc-step\/dist\/baanx-kyc-step\.js/,
  },
  {
    fault: 'the script has another name and is not what its integrity says',
    id: 'script-integrity',
    site: {
      html: htmlOf(
        `<script type="module" src="/kyc.js" integrity="${BUILD.integrity['baanx-kyc-step.js']}"></script>`,
        GOOD_TAG,
      ),
      paths: {
        '/kyc.js': () => new Response('changed()', { headers: { 'content-type': 'text/javascript' } }),
      },
    },
    seen: /does not match the file/,
    fix: /kyc\.js/,
  },
  {
    fault: 'the module has no type',
    id: 'script',
    site: { html: htmlOf('<script src="/baanx-kyc-step.js"></script>', GOOD_TAG) },
    seen: /no type="module"/,
    fix: /type="module"/,
  },
  {
    fault: 'the classic script has the type of a module',
    id: 'script',
    site: {
      html: htmlOf('<script type="module" src="/baanx-kyc-step.iife.js"></script>', GOOD_TAG),
      paths: {
        '/baanx-kyc-step.iife.js': () =>
          new Response('1', { headers: { 'content-type': 'text/javascript' } }),
      },
    },
    seen: /classic script/,
    fix: /^<script src="\/baanx-kyc-step\.iife\.js" defer><\/script>$/,
  },
  {
    fault: 'the script is missing',
    id: 'script',
    site: { paths: { '/baanx-kyc-step.js': html('', 404) } },
    seen: /returns 404/,
    fix: /dist\/baanx-kyc-step\.js/,
  },
  {
    fault: 'the script is HTML, as of a single-page app',
    id: 'script',
    site: { paths: { '/baanx-kyc-step.js': html(htmlOf()) } },
    seen: /returns a page \(text\/html\)/,
    fix: /^Copy node_modules\/baanx-kyc-step\/dist\/baanx-kyc-step\.js there/,
  },
  {
    fault: 'the script is plain text',
    id: 'script',
    site: {
      paths: { '/baanx-kyc-step.js': () => new Response('x', { headers: { 'content-type': 'text/plain' } }) },
    },
    seen: /served as text\/plain, which browsers do not run as a module$/,
    fix: /text\/javascript/,
  },
  ...(
    [
      ['type="text/plain" defer', /type="text\/plain", so browsers do not run it/, ' defer'],
      ['nomodule defer', /only browsers without modules/, ' defer'],
    ] as const
  ).map(([attributes, seen, fixed]) => ({
    fault: `the classic script has ${attributes}`,
    id: 'script',
    site: {
      html: htmlOf(`<script src="/baanx-kyc-step.iife.js" ${attributes}></script>`, GOOD_TAG),
      paths: { '/baanx-kyc-step.iife.js': script('text/javascript') },
    },
    seen,
    fix: new RegExp(`^<script src="/baanx-kyc-step\\.iife\\.js"${fixed}></script>$`),
  })),
  {
    fault: 'the classic script is plain text',
    id: 'script',
    site: {
      html: htmlOf('<script defer src="/baanx-kyc-step.iife.js"></script>', GOOD_TAG),
      paths: { '/baanx-kyc-step.iife.js': script('text/plain') },
    },
    seen: /do not run as a script$/,
    fix: /text\/javascript/,
  },
  {
    fault: 'the script is plain http in an https page',
    id: 'script',
    site: {
      ...csp(`${GOOD_CSP}; script-src http://cdn.example`),
      html: htmlOf(
        `<script type="module" src="http://cdn.example/baanx-kyc-step.js" integrity="${HASH}"></script>`,
        GOOD_TAG,
      ),
      paths: { '/baanx-kyc-step.js': script('text/javascript', { 'access-control-allow-origin': '*' }) },
    },
    seen: /^http:\/\/cdn\.example\/baanx-kyc-step\.js is plain http, which browsers block/,
    fix: /src="https:\/\/cdn\.example\/baanx-kyc-step\.js"/,
  },
  ...(
    [
      [
        'type="module"',
        'baanx-kyc-step.js',
        undefined,
        /has type="module" and https:\/\/cdn\.example does not allow/,
        /: \*$/,
      ],
      ['type="module"', 'baanx-kyc-step.js', 'https://other.example', /has type="module"/, /: \*$/],
      [
        'type="module" crossorigin="use-credentials"',
        'baanx-kyc-step.js',
        '*',
        /does not allow/,
        /: https:\/\/app\.example$/,
      ],
      ['crossorigin', 'baanx-kyc-step.iife.js', undefined, /has crossorigin and/, /: \*$/],
    ] as const
  ).map(([attributes, name, allowed, seen, fix]) => ({
    fault: `a script with ${attributes} is on another origin that allows ${allowed ?? 'none'}`,
    id: 'script',
    site: {
      ...csp(`${GOOD_CSP}; script-src https://cdn.example`),
      html: htmlOf(
        `<script ${attributes} src="https://cdn.example/${name}" integrity="${HASH}"></script>`,
        GOOD_TAG,
      ),
      paths: {
        [`https://cdn.example/${name}`]: script(
          'text/javascript',
          allowed === undefined ? {} : { 'access-control-allow-origin': allowed },
        ),
      },
    },
    seen,
    fix,
  })),
  {
    fault: 'a classic script of a CDN has integrity but no crossorigin',
    id: 'script-integrity',
    site: {
      ...csp(`${GOOD_CSP}; script-src https://cdn.example`),
      html: htmlOf(
        `<script defer src="https://cdn.example/baanx-kyc-step.iife.js" integrity="${HASH}"></script>`,
        GOOD_TAG,
      ),
      paths: { 'https://cdn.example/baanx-kyc-step.iife.js': script('text/javascript') },
    },
    seen: /integrity but no crossorigin/,
    fix: / crossorigin="anonymous"><\/script>$/,
  },
  ...(
    [
      [
        'redirects to a login page',
        { '/sign-up': redirectTo('/login?next=t0k3n'), 'https://app.example/login': html(htmlOf()) },
        /^the URL redirects to https:\/\/app\.example\/login, and neither/,
      ],
      [
        'sends the browser on',
        { '/sign-up': html(htmlOf('<meta http-equiv="refresh" content="0; url=/login">')) },
        /http-equiv="refresh">, and neither/,
      ],
    ] as const
  ).map(([what, paths, seen]) => ({
    fault: `the page ${what}`,
    id: 'tag',
    site: { paths },
    options: { skip: ['framing', 'https-redirect'] },
    seen,
    fix: /--header "cookie: …".*--browser/,
  })),
  ...(
    [
      [
        '',
        'sandbox allow-forms',
        /^sandbox allow-forms lacks allow-scripts and allow-same-origin/,
        /: sandbox allow-forms allow-scripts allow-same-origin;$/,
      ],
      [
        ' open-in="popup"',
        'sandbox Allow-Scripts allow-same-origin',
        /lacks allow-popups,/,
        /allow-popups;$/,
      ],
    ] as const
  ).map(([attributes, sandbox, seen, fix]) => ({
    fault: `the policy is ${sandbox}`,
    id: 'csp-sandbox',
    site: { ...csp(`${GOOD_CSP}; ${sandbox}`), html: tag(`onboarding-id="approve-doctor"${attributes}`) },
    seen,
    fix,
  })),
  {
    fault: 'the integrity hash is of another version',
    id: 'script-integrity',
    site: {
      html: htmlOf(
        '<script type="module" src="/baanx-kyc-step.js" integrity="sha384-AAAA"></script>',
        GOOD_TAG,
      ),
    },
    seen: /does not match the file/,
    fix: /integrity="sha384-/,
  },
  {
    fault: 'the script comes from a CDN without integrity',
    id: 'script-integrity',
    site: {
      ...csp(`${GOOD_CSP}; script-src https://cdn.example`),
      html: htmlOf('<script type="module" src="https://cdn.example/baanx-kyc-step.js"></script>', GOOD_TAG),
    },
    seen: /version 1\.2\.3, from another site and without/,
    fix: /crossorigin="anonymous"/,
  },
  {
    fault: 'the script of this version was changed',
    id: 'script-integrity',
    site: {
      ...csp(`${GOOD_CSP}; script-src https://cdn.example`),
      html: htmlOf(
        '<script type="module" src="https://cdn.example/npm/baanx-kyc-step@1.2.3/dist/baanx-kyc-step.js"></script>',
        GOOD_TAG,
      ),
      paths: {
        '/npm/baanx-kyc-step@1.2.3/dist/baanx-kyc-step.js': () =>
          new Response('steal()', {
            headers: { 'content-type': 'text/javascript', 'access-control-allow-origin': '*' },
          }),
      },
    },
    seen: /not the published baanx-kyc-step\.js of version 1\.2\.3/,
    fix: new RegExp(BUILD.integrity['baanx-kyc-step.js'].replace(/[+/]/g, '.')),
  },
  {
    fault: 'frame-src is self',
    id: 'csp-frame',
    site: csp("frame-src 'self'"),
    options: { skip: ['framing'] },
    seen: /frame-src 'self' \(header\) blocks https:\/\/\*\.veriff\.me and/,
    fix: /frame-src 'self' https:\/\/\*\.veriff\.me https:\/\/\*\.veriff\.com;/,
  },
  {
    fault: 'frame-src is none',
    id: 'csp-frame',
    site: csp("frame-src 'none'"),
    options: { skip: ['framing'] },
    seen: /'none'/,
    fix: /: frame-src https:\/\/\*\.veriff\.me/,
  },
  {
    fault: 'child-src stands in for frame-src',
    id: 'csp-frame',
    site: csp('child-src https://a.example'),
    options: { skip: ['framing'] },
    seen: /child-src https:\/\/a\.example/,
    fix: /frame-src https:\/\/a\.example https/,
  },
  {
    fault: 'default-src stands in for frame-src',
    id: 'csp-frame',
    site: csp("default-src 'self' 'nonce-1'; connect-src 'self'"),
    options: { skip: ['framing'] },
    seen: /default-src 'self'/,
    fix: /frame-src 'self' https:\/\/\*\.veriff\.me/,
  },
  {
    fault: 'only one of Veriff’s hosts is listed',
    id: 'csp-frame',
    site: csp('frame-src https://magic.veriff.me https://*.veriff.com'),
    options: { skip: ['framing'] },
    seen: /blocks https:\/\/\*\.veriff\.me$/,
    fix: /veriff\.me/,
  },
  {
    fault: 'a second policy is stricter',
    id: 'csp-frame',
    site: csp(`${GOOD_CSP}, frame-src https://maps.example`),
    seen: /^frame-src https:\/\/maps\.example \(header\)/,
    fix: /frame-src https:\/\/maps\.example https/,
  },
  {
    fault: 'a <meta> policy is stricter',
    id: 'csp-frame',
    site: {
      html: htmlOf(GOOD_SCRIPT, GOOD_TAG).replace(
        '<head>',
        `<head><meta http-equiv="content-security-policy" content="frame-src 'none'">`,
      ),
    },
    seen: /\(<meta>\)/,
    fix: /^In the <meta> policy/,
  },
  {
    fault: 'connect-src leaves the proxy out',
    id: 'csp-connect',
    site: { ...csp(GOOD_CSP.replace("connect-src 'self'", 'connect-src https://api.example')) },
    seen: /connect-src https:\/\/api\.example .* blocks https:\/\/app\.example/,
    fix: /connect-src https:\/\/api\.example 'self';/,
  },
  {
    fault: 'script-src leaves the script out',
    id: 'csp-script',
    site: csp(`${GOOD_CSP}; script-src https://cdn.example`),
    seen: /blocks https:\/\/app\.example\/baanx-kyc-step\.js/,
    fix: /script-src https:\/\/cdn\.example https:\/\/app\.example\/baanx-kyc-step\.js/,
  },
  {
    fault: 'the script has no nonce',
    id: 'csp-script',
    site: csp(`${GOOD_CSP}; script-src 'nonce-r4nd0m' 'strict-dynamic' 'self'`),
    seen: /^script-src 'nonce-…' 'strict-dynamic' 'self' \(header\) blocks \S+$/,
    fix: /: <script type="module" src="\/baanx-kyc-step\.js" nonce="…"><\/script>$/,
  },
  {
    fault: 'a script of a CDN has an old nonce',
    id: 'csp-script',
    site: {
      ...csp(`${GOOD_CSP}; script-src 'nonce-r4nd0m'`),
      html: htmlOf(
        `<script type="module" nonce="0ld" src="https://cdn.example/baanx-kyc-step.js" integrity="${BUILD.integrity['baanx-kyc-step.js']}" crossorigin="anonymous"></script>`,
        GOOD_TAG,
      ),
    },
    seen: /^script-src 'nonce-…' \(header\) blocks \S+$/,
    fix: /: <script type="module" nonce="…" src="https:\/\/cdn\.example\/baanx-kyc-step\.js" integrity="sha384-[^"]+" crossorigin="anonymous"><\/script>$/,
  },
  {
    fault: 'a module with a nonce and an integrity hash has no type',
    id: 'script',
    site: {
      ...csp(`${GOOD_CSP}; script-src 'nonce-r4nd0m'`),
      html: htmlOf(
        `<script src="/baanx-kyc-step.js" nonce="r4nd0m" integrity="${BUILD.integrity['baanx-kyc-step.js']}"></script>`,
        GOOD_TAG,
      ),
    },
    seen: /no type="module"/,
    fix: /^<script src="\/baanx-kyc-step\.js" nonce="…" integrity="sha384-[^"]+" type="module"><\/script>$/,
  },
  {
    fault: 'Trusted Types leave Lit out',
    id: 'csp-trusted-types',
    site: csp(`${GOOD_CSP}; require-trusted-types-for 'script'; trusted-types app`),
    seen: /lit-html/,
    fix: /trusted-types app lit-html;/,
  },
  {
    fault: 'the report-only policy will block',
    id: 'csp-report-only',
    site: { moreHeaders: { 'content-security-policy-report-only': "default-src 'self'" } },
    seen: /once it is enforced, default-src 'self'/,
    fix: /Report-Only: frame-src 'self' https/,
  },
  {
    fault: 'the camera is for nobody',
    id: 'permissions-policy',
    site: { moreHeaders: { 'permissions-policy': 'camera=(), geolocation=()' } },
    seen: /camera is not allowed for any origin/,
    fix: /camera=\(self "https:\/\/\*\.veriff\.me" "https:\/\/\*\.veriff\.com"\)$/,
  },
  {
    fault: 'the camera is for the page alone',
    id: 'permissions-policy',
    site: { moreHeaders: { 'permissions-policy': 'camera=(self), microphone=*' } },
    seen: /camera is allowed for self, but not for https:\/\/\*\.veriff\.me and/,
    fix: /camera=/,
  },
  {
    fault: 'the page may not use the camera itself',
    id: 'permissions-policy',
    site: {
      moreHeaders: {
        'permissions-policy': 'camera=("https://*.veriff.me" "https://*.veriff.com"), microphone=*',
      },
    },
    seen: /camera is allowed for .* but not for https:\/\/app\.example$/,
    fix: /camera=\(self "https:\/\/\*\.veriff\.me"/,
  },
  {
    fault: 'the microphone is for the page alone',
    id: 'permissions-policy',
    site: { moreHeaders: { 'permissions-policy': 'camera=*, microphone=self' } },
    seen: /^microphone is allowed for self/,
    fix: /: microphone=\(self "/,
  },
  {
    fault: 'the origins have no quotes',
    id: 'permissions-policy',
    site: { moreHeaders: { 'permissions-policy': 'camera=(self https://*.veriff.me)' } },
    seen: /need double quotes/,
    fix: /"https:\/\/\*\.veriff\.me"/,
  },
  {
    fault: 'the policy is written like the old header',
    id: 'permissions-policy',
    site: { moreHeaders: { 'permissions-policy': "camera 'self'; microphone 'self'" } },
    seen: /cannot be parsed/,
    fix: /^Permissions-Policy: camera=/,
  },
  {
    fault: 'the old header forbids the camera',
    id: 'feature-policy',
    site: { moreHeaders: { 'permissions-policy': '', 'feature-policy': "camera 'none'" } },
    seen: /camera/,
    fix: /Permissions-Policy: camera=\(self "/,
  },
  {
    fault: 'the page is isolated',
    id: 'coep',
    site: { moreHeaders: { 'cross-origin-embedder-policy': 'require-corp; report-to="x"' } },
    seen: /^require-corp blocks/,
    fix: /open-in="popup"/,
  },
  {
    fault: 'the page cuts its popups off',
    id: 'coop',
    site: { html: tag('open-in="popup"'), moreHeaders: { 'cross-origin-opener-policy': 'same-origin' } },
    seen: /cuts the connection to the popup/,
    fix: /same-origin-allow-popups/,
  },
  {
    fault: 'anybody may frame the page',
    id: 'framing',
    site: csp(GOOD_CSP.replace("; frame-ancestors 'none'", '')),
    seen: /any site can show the page/,
    fix: /frame-ancestors 'none'/,
  },
  ...['*', 'https:', 'http:', 'https://*', "'self' *"].map((sources) => ({
    fault: `frame-ancestors ${sources} lets anybody frame the page`,
    id: 'framing',
    site: csp(GOOD_CSP.replace("frame-ancestors 'none'", `frame-ancestors ${sources}`)),
    seen: /^with frame-ancestors .* any site can show the page in a frame/,
    fix: /frame-ancestors 'none'/,
  })),
  {
    fault: 'more than the page around it may frame the page',
    id: 'framing',
    site: {
      ...csp(GOOD_CSP.replace("'none'", '*')),
      paths: {
        [OUTER]: html('<iframe src="https://app.example/sign-up" allow="camera; microphone"></iframe>'),
      },
    },
    options: { framedBy: OUTER },
    seen: /^with frame-ancestors \* any site/,
    fix: /frame-ancestors https:\/\/outer\.example;$/,
  },
  {
    fault: 'X-Frame-Options is a word that browsers do not know',
    id: 'framing',
    site: {
      moreHeaders: { 'content-security-policy': '', 'x-frame-options': 'ALLOW-FROM https://a.example' },
    },
    seen: /do not support/,
    fix: /frame-ancestors https:\/\/a\.example;$/,
  },
  {
    fault: 'frame-ancestors refuse the page around it',
    id: 'framing',
    site: {
      paths: {
        [OUTER]: html('<iframe src="https://app.example/sign-up" allow="camera; microphone"></iframe>'),
      },
    },
    options: { framedBy: OUTER },
    seen: /keeps https:\/\/outer\.example/,
    fix: /frame-ancestors https:\/\/outer\.example;/,
  },
  {
    fault: 'the frame around it has no camera',
    id: 'framing-camera',
    site: {
      ...csp(GOOD_CSP.replace("'none'", 'https://outer.example')),
      paths: { [OUTER]: html('<iframe src="https://app.example/sign-up" allow="fullscreen"></iframe>') },
    },
    options: { framedBy: OUTER },
    seen: /no camera and no microphone/,
    fix: /^<iframe src="https:\/\/app\.example\/sign-up" allow="camera \*; microphone \*" …>$/,
  },
  ...(
    [
      [
        'an allow for its own origin only',
        {},
        `allow="camera 'self'; microphone 'self'"`,
        /no camera and no microphone for this page/,
        /allow="camera \*; microphone \*"/,
      ],
      [
        'a sandbox',
        {},
        'allow="camera; microphone" sandbox="allow-scripts"',
        /sandbox of the frame at https:\/\/outer\.example lacks allow-same-origin/,
        /^sandbox="allow-scripts allow-same-origin"/,
      ],
      [
        'a policy of its own',
        { 'content-security-policy': "frame-src 'self'" },
        'allow="camera; microphone"',
        /^at https:\/\/outer\.example, frame-src 'self' \(header\) blocks/,
        /: frame-src 'self' https:\/\/app\.example;$/,
      ],
    ] as const
  ).map(([what, headers, attributes, seen, fix]) => ({
    fault: `the page around it has ${what}`,
    id: 'framing-camera',
    site: {
      ...csp(GOOD_CSP.replace("'none'", 'https://outer.example')),
      paths: {
        [OUTER]: () =>
          new Response(`<iframe src="https://app.example/sign-up" ${attributes}></iframe>`, {
            headers: { 'content-type': 'text/html', ...headers },
          }),
      },
    },
    options: { framedBy: OUTER },
    seen,
    fix,
  })),
  {
    fault: 'the page around it keeps the camera',
    id: 'framing-camera',
    site: {
      ...csp(GOOD_CSP.replace("'none'", 'https://outer.example')),
      paths: { [OUTER]: () => new Response('', { headers: { 'permissions-policy': 'camera=(self)' } }) },
    },
    options: { framedBy: OUTER },
    seen: /at https:\/\/outer\.example, camera is allowed for self/,
    fix: /"https:\/\/app\.example"/,
  },
  {
    fault: 'nothing is mounted at the proxy’s path',
    id: 'proxy-answers',
    site: { proxy: async () => html('<h1>404</h1>', 404)() },
    options: { expectAuthorize: false },
    seen: /something else responds at .*\/api\/baanx \(the default\): 404 with text\/html/,
    fix: /proxy-url/,
  },
  {
    fault: 'a single-page app answers at the proxy’s path',
    id: 'proxy-answers',
    site: { proxy: async () => html(htmlOf())() },
    options: { expectAuthorize: false },
    seen: /200 with text\/html/,
    fix: /Mount the proxy at \/api\/baanx/,
  },
  {
    fault: 'the proxy redirects to a login',
    id: 'proxy-answers',
    site: {
      proxy: async () => new Response(null, { status: 302, headers: { location: '/login?next=secret' } }),
    },
    options: { expectAuthorize: false },
    seen: /a redirect to \/login$/,
    fix: /Mount/,
  },
  {
    fault: 'the framework adds a slash to the proxy’s paths',
    id: 'proxy-answers',
    site: {
      proxy: async ({ url }) =>
        new Response(null, { status: 308, headers: { location: `${new URL(url).pathname}/` } }),
    },
    options: { expectAuthorize: false },
    seen: /redirects to the same path with a trailing slash/,
    fix: /skipTrailingSlashRedirect/,
  },
  {
    fault: 'the base path is another',
    id: 'proxy-path',
    site: { html: PUSH_TAG, proxyOptions: { basePath: '/kyc' } },
    options: { expectAuthorize: false },
    seen: /does not serve \/api\/baanx/,
    fix: /basePath: '\/api\/baanx'/,
  },
  {
    fault: 'the proxy is plain http',
    id: 'proxy-https',
    options: { proxyUrl: 'http://api.example/api/baanx', skip: ['csp-connect'] },
    site: { proxyOptions: { allowedOrigins: ['https://app.example'] } },
    seen: /http:\/\/api\.example is plain http: browsers block/,
    fix: /https:\/\/api\.example/,
  },
  {
    fault: 'the proxy refuses the page of another origin',
    id: 'proxy-origin',
    options: { expectAuthorize: false, proxyUrl: 'https://api.example/api/baanx', skip: ['csp-connect'] },
    seen: /refuses pages of https:\/\/app\.example/,
    fix: /allowedOrigins: \['https:\/\/app\.example'\]/,
  },
  ...(
    [
      [401, {}, /a CORS preflight gets 401 with/],
      [204, { 'access-control-allow-headers': 'Content-Type' }, /lacks x-requested-with$/],
      [204, {}, /lacks content-type and x-requested-with$/],
    ] as const
  ).map(([status, headers, seen]) => ({
    fault: `a gateway answers preflights itself: ${status} ${JSON.stringify(headers)}`,
    id: 'proxy-origin',
    options: { proxyUrl: 'https://api.example/api/baanx', skip: ['csp-connect'] },
    site: {
      ...answered('OPTIONS', status, { 'access-control-allow-origin': 'https://app.example', ...headers }),
    },
    seen,
    fix: /^Pass OPTIONS requests on to the proxy/,
  })),
  {
    fault: 'a load balancer changes the host',
    id: 'proxy-origin',
    site: { proxy: async () => json({ message: 'no', code: 'cross-site' }, 403)() },
    options: { expectAuthorize: false },
    seen: /load balancer/,
    fix: /allowedOrigins/,
  },
  {
    fault: 'a gateway lets every site read',
    id: 'proxy-cross-site',
    site: {
      paths: {
        [STATUS]: json({ verificationState: 'PENDING' }, 200, { 'access-control-allow-origin': '*' }),
      },
    },
    options: { allowAnyone: true },
    seen: /Access-Control-Allow-Origin is \*/,
    fix: /Remove the CORS headers/,
  },
  {
    fault: 'the proxy answers other sites',
    id: 'proxy-cross-site',
    site: { paths: { [STATUS]: json({ verificationState: 'PENDING' }) } },
    options: { allowAnyone: true },
    seen: /gets 200 with JSON instead of 403/,
    fix: /Sec-Fetch-Site/,
  },
  {
    fault: 'anybody with the ID may use it',
    id: 'proxy-authorize',
    site: { proxyOptions: { authorize: () => true } },
    seen: /anyone who knows an onboarding ID/,
    fix: /authorize:/,
  },
  {
    fault: 'a request without credentials reads the status',
    id: 'proxy-authorize',
    site: { proxyOptions: { authorize: () => true } },
    options: { expectAuthorize: false, headers: {} },
    seen: /without a session gets 200 with JSON$/,
    fix: /authorize:/,
  },
  {
    fault: 'a body parser reads the body first',
    id: 'proxy-body',
    site: { paths: { [SESSION]: json({ message: 'x', code: 'proxy-error' }, 500) } },
    seen: /has read the body/,
    fix: /before express\.json/,
  },
  {
    fault: 'a gateway refuses POST',
    id: 'proxy-body',
    site: { paths: { [SESSION]: html('', 405) } },
    seen: /405 with text\/html instead of 400/,
    fix: /Pass POST/,
  },
  {
    fault: 'the answers may be cached',
    id: 'proxy-no-store',
    site: { baanx: async () => Response.json({ verificationState: 'PENDING' }), ...recached('max-age=60') },
    seen: /but “max-age=60”/,
    fix: /no-store/,
  },
  ...(
    [
      ['age', '12'],
      ['x-cache', 'HIT from cloudfront'],
      ['cf-cache-status', 'HIT'],
    ] as const
  ).map(([name, value]) => ({
    fault: `a cache answers, which says ${name}: ${value}`,
    id: 'proxy-no-store',
    site: changed((headers) => headers.set(name, value)),
    seen: new RegExp(`^a cache answered instead of the proxy \\(${name}: ${value}\\)`),
    fix: /Exclude everything below/,
  })),
  {
    fault: 'Baanx cannot be reached',
    id: 'baanx-reachable',
    site: { baanx: async () => Promise.reject(new Error('down')) },
    seen: /cannot be reached: 502 “baanx-unavailable”/,
    fix: /baseUrl.*requestId [\w-]+$/,
  },
  {
    fault: 'the proxy itself fails',
    id: 'baanx-reachable',
    site: { proxyOptions: { authorize: () => Promise.reject(new Error('bug')) } },
    options: { expectAuthorize: false },
    seen: /the proxy itself fails: 500/,
    fix: /requestId/,
  },
  {
    fault: 'the client key is wrong',
    id: 'baanx-key',
    site: { baanx: async () => Response.json({}, { status: 498 }) },
    seen: /498/,
    fix: /baseUrl together/,
  },
  {
    fault: 'there is no client key',
    id: 'baanx-key',
    site: { baanx: async () => new Response('{}', { status: 499 }) },
    seen: /499/,
    fix: /clientKey/,
  },
  {
    fault: 'a US onboarding is looked up elsewhere',
    id: 'baanx-region',
    site: {
      html: tag('onboarding-id="US_100a99cf"'),
      baanx: async (request) =>
        request.headers.get('x-us-env') === 'true'
          ? Response.json({ verificationState: 'PENDING' })
          : Response.json({ message: 'x' }, { status: 404 }),
    },
    seen: /only in the US/,
    fix: /us-env/,
  },
  {
    fault: 'personal data reaches the browser',
    id: 'personal-data',
    site: {
      paths: {
        [STATUS]: (request) =>
          request.headers.get('sec-fetch-site') === 'same-origin' && request.headers.has('cookie')
            ? json({ verificationState: 'PENDING', firstName: 'Ada', email: 'ada@a.example' })()
            : json({ message: 'x', code: 'not-allowed' }, 403)(),
      },
    },
    seen: /with firstName, email$/,
    fix: /createKycProxy/,
  },
  {
    fault: 'sessions are on another host',
    id: 'session-origin',
    site: {
      html: tag('onboarding-id="approve-doctor" veriff-origins="https://*.veriff.com"'),
      ...csp(GOOD_CSP),
    },
    options: { createSession: true },
    seen: /sessions are at https:\/\/magic\.veriff\.me, which is not one of https:\/\/\*\.veriff\.com/,
    fix: /veriff-origins="https:\/\/\*\.veriff\.com https:\/\/magic\.veriff\.me"/,
  },
  {
    fault: 'Baanx is too slow',
    id: 'proxy-time',
    site: { baanx: never },
    options: { timeout: 200 },
    seen: /no response within 0\.2 s/,
    fix: /TIMEOUT_MS/,
  },
  {
    fault: 'the server’s clock is wrong',
    id: 'clock',
    site: redated(-240),
    seen: /it is 2(?:39|4\d) s behind/,
    fix: /timedatectl/,
  },
  {
    fault: 'the tag has push and the proxy has none',
    id: 'push-stream',
    site: { html: PUSH_TAG },
    seen: /the proxy has no push hub/,
    fix: /createPushHub/,
  },
  {
    fault: 'the stream is buffered',
    id: 'push-stream',
    site: { html: PUSH_TAG, ...buffered() },
    options: { timeout: 300 },
    seen: /buffers it/,
    fix: /proxy_buffering off/,
  },
  {
    fault: 'the stream does not stay open',
    id: 'push-stream',
    site: {
      html: PUSH_TAG,
      paths: {
        [EVENTS]: () => new Response(': open\n\n', { headers: { 'content-type': 'text/event-stream' } }),
      },
    },
    seen: /starts, then ends/,
    fix: /proxy_read_timeout/,
  },
  {
    fault: 'the stream is no stream',
    id: 'push-stream',
    site: { html: PUSH_TAG, paths: { [EVENTS]: html('') } },
    seen: /expected an event stream/,
    fix: /\/v1\/events/,
  },
  {
    fault: 'the process is stopping',
    id: 'proxy-ready',
    site: { paths: { '/readyz': json({ status: 'stopping' }, 503) } },
    seen: /503 “stopping”/,
    fix: /Do not send traffic/,
  },
  {
    fault: 'the webhook is plain http',
    id: 'webhook-https',
    options: { webhookUrl: 'http://app.example/webhook' },
    seen: /https only/,
    fix: /https:\/\/app\.example\/webhook/,
  },
  {
    fault: 'the webhook takes anything without a signature',
    id: 'webhook-unsigned',
    site: {
      paths: {
        '/webhook': (request) =>
          new Response(null, { status: request.headers.has('x-signature') ? 401 : 200 }),
      },
    },
    seen: /anyone can report a verdict/,
    fix: /createWebhookHandler/,
  },
  {
    fault: 'the webhook crashes without a signature',
    id: 'webhook-unsigned',
    site: {
      paths: {
        '/webhook': (request) =>
          new Response(null, { status: request.headers.has('x-signature') ? 401 : 500 }),
      },
    },
    seen: /500: refuse it with 401/,
    fix: /createWebhookHandler/,
  },
  {
    fault: 'the webhook redirects',
    id: 'webhook-unsigned',
    site: {
      paths: {
        '/webhook': (request) =>
          request.headers.has('x-signature')
            ? webhooks(request)
            : new Response(null, { status: 308, headers: { location: '/webhook/' } }),
      },
    },
    seen: /308, which is not a refusal/,
    fix: /Register the URL/,
  },
  {
    fault: 'the webhook is elsewhere',
    id: 'webhook-unsigned',
    site: {
      paths: {
        '/webhook': (request) =>
          request.headers.has('x-signature') ? webhooks(request) : new Response(null, { status: 404 }),
      },
    },
    seen: /no webhook at this URL/,
    fix: /mount the handler/,
  },
  {
    fault: 'the webhook takes old requests',
    id: 'webhook-stale',
    site: {
      paths: {
        '/webhook': (request) =>
          new Response(null, { status: request.headers.has('x-signature') ? 204 : 401 }),
      },
    },
    seen: /an hour-old request, signed with the key that you gave, is accepted with 204/,
    fix: /createWebhookHandler.*process\.env\['BAANX_WEBHOOK_KEYS'\]/,
  },
];

/** A proxy with event streams, and something in front of it that collects a response before it passes it on. */
function buffered(): Fault {
  const hub = createPushHub();
  const site = createSite({ proxyOptions: { push: hub } });
  return {
    proxy: async (request) => {
      const response = await site(request);
      return new Response(await response.text(), response);
    },
  };
}

/** A proxy whose answers get another Cache-Control on their way. */
function recached(value: string): Fault {
  return changed((headers) => headers.set('cache-control', value));
}

/** A proxy whose clock is wrong by this many seconds. */
function redated(seconds: number): Fault {
  return changed((headers) => headers.set('date', new Date(Date.now() + seconds * 1000).toUTCString()));
}

/** Something in front of a proxy for other origins that answers one method itself. */
function answered(method: string, status: number, headers: Record<string, string>): Fault {
  const site = createSite({ proxyOptions: { allowedOrigins: ['https://app.example'] } });
  return {
    proxy: async (request) =>
      request.method === method ? new Response(null, { status, headers }) : site(request),
  };
}

function changed(change: (headers: Headers) => void): Fault {
  const site = createSite();
  return {
    proxy: async (request) => {
      const response = await site(request);
      const headers = new Headers(response.headers);
      change(headers);
      return new Response(response.body, { status: response.status, headers });
    },
  };
}

describe('The doctor', () => {
  it('finds nothing in a site without faults, and checks most of it', async () => {
    const report = await diagnoseSite({});
    expect(findingsOf(report)).toEqual([]);
    expect(report.checks.map(({ id }) => id)).toEqual(CHECKS.map(({ id }) => id));
    const skipped = report.checks.filter(({ status }) => status === 'skipped').map(({ id }) => id);
    expect(skipped.filter((id) => !id.startsWith('browser-'))).toEqual([
      'csp-report-only',
      'feature-policy',
      'coop',
      'framing-camera',
      'baanx-region',
      'session-origin',
      'push-stream',
      'proxy-ready',
    ]);
  });

  it.each(ROWS)('finds that $fault ($id)', async ({ site = {}, options = {}, id, seen, fix }) => {
    const findings = findingsOf(await diagnoseSite(site, options));
    expect(findings.map((finding) => finding.id)).toEqual([id]);
    expect(findings[0]?.seen).toMatch(seen);
    expect(findings[0]?.fix).toMatch(fix);
  });

  it('has a fault for every check that needs no browser', () => {
    const tested = new Set(ROWS.map(({ id }) => id));
    const untested = CHECKS.filter(({ id, part }) => part !== 'browser' && !tested.has(id)).map(
      ({ id }) => id,
    );
    expect(untested).toEqual([]);
  });

  it.each([
    'onboarding-id="approve-doctor" class="wide" id="kyc" lang="de" name="kyc" data-flow="sign-up" titles="x"',
    'onboarding-id="approve-doctor" :open-in="mode" [openin]="mode" @verified="next" v-bind:proxy-url="url"',
    'onboarding-id="approve-doctor" open-in="{{ mode }}" flow="registration" push="" us-env="us-env"',
  ])('finds nothing in the attributes of <baanx-kyc-step %s>', async (attributes) => {
    const report = await diagnoseSite({ html: tag(attributes) }, { push: false });
    expect(outcomeOf(report, 'tag-attributes')).toMatchObject({ status: 'passed' });
  });

  it('checks the attributes of every tag, and says that only the first one’s settings count', async () => {
    const second = '<baanx-kyc-step onboardingid="approve-doctor" constructor></baanx-kyc-step>';
    const report = await diagnoseSite({ html: htmlOf(GOOD_SCRIPT, GOOD_TAG, second) });
    expect(findingsOf(report)).toMatchObject([
      { id: 'tag-attributes', seen: 'onboardingid is not an attribute of the step' },
    ]);
    expect(outcomeOf(report, 'tag')).toMatchObject({
      seen: 'it has an onboarding ID; the page has 2 tags: the attributes of each are checked; for everything else, only the first tag counts',
    });
  });

  it('prints the line breaks of a script tag as references', async () => {
    const script =
      '<script type="module" src="/baanx-kyc-step.js" integrity="sha384-AAAA" title="a\n✓ b"></script>';
    const [finding] = findingsOf(await diagnoseSite({ html: htmlOf(script, GOOD_TAG) }));
    expect(finding).toMatchObject({ id: 'script-integrity' });
    expect(finding?.fix).toContain('title="a&#10;✓ b"');
  });

  it('finds several faults at once', async () => {
    const report = await diagnoseSite({
      headers: {
        'content-security-policy': "default-src 'self'",
        'permissions-policy': 'camera=()',
        'cross-origin-embedder-policy': 'require-corp',
      },
      proxyOptions: { authorize: () => true },
      paths: { '/webhook': () => new Response(null, { status: 200 }) },
    });
    expect(findingsOf(report).map(({ id }) => id)).toEqual([
      'page-cache',
      'csp-frame',
      'permissions-policy',
      'coep',
      'framing',
      'proxy-authorize',
      'webhook-unsigned',
      'webhook-stale',
    ]);
  });

  it('checks the rest although the page does not answer', async () => {
    const report = await diagnoseSite({
      paths: { '/sign-up': html('', 500), '/webhook': () => new Response(null) },
    });
    expect(findingsOf(report).map(({ id }) => id)).toEqual([
      'page-answers',
      'webhook-unsigned',
      'webhook-stale',
    ]);
    expect(outcomeOf(report, 'csp-frame')).toMatchObject({
      status: 'skipped',
      reason: 'the page could not be read',
    });
  });

  it('accepts the answers that a healthy site gives to every option', async () => {
    const hub = createPushHub();
    const report = await diagnoseSite(
      {
        ...csp(GOOD_CSP.replace("'none'", 'https://outer.example')),
        html: PUSH_TAG,
        proxyOptions: { push: hub },
        paths: {
          [OUTER]: html('<iframe src="https://app.example/sign-up" allow="camera; microphone"></iframe>'),
          '/readyz': json({ status: 'ready' }),
        },
      },
      { framedBy: OUTER, createSession: true, onboardingId: 'US_approve-doctor' },
    );
    expect(findingsOf(report)).toEqual([]);
    for (const id of [
      'framing',
      'framing-camera',
      'push-stream',
      'session-origin',
      'baanx-region',
      'proxy-ready',
    ])
      expect(outcomeOf(report, id)?.status, id).toBe('passed');
    expect(hub.streams, 'streams that the doctor left open').toBe(0);
  });

  it.each([
    ['strangers', { authorize: () => false, push: createPushHub() }, /authorize refused the doctor/],
    ['more streams than it holds', { push: { open: async () => undefined } }, /too many requests/],
  ])('leaves the event stream out if the proxy refuses %s', async (_, proxyOptions, reason) => {
    const report = await diagnoseSite({ html: PUSH_TAG, proxyOptions });
    expect(outcomeOf(report, 'push-stream')).toMatchObject({
      status: 'skipped',
      reason: expect.stringMatching(reason) as string,
    });
  });

  it('prints no secret: no ID, cookie, key, token, query or session URL', async () => {
    const report = await diagnoseSite(
      {
        baanx: async () =>
          Response.json({ verificationState: 'PENDING', sessionUrl: 'https://evil.example/v/s3cr3t' }),
      },
      {
        url: 'https://app.example/sign-up?token=t0k3n',
        onboardingId: 'US_very-secret-id',
        createSession: true,
        headers: { cookie: 'sid=1' },
      },
    );
    expect(JSON.stringify(report)).not.toMatch(/t0k3n|very-secret-id|sid=1|s3cr3t|whk_/);
    expect(report.requests.map(({ method, url }) => `${method} ${url}`)).toContain(
      'GET https://app.example/api/baanx/v1/auth/register',
    );
  });

  it('sends the person’s cookie to the page’s origin and to the proxy, and to nobody else', async () => {
    const seen = new Map<string, boolean>();
    const site = createSite({
      html: htmlOf('<script type="module" src="https://cdn.example/baanx-kyc-step.js"></script>', GOOD_TAG),
      paths: {
        'https://app.example/start': () =>
          new Response(null, { status: 302, headers: { location: 'https://login.example/' } }),
        'https://login.example/': () => new Response(null, { status: 302, headers: { location: PAGE } }),
      },
    });
    await diagnose({
      ...EVERYTHING,
      url: 'https://app.example/start',
      fetch: fetchFrom((request) => {
        const { origin, pathname } = new URL(request.url);
        const has = request.headers.has('cookie');
        seen.set(origin + pathname, has || (seen.get(origin + pathname) ?? false));
        return site(request);
      }),
    });
    expect(Object.fromEntries(seen)).toMatchObject({
      'https://app.example/start': true,
      'https://login.example/': false,
      'https://app.example/sign-up': true,
      'https://cdn.example/baanx-kyc-step.js': false,
      'https://app.example/api/baanx/v1/auth/register': true,
      'https://app.example/webhook': false,
    });
  });

  it('sends the person’s cookie to no proxy that only a page on another origin names', async () => {
    const cookies = new Set<string>();
    const redirect = () =>
      new Response(null, { status: 302, headers: { location: 'https://login.example/sign-up' } });
    const site = createSite({
      paths: {
        'https://app.example/start': redirect,
        'https://login.example/sign-up': html(htmlOf(GOOD_SCRIPT, GOOD_TAG)),
      },
    });
    await diagnose({
      ...EVERYTHING,
      proxyUrl: undefined,
      url: 'https://app.example/start',
      fetch: fetchFrom((request) => {
        if (request.headers.has('cookie')) cookies.add(new URL(request.url).origin);
        return site(request);
      }),
    });
    expect([...cookies]).toEqual(['https://app.example']);
  });

  it.each(['sha256', 'sha512'] as const)('compares an integrity hash by %s', async (algorithm) => {
    const integrityWith = async (hash: string) => {
      const script = GOOD_SCRIPT.replace('></', ` integrity="${hash}"></`);
      return outcomeOf(await diagnoseSite({ html: htmlOf(script, GOOD_TAG) }), 'script-integrity')?.status;
    };
    const hash = await integrityOf(SCRIPT, algorithm);
    expect(await integrityWith(`${hash}?option`)).toBe('passed');
    const other = await integrityOf('other', 'sha512');
    expect(await integrityWith(`${await integrityOf(SCRIPT)} ${other}`)).toBe('failed');
  });

  it('looks for a proxy at the root of the site', async () => {
    const report = await diagnoseSite({ html: tag('onboarding-id="approve-doctor" proxy-url="/"') });
    expect(report.requests.map(({ url }) => url)).toContain('https://app.example/v1/auth/register');
  });

  it('sends the cookie by https too where the host redirects from http', async () => {
    const cookies = new Set<string>();
    const site = createSite();
    await diagnose({
      ...EVERYTHING,
      url: 'http://app.example/sign-up',
      fetch: fetchFrom((request) => {
        const { origin, pathname } = new URL(request.url);
        if (request.headers.has('cookie')) cookies.add(origin + pathname);
        return site(request);
      }),
    });
    expect([...cookies]).toContain('https://app.example/api/baanx/v1/auth/register');
  });

  it('reads a page whose base is no URL', async () => {
    const report = await diagnoseSite({ html: `<base href="http://[">${htmlOf(GOOD_SCRIPT, GOOD_TAG)}` });
    expect(findingsOf(report)).toEqual([]);
  });

  it.each([
    ['the script', { html: htmlOf(GOOD_SCRIPT.replace('.js', '.js?t0k3n=1'), GOOD_TAG) }, {}],
    ['the proxy', {}, { proxyUrl: 'https://user:t0k3n@app.example/api/baanx?t0k3n#t0k3n' }],
    ['the page around it', {}, { framedBy: 'https://gone.example/?t0k3n' }],
  ])('prints no query and no password of %s', async (_, fault, options) => {
    expect(JSON.stringify(await diagnoseSite(fault, options))).not.toContain('t0k3n');
  });

  it('finds a webhook whose body was parsed before', async () => {
    const print = vi.spyOn(console, 'error').mockReturnValue();
    const report = await diagnoseSite({
      paths: { '/webhook': (request) => webhooks(request, { isBodyRebuilt: true }) },
    });
    print.mockRestore();
    expect(findingsOf(report).map(({ id }) => id)).toEqual(['webhook-unsigned', 'webhook-stale']);
    expect(outcomeOf(report, 'webhook-unsigned')).toMatchObject({
      seen: 'the handler does not receive the raw body, so it refuses Baanx’s requests too',
      fix: 'Mount createWebhookHandler before express.json() and other body parsers',
    });
  });

  it.each([
    ['ENOTFOUND', 'Correct the host name of the URL, or its DNS record'],
    ['ECONNREFUSED', 'Correct the URL, or start the server'],
  ])('names the cause if no server answers (%s), and passes nothing of it', async (code, fix) => {
    const site = fetchFrom(createSite());
    const down: Fetch = async (url, init) => {
      if (new URL(url).hostname !== 'api.example') return site(url, init);
      throw Object.assign(new Error('no answer'), { code });
    };
    const report = await diagnose({
      ...EVERYTHING,
      expectAuthorize: false,
      proxyUrl: 'https://api.example/api/baanx',
      skip: ['csp-connect'],
      fetch: down,
    });
    expect(findingsOf(report)).toMatchObject([{ id: 'proxy-answers', fix }]);
    const proxy = report.checks.filter(({ part, status }) => part === 'proxy' && status === 'passed');
    expect(proxy).toEqual([]);
  });

  it('passes the stricter of two policies about frames', async () => {
    const report = await diagnoseSite(csp(`${GOOD_CSP}, frame-ancestors *`));
    expect(findingsOf(report)).toEqual([]);
    expect(outcomeOf(report, 'framing')).toMatchObject({ seen: "frame-ancestors 'none'" });
  });

  it('knows that self in the policy of a page around it is that page’s origin', async () => {
    const outer = 'https://app.example/outer';
    // Veriff need not be listed: for its frame, the policy of the framed page counts.
    const camera = '(self)';
    const headers = {
      'content-type': 'text/html',
      'permissions-policy': `camera=${camera}, microphone=${camera}`,
    };
    const report = await diagnoseSite(
      {
        ...csp(GOOD_CSP.replace("ancestors 'none'", "ancestors 'self'")),
        paths: {
          [outer]: () => new Response('<iframe src="/sign-up" allow="camera; microphone">', { headers }),
        },
      },
      { framedBy: outer },
    );
    expect(findingsOf(report)).toEqual([]);
    expect(outcomeOf(report, 'framing-camera')?.status).toBe('passed');
  });

  it('says that a refusal of the unsigned request may be about something else', async () => {
    const report = await diagnoseSite({ paths: { '/webhook': () => new Response(null, { status: 422 }) } });
    expect(outcomeOf(report, 'webhook-unsigned')).toMatchObject({
      status: 'passed',
      seen: 'a request without a signature is refused with 422, perhaps because of the event’s name, not because of the signature',
    });
  });

  it.each([
    ['upgrade-insecure-requests', `${GOOD_CSP}; upgrade-insecure-requests; script-src http://cdn.example`],
    ['no policy for scripts', GOOD_CSP],
  ])('has no second finding about an http script: %s', async (_, policy) => {
    const isUpgraded = policy.includes('upgrade');
    const source = `<script type="module" src="http://cdn.example/baanx-kyc-step.js" integrity="${HASH}"></script>`;
    const paths = { '/baanx-kyc-step.js': script('text/javascript', { 'access-control-allow-origin': '*' }) };
    const report = await diagnoseSite({ ...csp(policy), html: htmlOf(source, GOOD_TAG), paths });
    expect(outcomeOf(report, 'script')?.status).toBe(isUpgraded ? 'passed' : 'failed');
  });

  it.each([
    ['the page only gets a slash', '/sign-up', '/sign-up/'],
    ['the tag is there', '/sign-up', '/en/sign-up'],
  ])('has no finding about a redirect if %s', async (what, from, to) => {
    const found = what === 'the tag is there';
    const report = await diagnoseSite({
      paths: { [from]: redirectTo(to), [to]: html(found ? htmlOf(GOOD_SCRIPT, GOOD_TAG) : htmlOf()) },
    });
    expect(outcomeOf(report, 'tag')?.status).toBe(found ? 'passed' : 'skipped');
  });

  it('says that a refusal of the old request may come from a wrong key', async () => {
    const report = await diagnoseSite({}, { webhookKey: 'whk_another' });
    expect(outcomeOf(report, 'webhook-stale')).toMatchObject({
      status: 'passed',
      seen: expect.stringMatching(
        /signed with the key that you gave, is refused with 401; the doctor cannot tell/,
      ) as string,
    });
  });

  it.each<[string, Partial<DoctorOptions>, RegExp]>([
    ['whoever runs it says so', { allowAnyone: true }, /you allow anyone/],
    ['it is on this machine', { url: 'http://localhost:8080/sign-up' }, /on this machine may let anyone in/],
  ])('lets a proxy answer without a session if %s', async (_, options, reason) => {
    const report = await diagnoseSite(
      { proxyOptions: { authorize: () => true } },
      { expectAuthorize: false, headers: {}, ...options },
    );
    expect(findingsOf(report)).toEqual([]);
    expect(outcomeOf(report, 'proxy-authorize')).toMatchObject({
      status: 'skipped',
      reason: expect.stringMatching(reason) as string,
    });
  });

  it('creates no session unless it is told to', async () => {
    const bodies: string[] = [];
    const site = createSite();
    await diagnose({
      ...EVERYTHING,
      onboardingId: 'approve-doctor',
      fetch: fetchFrom(async (request) => {
        if (request.method === 'POST' && request.url.includes('/api/baanx/'))
          bodies.push(await request.clone().text());
        return site(request);
      }),
    });
    expect(bodies).toEqual(['{}']);
  });
});

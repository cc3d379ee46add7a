import { isMixedContent, type Context } from '../context.js';
import { integrityOf, matchesIntegrity } from '../integrity.js';
import { noResponse } from '../no-response.js';
import type { PublishedBuild } from '../options.js';
import { failed, passed, skipped, type Outcome } from '../outcome.js';
import type { HttpResponse } from '../requests.js';
import { shownUrl } from '../shown-url.js';
import {
  isModule,
  MODULE_NAME,
  requestScript,
  scriptTag,
  tagWith,
  typeOf,
  usesCors,
  type ScriptTag,
} from './script-tag.js';

const NO_SCRIPT = 'no script tag in the HTML loads it; if your bundle contains it, use --browser to check';

export async function checkScript(context: Context): Promise<Outcome> {
  const script = scriptTag(context);
  if (!script) return skipped(NO_SCRIPT);
  const refusal = tagRefusal(context, script);
  if (refusal) return refusal;
  const { url, name } = script;
  const result = await requestScript(context, script);
  if (!result?.ok)
    return result ? noResponse(shownUrl(url), result.failure) : skipped('no requests are sent');
  const { response } = result;
  const { status, headers, url: loaded } = response;
  const where = shownUrl(url) + (loaded.href === url.href ? '' : `, redirected to ${shownUrl(loaded)},`);
  const type = headers.get('content-type') ?? 'an unknown type';
  const copy = `Copy node_modules/baanx-kyc-step/dist/${name} there, or correct the src`;
  if (status !== 200) return failed(`${where} returns ${status}`, copy);
  if (isHtml(response))
    return failed(`${where} returns a page (${type}), as single-page apps do for a wrong path`, copy);
  if (!isScript(response))
    return failed(
      `${where} is served as ${type}, which browsers do not run as a ${name === MODULE_NAME ? 'module' : 'script'}`,
      'Content-Type: text/javascript; charset=utf-8',
    );
  return corsRefusal(context, script, response) ?? passed(`${url.pathname.split('/').at(-1) ?? name} loads`);
}

/** The types that browsers run as a classic script. */
const CLASSIC_TYPE =
  /^(?:|(?:text|application)\/(?:x-)?(?:java|ecma)script|text\/(?:j|live)script|text\/javascript1\.[0-5])$/;

/** The finding if browsers do not run the script because of its tag. */
function tagRefusal({ pageUrl, policies }: Context, script: ScriptTag): Outcome | undefined {
  const { attributes, url, name } = script;
  const hasModuleType = isModule(attributes);
  const type = typeOf(attributes);
  const isUpgraded = policies.some(
    ({ isEnforced, directives }) => isEnforced && directives.has('upgrade-insecure-requests'),
  );
  if (isMixedContent(url, pageUrl) && !isUpgraded)
    return failed(
      `${shownUrl(url)} is plain http, which browsers block on an https page`,
      tagWith(script, { src: shownUrl(url).replace(/^http:/, 'https:') }),
    );
  if (!hasModuleType && !CLASSIC_TYPE.test(type))
    return failed(
      `the tag has type="${type}", so browsers do not run it; if your app starts it after consent, use --browser to check`,
      tagWith(script, { type: name === MODULE_NAME ? 'module' : undefined }),
    );
  if (hasModuleType !== (name === MODULE_NAME))
    return failed(
      hasModuleType
        ? `${name} is a classic script, but has type="module"`
        : `${name} is a module, but has no type="module"`,
      tagWith(script, hasModuleType ? { type: undefined, defer: '' } : { type: 'module' }),
    );
  if (!hasModuleType && attributes.has('nomodule'))
    return failed(
      'the tag has nomodule, so only browsers without modules run it',
      tagWith(script, { nomodule: undefined }),
    );
  return undefined;
}

/** The finding if another origin does not let the page load the script with CORS. */
function corsRefusal(
  { pageUrl }: Context,
  script: ScriptTag,
  { url, headers }: HttpResponse,
): Outcome | undefined {
  const isElsewhere = [script.url, url].some(({ origin }) => origin !== pageUrl.origin);
  if (!isElsewhere || !usesCors(script)) return undefined;
  const allowed = headers.get('access-control-allow-origin');
  const hasCredentials = script.attributes.get('crossorigin')?.toLowerCase() === 'use-credentials';
  if (allowed === pageUrl.origin || (allowed === '*' && !hasCredentials)) return undefined;
  const why = isModule(script.attributes) ? 'type="module"' : 'crossorigin';
  return failed(
    `browsers refuse the script, because the tag has ${why} and ${url.origin} does not allow ${pageUrl.origin} to read it`,
    `At ${url.origin}: Access-Control-Allow-Origin: ${hasCredentials ? pageUrl.origin : '*'}`,
  );
}

const isHtml = ({ headers }: HttpResponse): boolean =>
  /^text\/html\b/i.test(headers.get('content-type') ?? '');
const isScript = ({ status, headers }: HttpResponse): boolean =>
  status === 200 &&
  /^(?:text|application)\/(?:x-)?(?:java|ecma)script\b/i.test(headers.get('content-type') ?? '');

export async function checkIntegrity(context: Context): Promise<Outcome> {
  const script = scriptTag(context);
  if (!script) return skipped(NO_SCRIPT);
  const { attributes, name } = script;
  const result = await requestScript(context, script);
  if (!result?.ok || !isScript(result.response)) return skipped('the script does not load');
  // After redirects, which cannot bring a file back to the page's own site.
  const { url, body } = result.response;
  const isOwn = [script.url, url].every(({ origin }) => origin === context.pageUrl.origin);
  const actual = await integrityOf(body);
  const declared = attributes.get('integrity')?.split(/\s+/).filter(Boolean) ?? [];
  const { build } = context.options;
  const known = build?.integrity[name];
  const cors = isOwn ? {} : { crossorigin: 'anonymous' };
  const tag = (hash: string) => tagWith(script, { integrity: hash, ...cors });
  if (!(await matchesIntegrity(body, declared)))
    return failed(
      'the integrity attribute does not match the file, so browsers refuse to run it',
      tag(known ?? actual),
    );
  if (declared.length > 0 && !isOwn && !usesCors(script))
    return failed(
      'the file comes from another site: browsers refuse it, because the tag has integrity but no crossorigin',
      tagWith(script, cors),
    );
  if (build && known !== undefined && actual === known) {
    if (declared.length > 0 || isOwn) return passed(`the file is version ${build.version}`);
    return failed(
      `the file is version ${build.version}, from another site and without an integrity attribute`,
      tag(known),
    );
  }
  const version = /@(\d+\.\d+\.\d+[^/@]*)\//.exec(url.pathname)?.[1];
  if (build && version === build.version)
    return failed(`the file is not the published ${name} of version ${version}`, publishedTag(build, name));
  if (declared.length === 0 && !isOwn)
    return failed('the file comes from another site and has no integrity attribute', tag(actual));
  return skipped(comparison(build, version));
}

function comparison(build: PublishedBuild | undefined, version: string | undefined): string {
  if (!build) return 'there is no published build to compare it with';
  return version === undefined
    ? `the file is not version ${build.version}, the only one that this doctor knows`
    : `the file is version ${version}, but this doctor knows only ${build.version}: use the doctor of the file’s version`;
}

const publishedTag = ({ version, integrity }: PublishedBuild, name: string): string =>
  `<script ${name === 'baanx-kyc-step.js' ? 'type="module"' : 'defer'} src="https://cdn.jsdelivr.net/npm/baanx-kyc-step@${version}/dist/${name}" integrity="${integrity[name] ?? ''}" crossorigin="anonymous"></script>`;

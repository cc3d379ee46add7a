import type { Check } from '../check.js';
import { failed, passed, skipped, type Outcome } from '../outcome.js';
import { baseOf, type Context } from '../context.js';
import type { Attributes } from '../html.js';
import type { PublishedBuild } from '../options.js';
import { integrityOf, matchesIntegrity } from '../integrity.js';
import type { HttpResponse } from '../requests.js';
import { checkAttributes, MAX_TAGS } from './attributes.js';
import { shownReference, shownUrl } from '../shown-url.js';

/** The tag, and the script that defines it. */
export const TAG_CHECKS: readonly Check[] = [
  { id: 'tag', part: 'page', title: 'The tag', run: checkTag },
  { id: 'tag-attributes', part: 'page', title: 'Attributes', run: checkAttributes },
  { id: 'script', part: 'page', title: 'The script', run: checkScript },
  { id: 'script-integrity', part: 'page', title: 'Script integrity', run: checkIntegrity },
];

/** The file names of the builds for script tags. */
const SCRIPT_NAME = /\/(baanx-kyc-step(?:\.iife)?\.js)$/;

const MODULE_NAME = 'baanx-kyc-step.js';
const CLASSIC_NAME = 'baanx-kyc-step.iife.js';

const PACKAGE_NAME = 'baanx-kyc-step';

/** Whether a file's name contains the package's name, or the file is in the package's folder. */
function isRenamedScript({ pathname }: URL): boolean {
  const [folder = '', dist = '', file = ''] = ['', '', ...pathname.split('/')].slice(-3);
  if (file.startsWith(`${PACKAGE_NAME}@`)) return true;
  if (!file.endsWith('.js')) return false;
  const isInPackage = dist === 'dist' && (folder === PACKAGE_NAME || folder.startsWith(`${PACKAGE_NAME}@`));
  return file.includes(PACKAGE_NAME) || (isInPackage && !file.startsWith('handoff'));
}

interface LoadedScript {
  readonly attributes: Attributes;
  readonly url: URL;
}

export interface ScriptTag extends LoadedScript {
  /** Which build it is: `baanx-kyc-step.js` is a module, `baanx-kyc-step.iife.js` a classic script. */
  readonly name: string;
}

/** The script tag in the HTML that loads the step, if there is one. The file may have been renamed. */
export function scriptTag({ html, pageUrl, options }: Context): ScriptTag | undefined {
  const base = baseOf(html, pageUrl);
  const scripts = html.scripts.flatMap((attributes) => {
    const src = attributes.get('src');
    if (src === undefined || !URL.canParse(src, base.href)) return [];
    return [{ attributes, url: new URL(src, base) }];
  });
  const hashes = Object.entries(options.build?.integrity ?? {});
  for (const script of scripts) {
    const integrity = script.attributes.get('integrity')?.split(/\s+/) ?? [];
    const name =
      SCRIPT_NAME.exec(script.url.pathname)?.[1] ?? hashes.find(([, hash]) => integrity.includes(hash))?.[0];
    if (name !== undefined) return { ...script, name };
  }
  const renamed = scripts.find(({ url }) => isRenamedScript(url));
  return renamed && { ...renamed, name: isModule(renamed.attributes) ? MODULE_NAME : CLASSIC_NAME };
}

const isModule = (attributes: Attributes): boolean => attributes.get('type')?.toLowerCase() === 'module';

const NO_SCRIPT = 'no script tag in the HTML loads it; if your bundle contains it, use --browser to check';

function checkTag({ html }: Context): Outcome {
  const [step, ...more] = html.steps;
  if (!step)
    return skipped(
      'it is not in the HTML that the server sends; if your app adds it, use --browser to check',
    );
  const id = step.get('onboarding-id') ?? step.get('applicant-id');
  const seen = id ? 'it has an onboarding ID' : 'it is in the HTML; a script must set its onboarding ID';
  return passed(more.length === 0 ? seen : `${seen}; ${onlyFirst(html.steps.length)}`);
}

/** What is not checked of the other tags on a page. */
const onlyFirst = (count: number): string =>
  `the page has ${count} tags: the attributes of ${count > MAX_TAGS ? `the first ${MAX_TAGS}` : 'each'} are checked; for everything else, those of the first count`;

async function checkScript(context: Context): Promise<Outcome> {
  const script = scriptTag(context);
  if (!script) return skipped(NO_SCRIPT);
  const { attributes, url, name } = script;
  const hasModuleType = isModule(attributes);
  if (hasModuleType !== (name === MODULE_NAME))
    return failed(
      hasModuleType
        ? `${name} is a classic script, but has type="module"`
        : `${name} is a module, but has no type="module"`,
      tagWith(script, hasModuleType ? { type: undefined, defer: '' } : { type: 'module' }),
    );
  const result = await context.live?.requests.file(url);
  if (!result?.ok)
    return failed(
      `${shownUrl(url)}: ${result?.failure.text ?? 'no response'}`,
      'Correct the src, or start the server',
    );
  const { status, headers, url: loaded } = result.response;
  const where = shownUrl(url) + (loaded.href === url.href ? '' : `, redirected to ${shownUrl(loaded)},`);
  const type = headers.get('content-type') ?? 'an unknown type';
  if (status !== 200)
    return failed(
      `${where} answers ${status}`,
      `Copy node_modules/baanx-kyc-step/dist/${name} there, or correct the src`,
    );
  if (!isScript(result.response))
    return failed(
      `${where} is served as ${type}, which browsers do not run as a module`,
      'Content-Type: text/javascript; charset=utf-8',
    );
  return passed(`${url.pathname.split('/').at(-1) ?? name} loads`);
}

const isScript = ({ status, headers }: HttpResponse): boolean =>
  status === 200 &&
  /^(?:text|application)\/(?:x-)?(?:java|ecma)script\b/i.test(headers.get('content-type') ?? '');

async function checkIntegrity(context: Context): Promise<Outcome> {
  const script = scriptTag(context);
  if (!script) return skipped(NO_SCRIPT);
  const { attributes, name } = script;
  const result = await context.live?.requests.file(script.url);
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

/**
 * The page's own script tag with some attributes changed; undefined removes one. Everything else stays as it is, so that
 * pasting one fix does not undo another. What may be secret is replaced by `…`: a nonce, the value of a `data-*`
 * attribute, and the query of the URL.
 */
export function tagWith(
  { attributes }: ScriptTag,
  changes: Readonly<Record<string, string | undefined>>,
): string {
  const merged = new Map<string, string | undefined>([...attributes, ...Object.entries(changes)]);
  const parts = [...merged].flatMap(([name, value]) => {
    if (value === undefined) return [];
    const shown = shownValue(name, value).replaceAll('"', '&quot;').replaceAll('\n', '&#10;');
    return [shown === '' ? name : `${name}="${shown}"`];
  });
  return `<${['script', ...parts].join(' ')}></script>`;
}

function shownValue(name: string, value: string): string {
  if (name === 'src') return shownReference(value);
  return value !== '' && (name === 'nonce' || name.startsWith('data-')) ? '…' : value;
}

const publishedTag = ({ version, integrity }: PublishedBuild, name: string): string =>
  `<script ${name === 'baanx-kyc-step.js' ? 'type="module"' : 'defer'} src="https://cdn.jsdelivr.net/npm/baanx-kyc-step@${version}/dist/${name}" integrity="${integrity[name] ?? ''}" crossorigin="anonymous"></script>`;

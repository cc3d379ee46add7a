import { baseOf, type Context } from '../context.js';
import type { Attributes } from '../html.js';
import type { HttpResult } from '../requests.js';
import { shownReference } from '../shown-url.js';

/** The file names of the builds for script tags. */
const SCRIPT_NAME = /\/(baanx-kyc-step(?:\.iife)?\.js)$/;

export const MODULE_NAME = 'baanx-kyc-step.js';
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

/** The script's type as browsers read it; empty without the attribute. */
export const typeOf = (attributes: Attributes): string => (attributes.get('type') ?? '').trim().toLowerCase();

export const isModule = (attributes: Attributes): boolean => typeOf(attributes) === 'module';

/** Whether the browser loads the script with CORS: then another origin must allow it. */
export const usesCors = ({ attributes }: ScriptTag): boolean =>
  isModule(attributes) || attributes.has('crossorigin');

/** Requests the script as the page would, only once for all checks. Undefined if only headers are checked. */
export async function requestScript(
  { live, pageUrl }: Context,
  script: ScriptTag,
): Promise<HttpResult | undefined> {
  const headers = usesCors(script) ? { origin: pageUrl.origin } : {};
  return live?.requests.file(script.url, headers);
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

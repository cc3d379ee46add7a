import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { parseSync } from 'vite';

/** VitePress builds a website for one path. This one stands for every path, and is replaced after the build. */
export const PLACEHOLDER_BASE = '/__base__/';

/** The website's path in the browser: all pages are in one folder. */
const BASE_EXPRESSION = '(new URL(".",location.href).pathname)';

/** Makes a built website work in any folder of a web server. Its pages must all be in `outDir` itself. */
export function makeRelative(outDir: string): void {
  // A server shows this page at any path, so that nothing in it can be relative.
  rmSync(join(outDir, '404.html'), { force: true });
  for (const file of readdirSync(outDir, { recursive: true, encoding: 'utf8' })) {
    const replace = REPLACEMENTS[extname(file)];
    if (!replace) continue;
    const path = join(outDir, file);
    writeFileSync(path, replace(readFileSync(path, 'utf8')));
  }
}

const REPLACEMENTS: Readonly<Record<string, (text: string) => string>> = {
  '.html': (html) => html.replaceAll(PLACEHOLDER_BASE, './'),
  // In the folder `assets`, beside what they load.
  '.css': (css) => css.replaceAll(`${PLACEHOLDER_BASE}assets/`, './'),
  '.js': withBaseAtRunTime,
};

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly value?: unknown;
}

/** Replaces the placeholder in every string of a script with an expression. */
function withBaseAtRunTime(script: string): string {
  if (!script.includes(PLACEHOLDER_BASE)) return script;
  const strings: Node[] = [];
  collectStrings(parseSync('chunk.js', script).program, strings);
  let result = script;
  // From the end, so that the positions before stay the same.
  for (const { start, end, type, value } of strings.sort((a, b) => b.start - a.start)) {
    const parts = (type === 'Literal' ? String(value) : script.slice(start, end)).split(PLACEHOLDER_BASE);
    const text =
      type === 'Literal'
        ? `(${parts.map((part) => JSON.stringify(part)).join(`+${BASE_EXPRESSION}+`)})`
        : parts.join(`\${${BASE_EXPRESSION}}`);
    result = result.slice(0, start) + text + result.slice(end);
  }
  return result;
}

/** The string literals and parts of template literals that contain the placeholder. */
function collectStrings(node: unknown, found: Node[]): void {
  if (typeof node !== 'object' || node === null) return;
  const { type, value } = node as Node;
  if (type === 'Literal' && typeof value === 'string' && value.includes(PLACEHOLDER_BASE))
    found.push(node as Node);
  else if (type === 'TemplateElement' && JSON.stringify(value).includes(PLACEHOLDER_BASE))
    found.push(node as Node);
  else for (const child of Object.values(node)) collectStrings(child, found);
}

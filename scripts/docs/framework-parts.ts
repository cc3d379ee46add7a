import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { FrameworkSupport } from '../../test/consumers/framework-support.js';
import { root } from '../root.mjs';
import { code, table } from './markdown.js';

const mark = (isSupported: boolean): string => (isSupported ? '✓' : '–');

/** How well each framework supports the element, as the tests in test/consumers last recorded it. */
export function frameworkTable(): string {
  const file = join(root, 'test/consumers/framework-support.json');
  const rows = JSON.parse(readFileSync(file, 'utf8')) as FrameworkSupport[];
  return table(
    [
      '',
      'Onboarding ID',
      'Properties',
      'Booleans',
      'Objects, functions',
      'Slots',
      'Listener in the template',
      'Listener in a script',
      'Types',
    ],
    rows.map(({ app, id, properties, booleans, objects, children, event, listener, typed }) => [
      app,
      code(id),
      mark(properties),
      mark(booleans),
      mark(objects),
      mark(children),
      event ? code(event) : '–',
      mark(listener),
      mark(typed),
    ]),
  );
}

const examples = join(root, 'demo/frameworks');

/** The language of a code block, where it differs from the file's extension. */
const LANGUAGES: Readonly<Record<string, string>> = { '.ts': 'angular-ts' };

/** The code of each of the demo's examples, as the part `example-vue` and so on. */
export const exampleParts = (): [string, () => string][] =>
  readdirSync(examples, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => [
      `example-${name}`,
      () => {
        const file =
          readdirSync(join(examples, name)).find((name) =>
            /^(?:identity-step|service-worker)\./.test(name),
          ) ?? '';
        const language = LANGUAGES[extname(file)] ?? extname(file).slice(1);
        return `\`\`\`${language}\n${readFileSync(join(examples, name, file), 'utf8').trim()}\n\`\`\``;
      },
    ]);

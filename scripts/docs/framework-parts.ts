import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Answers } from '../../test/consumers/answers.js';
import { root } from '../bundle.mjs';
import { code, table } from './markdown.js';

const mark = (answer: boolean): string => (answer ? '✓' : '–');

/** What the apps of test/consumers answered when they were last driven. */
export function frameworkTable(): string {
  const given = JSON.parse(readFileSync(join(root, 'test/consumers/answers.json'), 'utf8')) as Answers[];
  return table(
    [
      '',
      'Whom',
      'Properties',
      'Booleans',
      'Objects, functions',
      'Slots',
      'In the template',
      'By script',
      'Types',
    ],
    given.map(({ app, id, properties, booleans, objects, children, event, listener, typed }) => [
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

/** A fence's language by a file's ending, where they differ. */
const LANGUAGES: Readonly<Record<string, string>> = { '.ts': 'angular-ts' };

/** The code of each example of the demo, as `example-vue`. */
export const exampleParts = (): [string, () => string][] =>
  readdirSync(examples, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => [
      `example-${name}`,
      () => {
        const file =
          readdirSync(join(examples, name)).find((one) => /^(?:identity-step|service-worker)\./.test(one)) ??
          '';
        const language = LANGUAGES[extname(file)] ?? extname(file).slice(1);
        return `\`\`\`${language}\n${readFileSync(join(examples, name, file), 'utf8').trim()}\n\`\`\``;
      },
    ]);

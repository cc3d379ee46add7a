import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { en } from '../../src/i18n/locales/en.js';
import { root } from '../root.mjs';
import { code, escaped, table } from './markdown.js';

/** The comments above messages in the English locale, by key. */
function comments(): ReadonlyMap<string, string> {
  const file = join(root, 'src/i18n/locales/en.ts');
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022, true);
  const found = new Map<string, string>();
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node)) {
      const [comment] = ts.getJSDocCommentsAndTags(node);
      const text = ts.getTextOfJSDocComment(comment?.comment);
      const name = ts.isStringLiteral(node.name) ? node.name.text : node.name.getText();
      if (text) found.set(name, text.replaceAll('\n', ' '));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Every key of `messages` with its English, in the order of the locale. */
export function messageTable(): string {
  const notes = comments();
  // `lang` is the locale's tag and no message.
  const { lang: _lang, ...messages } = en;
  return table(
    ['Key', 'English'],
    Object.entries(messages).map(([key, text]) => {
      const note = notes.get(key);
      return [code(key), note ? `${escaped(text)} (${note})` : escaped(text)];
    }),
  );
}

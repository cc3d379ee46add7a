import { join } from 'node:path';
import ts from 'typescript';
import { root } from '../../scripts/bundle.mjs';
import { ENTRIES } from '../../scripts/docs/entries.js';
import type { Snippet } from './snippets.js';

/** The errors that TypeScript finds in the snippets, in strict mode and with the types of the source. */
export function typeErrors(snippets: readonly Snippet[]): string[] {
  const files = new Map(
    snippets.map((snippet, index) => [
      join(root, 'test/docs', `snippet-${index}.${snippet.language}`),
      snippet,
    ]),
  );
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    moduleDetection: ts.ModuleDetectionKind.Force,
    strict: true,
    allowJs: true,
    checkJs: true,
    noUncheckedSideEffectImports: true,
    noEmit: true,
    skipLibCheck: true,
    jsx: ts.JsxEmit.ReactJSX,
    experimentalDecorators: true,
    useDefineForClassFields: false,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    types: ['node'],
    paths: Object.fromEntries(Object.entries(ENTRIES).map(([name, file]) => [name, [join(root, file)]])),
  };
  const host = ts.createCompilerHost(options);
  const [readFile, fileExists, getSourceFile] = [
    host.readFile.bind(host),
    host.fileExists.bind(host),
    host.getSourceFile.bind(host),
  ];
  host.readFile = (name) => files.get(name)?.text ?? readFile(name);
  host.fileExists = (name) => files.has(name) || fileExists(name);
  host.getSourceFile = (name, settings, ...rest) => {
    const snippet = files.get(name);
    return snippet
      ? ts.createSourceFile(name, snippet.text, settings)
      : getSourceFile(name, settings, ...rest);
  };
  const program = ts.createProgram([...files.keys(), join(root, 'test/docs/host.d.ts')], options, host);
  return ts
    .getPreEmitDiagnostics(program)
    .filter(({ file }) => file && files.has(file.fileName))
    .map(
      ({ file, messageText }) =>
        `${files.get(file?.fileName ?? '')?.at}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`,
    );
}

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { root } from '../../scripts/bundle.mjs';
import type { Snippet } from './snippets.js';

const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  exports: Record<string, string | { types?: string }>;
};

/** The source file of each entry of the package, by the name that apps import. */
export const ENTRIES: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(exports).flatMap(([entry, target]) => {
    const types = typeof target === 'string' ? '' : (target.types ?? '');
    const source = types.replace('./dist/', 'src/').replace(/\.d\.ts$/, '');
    const file = [`${source}.ts`, `${source}.tsx`].find(
      (name) => name.includes('*') || existsSync(join(root, name)),
    );
    return file ? [[entry.replace('.', 'baanx-kyc-step'), file]] : [];
  }),
);

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

import { join } from 'node:path';
import ts from 'typescript';
import { runnerImport } from 'vite';

const root = import.meta.dirname;
const source = join(root, 'src/element/kyc-step.ts');

const published = (path) => path.replace(/^\/?src\/(.*)\.[jt]s$/, 'dist/$1.js');

/** The class itself, in Node as on a server, tells its attributes and what holds where nothing is set. */
const {
  module: { BaanxKycStep },
} = await runnerImport(source, { configFile: false, logLevel: 'error' });
const fresh = new BaanxKycStep();

/** The compiler tells what a named type means: an editor offers `modal`, `popup` and `redirect`, not `OpenIn`. */
function writtenOut() {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), (path) => ts.sys.readFile(path));
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, root);
  const program = ts.createProgram([source], options);
  const checker = program.getTypeChecker();
  const declaration = program
    .getSourceFile(source)
    .statements.find((node) => ts.isClassDeclaration(node) && node.name?.text === 'BaanxKycStep');
  const type = checker.getTypeAtLocation(declaration);
  return (name) => {
    const { aliasSymbol } = checker.getTypeOfSymbol(type.getProperty(name));
    const node = aliasSymbol?.declarations[0].type;
    return node && ts.isUnionTypeNode(node) && node.types.every(ts.isLiteralTypeNode)
      ? node.getText()
      : undefined;
  };
}

const literal = (value) => (typeof value === 'string' ? `'${value}'` : String(value));

/** Attributes, defaults and the values of types, where the analyzer sees names only. */
const asItRuns = () => ({
  name: 'as-it-runs',
  packageLinkPhase({ customElementsManifest }) {
    const textOf = writtenOut();
    // The analyzer writes 1.0.0, which knows no states.
    customElementsManifest.schemaVersion = '2.1.0';
    const declarations = customElementsManifest.modules.flatMap((module) => module.declarations ?? []);
    for (const declared of declarations.filter(({ members }) => members)) {
      // `properties` and `styles` are how the class tells Lit, and no one's business outside.
      declared.members = declared.members.filter(
        ({ name, privacy }) =>
          privacy !== 'private' && privacy !== 'protected' && name !== 'properties' && name !== 'styles',
      );
      // What it is made from is no element that a page could have.
      if (!declared.tagName) delete declared.customElement;
    }
    const declaration = declarations.find(({ name }) => name === 'BaanxKycStep');
    for (const field of declaration.members.filter(({ kind }) => kind === 'field')) {
      const declared = BaanxKycStep.properties[field.name];
      if (!declared) continue;
      if (fresh[field.name] !== undefined) field.default = literal(fresh[field.name]);
      if (declared.attribute === false) continue;
      field.type = { text: textOf(field.name) ?? field.type.text };
      field.attribute = declared.attribute ?? field.name.toLowerCase();
    }
    declaration.attributes = declaration.members
      .filter(({ attribute }) => attribute)
      .map(({ name, attribute, type, default: value, description }) => ({
        name: attribute,
        type,
        ...(value && { default: value }),
        description,
        fieldName: name,
      }));
  },
});

/** Modules are named as they are published. */
const asPublished = () => ({
  name: 'as-published',
  packageLinkPhase({ customElementsManifest }) {
    const modules = JSON.parse(JSON.stringify(customElementsManifest.modules), (key, value) =>
      (key === 'module' || key === 'path') && typeof value === 'string' ? published(value) : value,
    );
    customElementsManifest.modules = modules.sort((one, other) => (one.path < other.path ? -1 : 1));
  },
});

export default {
  globs: ['src/index.ts', 'src/element.ts', 'src/element/{kyc-step,settings,form-control,events}.ts'],
  litelement: true,
  packagejson: false,
  plugins: [asItRuns(), asPublished()],
};

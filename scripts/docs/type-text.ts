import { join } from 'node:path';
import ts from 'typescript';
import { root } from '../bundle.mjs';

/** Resolves type names of the source to their members and fields, for readers of the documentation. */
export class TypeTexts {
  readonly #program = ts.createProgram(
    ['src/index.ts', 'src/headless.ts', 'src/proxy/handler.ts'].map((file) => join(root, file)),
    {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      strict: true,
      exactOptionalPropertyTypes: true,
      lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
      types: ['node'],
      skipLibCheck: true,
    },
  );
  readonly #checker = this.#program.getTypeChecker();

  /** The members of a union as they are written in the source, such as `'modal'`. Empty if the type is not a union. */
  members(alias: string): string[] {
    const type = this.#find(alias);
    if (!type?.isUnion()) return [];
    return type.types.map((member) => this.#checker.typeToString(member));
  }

  /** The fields of an interface. */
  fields(name: string): { name: string; type: string; optional: boolean; description: string }[] {
    const type = this.#find(name);
    return (type?.getProperties() ?? []).map((field) => ({
      name: field.name,
      type: this.#checker.typeToString(
        this.#checker.getTypeOfSymbol(field),
        undefined,
        ts.TypeFormatFlags.NoTruncation,
      ),
      optional: (field.flags & ts.SymbolFlags.Optional) !== 0,
      description: ts.displayPartsToString(field.getDocumentationComment(this.#checker)),
    }));
  }

  #find(name: string): ts.Type | undefined {
    for (const file of this.#program.getSourceFiles()) {
      if (file.isDeclarationFile) continue;
      for (const node of file.statements) {
        if ((ts.isTypeAliasDeclaration(node) || ts.isInterfaceDeclaration(node)) && node.name.text === name)
          return this.#checker.getTypeAtLocation(node.name);
      }
    }
    return undefined;
  }
}

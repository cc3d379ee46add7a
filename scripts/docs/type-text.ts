import { join } from 'node:path';
import ts from 'typescript';
import { root } from '../root.mjs';
import { DESCRIBED_ENTRIES, ENTRIES } from './entries.js';

/** A field of an interface, as the documentation shows it. */
export interface FieldText {
  readonly name: string;
  /** Without `undefined` if the field is optional. */
  readonly type: string;
  readonly optional: boolean;
  readonly description: string;
  /** The text of `@default`. */
  readonly default: string | undefined;
}

/** Something that an entry of the package exports. */
export interface ExportText {
  readonly name: string;
  readonly kind: 'function' | 'value' | 'interface' | 'alias';
  readonly description: string;
  /** For a function, its signature; for an alias, its definition; for a value, its type. */
  readonly code: string;
  /** The texts of `@throws`. */
  readonly throws: readonly string[];
  /** The names and texts of `@param`. */
  readonly params: readonly (readonly [name: string, text: string])[];
  /** The text of `@returns`. */
  readonly returns: string | undefined;
  /** For a function, the names of the types of its parameters and of its result; those of other modules as well. */
  readonly uses: readonly string[];
  /** For an interface or a class. */
  readonly fields: readonly FieldText[];
}

/** Resolves type names of the source to their members and fields, for readers of the documentation. */
export class TypeTexts {
  readonly #program = ts.createProgram(
    ['baanx-kyc-step', ...Object.values(DESCRIBED_ENTRIES).flat()].map((entry) =>
      join(root, ENTRIES[entry] ?? ''),
    ),
    {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      strict: true,
      exactOptionalPropertyTypes: true,
      jsx: ts.JsxEmit.ReactJSX,
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
  fields(name: string): FieldText[] {
    const type = this.#find(name);
    return type ? this.#fieldsOf(type) : [];
  }

  /**
   * What an entry of the package exports, in the order of its source.
   * @param entry its name, such as `baanx-kyc-step/proxy`
   */
  exports(entry: string): ExportText[] {
    const file = this.#program.getSourceFile(join(root, ENTRIES[entry] ?? ''));
    const module = file && this.#checker.getSymbolAtLocation(file);
    if (!module) throw new Error(`The package has no entry ${entry}`);
    return this.#checker
      .getExportsOfModule(module)
      .map((symbol) => this.#export(symbol.name, this.#target(symbol)));
  }

  #target(symbol: ts.Symbol): ts.Symbol {
    return symbol.flags & ts.SymbolFlags.Alias ? this.#checker.getAliasedSymbol(symbol) : symbol;
  }

  #export(name: string, symbol: ts.Symbol): ExportText {
    const tags = symbol.getJsDocTags(this.#checker);
    const textsOf = (tag: string) =>
      tags.filter((one) => one.name === tag).map(({ text }) => plain(ts.displayPartsToString(text)));
    const common = {
      name,
      description: plain(ts.displayPartsToString(symbol.getDocumentationComment(this.#checker))),
      throws: textsOf('throws'),
      params: textsOf('param').map((text): [string, string] => {
        const [, param = '', about = ''] = /^(\w+)\s+([^]*)$/.exec(text) ?? [];
        return [param, about];
      }),
      returns: textsOf('returns')[0],
      uses: [],
      fields: [],
      code: '',
    };
    if (symbol.flags & ts.SymbolFlags.TypeAlias) {
      const declaration = symbol.declarations?.find(ts.isTypeAliasDeclaration);
      const parameters = declaration?.typeParameters?.map((one) => one.getText()).join(', ');
      const words = this.#wordsOf(this.#checker.getDeclaredTypeOfSymbol(symbol));
      const definition = words ?? declaration?.type.getText() ?? '';
      return {
        ...common,
        kind: 'alias',
        code: `type ${name}${parameters ? `<${parameters}>` : ''} = ${definition}`,
      };
    }
    if (symbol.flags & (ts.SymbolFlags.Interface | ts.SymbolFlags.Class))
      return {
        ...common,
        kind: 'interface',
        fields: this.#fieldsOf(this.#checker.getDeclaredTypeOfSymbol(symbol)),
      };
    const type = this.#checker.getTypeOfSymbol(symbol);
    const [signature] = type.getCallSignatures();
    // A constant of a function's type, such as an `Authorize`, is called by others.
    const isFunction = signature && type.aliasSymbol === undefined;
    if (!isFunction) return { ...common, kind: 'value', code: this.#textOf(type) };
    const types = [
      ...signature.parameters.map((parameter) => this.#checker.getTypeOfSymbol(parameter)),
      this.#checker.getReturnTypeOfSignature(signature),
    ];
    return {
      ...common,
      kind: 'function',
      code: name + this.#signatureText(signature),
      uses: types.flatMap((one) => this.#namesIn(one)),
    };
  }

  /** The names of a type and of what it is made of: `Report` for `Promise<Report>`. */
  #namesIn(type: ts.Type): string[] {
    const parts = type.isUnion() ? type.types : this.#checker.getTypeArguments(type as ts.TypeReference);
    const name = (type.aliasSymbol ?? type.symbol)?.name;
    return [...(name ? [name] : []), ...parts.flatMap((part) => this.#namesIn(part))];
  }

  #fieldsOf(type: ts.Type): FieldText[] {
    return type
      .getProperties()
      .filter(({ name }) => !name.startsWith('#'))
      .map((field) => {
        const optional = (field.flags & ts.SymbolFlags.Optional) !== 0;
        const text = this.#writtenType(field) ?? this.#textOf(this.#checker.getTypeOfSymbol(field));
        const [tag] = field.getJsDocTags(this.#checker).filter(({ name }) => name === 'default');
        return {
          name: field.name,
          type: optional ? text.replace(/ \| undefined$/, '').replace(/^undefined \| /, '') : text,
          optional,
          description: plain(ts.displayPartsToString(field.getDocumentationComment(this.#checker))),
          default: tag && ts.displayPartsToString(tag.text),
        };
      });
  }

  /** A union of strings by its members, which the source may compute: `keyof typeof STATUSES`. */
  #wordsOf(type: ts.Type): string | undefined {
    if (!type.isUnion() || !type.types.every((member) => member.isStringLiteral())) return undefined;
    return type.types.map((member) => `'${member.value}'`).join(' | ');
  }

  /** Parameters and result as the source writes them, with the defaults of the parameters. */
  #signatureText(signature: ts.Signature): string {
    const declaration = signature.getDeclaration();
    const parameters = declaration.parameters.map((parameter) => withoutComments(parameter.getText()));
    const result = withoutComments(declaration.type?.getText() ?? this.#textOf(signature.getReturnType()));
    return `(${parameters.join(', ')}): ${result}`;
  }

  /** A field's type as the source writes it: the compiler would replace names with what they stand for. */
  #writtenType(field: ts.Symbol): string | undefined {
    const declaration = field.valueDeclaration;
    if (!declaration) return undefined;
    if (ts.isMethodSignature(declaration) || ts.isMethodDeclaration(declaration)) {
      const [signature] = this.#checker.getTypeOfSymbol(field).getNonNullableType().getCallSignatures();
      return signature && this.#signatureText(signature).replace(/\): /, ') => ');
    }
    if (!ts.isPropertySignature(declaration) && !ts.isPropertyDeclaration(declaration)) return undefined;
    return declaration.type && withoutComments(declaration.type.getText());
  }

  #textOf(type: ts.Type): string {
    return this.#checker.typeToString(type, undefined, ts.TypeFormatFlags.NoTruncation);
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

/** On one line. */
const withoutComments = (text: string): string => text.replace(/\/\*[^]*?\*\//g, '').replace(/\s+/g, ' ');

/** Without the markup of links in doc comments. */
const plain = (text: string): string => text.replace(/\{@link (\w+)\}/g, '`$1`');

/** Modules that the manifest describes. Others are analyzed only for the types that they declare. */
const DESCRIBED = /^\/?src\/(?:index|element|element\/(?:kyc-step|settings|form-control|events|define))\.ts$/;

/** Writes out the values of an attribute, `'modal' | 'popup' | 'redirect'` for `OpenIn`, so that editors offer them. */
const attributeValues = () => {
  /** @type {Map<string, string>} unions of literals by the name of their type */
  const unions = new Map();
  const writeOut = ({ type }) => {
    const union = unions.get(type?.text);
    if (union) type.text = union;
  };
  return {
    name: 'attribute-values',
    analyzePhase({ ts, node }) {
      if (!ts.isTypeAliasDeclaration(node) || !ts.isUnionTypeNode(node.type)) return;
      if (node.type.types.every(ts.isLiteralTypeNode)) unions.set(node.name.text, node.type.getText());
    },
    packageLinkPhase({ customElementsManifest }) {
      for (const { attributes = [], members = [] } of declarationsOf(customElementsManifest)) {
        attributes.forEach(writeOut);
        members.filter(({ attribute }) => attribute).forEach(writeOut);
      }
    },
  };
};

/** Leaves out what a page cannot use: private and protected members, and what the class declares for Lit. */
const publicMembers = () => ({
  name: 'public-members',
  packageLinkPhase({ customElementsManifest }) {
    const forLit = ['properties', 'styles'];
    for (const declaration of declarationsOf(customElementsManifest)) {
      declaration.members = declaration.members?.filter(
        ({ name, privacy }) => privacy !== 'private' && privacy !== 'protected' && !forLit.includes(name),
      );
      // A base class is not an element that a page can use.
      if (!declaration.tagName) delete declaration.customElement;
    }
  },
});

/** Leaves out the modules that are not described, and names the others by their published paths. */
const publishedModules = () => ({
  name: 'published-modules',
  packageLinkPhase({ customElementsManifest }) {
    // The analyzer writes 1.0.0, which has no custom states.
    customElementsManifest.schemaVersion = '2.1.0';
    const described = customElementsManifest.modules.filter(({ path }) => DESCRIBED.test(path));
    const published = JSON.stringify(described, (key, value) =>
      (key === 'module' || key === 'path') && typeof value === 'string'
        ? value.replace(/^\/?src\/(.*)\.[jt]s$/, 'dist/$1.js')
        : value,
    );
    customElementsManifest.modules = JSON.parse(published).sort((one, other) =>
      one.path < other.path ? -1 : 1,
    );
  },
});

const declarationsOf = (manifest) => manifest.modules.flatMap(({ declarations = [] }) => declarations);

export default {
  globs: ['src/index.ts', 'src/element.ts', 'src/{element,veriff,flow,baanx}/*.ts'],
  litelement: true,
  packagejson: false,
  plugins: [attributeValues(), publicMembers(), publishedModules()],
};

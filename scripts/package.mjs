/** `npm run package`: builds, packs, and lets publint and are-the-types-wrong judge what would be published. */
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { pack } from './pack.mjs';
import './build.mjs';

const { tarball, files } = pack();
/** @type {string[]} */
const faults = [];

const { messages, pkg } = await publint({
  pack: { tarball: new Uint8Array(tarball).buffer },
  strict: true,
});
faults.push(...messages.map((message) => `publint: ${formatMessage(message, pkg, { color: false })}`));

const analysis = await checkPackage(createPackageFromTarballData(new Uint8Array(tarball)), {
  // Scripts for a page and their hashes: nothing to import, so without types.
  excludeEntrypoints: [/^\.\/dist\//],
});
if (!analysis.types) faults.push('are-the-types-wrong: there are no types');
for (const problem of 'problems' in analysis ? analysis.problems : []) {
  // It is for modules only: what CommonJS and TypeScript's old way of looking make of it is known.
  const kind = 'resolutionKind' in problem ? problem.resolutionKind : undefined;
  if (kind === 'node10' || kind === 'node16-cjs') continue;
  faults.push(`are-the-types-wrong: ${JSON.stringify(problem)}`);
}

/** The pages too: README's links lead to them. */
const allowed =
  /^(?:docs\/(?:deploy\/.+|[a-z]+\.(?:md|svg|png))|dist\/.+\.(?:js|js\.map|d\.ts)|dist\/(?:sri|web-types|vscode\.(?:html|css)-custom-data)\.json|dist\/THIRD-PARTY-LICENSES\.txt|custom-elements\.json|package\.json|README\.md|LICENSE|CHANGELOG\.md)$/;
const superfluous = files.filter((file) => !allowed.test(file));
if (superfluous.length > 0) faults.push(`Superfluous in the package: ${superfluous.join(', ')}`);

for (const fault of faults) console.log(fault);
if (faults.length > 0) process.exitCode = 1;
else console.log(`${files.length} files, ${tarball.length.toLocaleString('en')} bytes packed`);

/** `npm run manifest` writes custom-elements.json; with `--check` it only says whether the one here is fresh. */
// @ts-expect-error -- the analyzer has no types for its command
import { cli } from '@custom-elements-manifest/analyzer/cli.js';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './bundle.mjs';

const file = join(root, 'custom-elements.json');
const manifest = await cli({ argv: ['analyze', '--quiet'], cwd: root, noWrite: true });
if (!JSON.stringify(manifest).includes('"custom-element-definition"')) {
  throw new Error('The manifest names no custom element: is `@tagName` missing in its class doc?');
}
const fresh = `${JSON.stringify(manifest, null, 2)}\n`;

if (!process.argv.includes('--check')) {
  writeFileSync(file, fresh);
} else if (!existsSync(file) || readFileSync(file, 'utf8') !== fresh) {
  console.log('custom-elements.json is not what the source says. Run `npm run manifest` and commit it.');
  process.exitCode = 1;
}

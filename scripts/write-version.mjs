/** Writes the package's version into the source, for the warning about a tag that is defined twice. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';

const file = join(root, 'src/element/version.ts');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const source = readFileSync(file, 'utf8');
writeFileSync(file, source.replace(/VERSION = '[^']*'/, `VERSION = '${version}'`));

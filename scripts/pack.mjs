/** Packs what is built, for the consumer apps that install the package from its archive. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';

const folder = join(root, 'node_modules/.cache/package');

/**
 * Packs what is built, as `npm publish` would.
 * @returns {{ tarball: Buffer }} the archive
 */
export function pack() {
  mkdirSync(folder, { recursive: true });
  const output = execFileSync('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', folder], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  // Depending on its version, npm prints an array, or an object by the package's name.
  const [packed] = /** @type {{ filename: string }[]} */ (Object.values(JSON.parse(output)));
  if (!packed) throw new Error(`npm pack printed no archive: ${output}`);
  return { tarball: readFileSync(join(folder, packed.filename)) };
}

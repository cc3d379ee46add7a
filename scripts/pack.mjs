import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './bundle.mjs';

const folder = join(root, 'node_modules/.cache/package');

/**
 * What `npm publish` would send of what is built: the archive, and the files in it.
 * @returns {{ path: string, tarball: Buffer, files: string[] }}
 */
export function pack() {
  mkdirSync(folder, { recursive: true });
  const out = execFileSync('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', folder], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const said = JSON.parse(out);
  // An array, or an object by the package's name: it differs between versions of npm.
  const [packed] = /** @type {{ filename: string, files: { path: string }[] }[]} */ (Object.values(said));
  if (!packed) throw new Error(`npm pack said ${out}`);
  const path = join(folder, packed.filename);
  return { path, tarball: readFileSync(path), files: packed.files.map((file) => file.path) };
}

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A short hash of texts and bytes. */
export function fingerprint(...parts: (string | Buffer)[]): string {
  const sum = createHash('sha256');
  for (const part of parts) sum.update(part).update('\0');
  return sum.digest('hex').slice(0, 16);
}

/** The paths and contents of a file, or of all files in a folder and its subfolders. */
export function contents(path: string): (string | Buffer)[] {
  if (statSync(path).isFile()) return [path, readFileSync(path)];
  return readdirSync(path, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name))
    .flatMap((file) => [file, readFileSync(file)]);
}

import { existsSync, readFileSync } from 'node:fs';
import type { PublishedBuild } from './options.js';

const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));

/** The version that this doctor belongs to. */
export const ownVersion = (): string => (read('../../package.json') as { version: string }).version;

/** Its files for script tags; undefined in a clone that was not built. */
export function ownBuild(): PublishedBuild | undefined {
  const path = '../../dist/sri.json';
  if (!existsSync(new URL(path, import.meta.url))) return undefined;
  return { version: ownVersion(), integrity: read(path) as Record<string, string> };
}

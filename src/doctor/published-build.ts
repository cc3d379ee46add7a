import { existsSync, readFileSync } from 'node:fs';
import type { PublishedBuild } from './options.js';

const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));

/** The version that this doctor belongs to. */
export const ownVersion = (): string => (read('../../package.json') as { version: string }).version;

/** The published build that this doctor belongs to; undefined in a clone that was not built. */
export function ownBuild(): PublishedBuild | undefined {
  const path = '../../dist/sri.json';
  if (!existsSync(new URL(path, import.meta.url))) return undefined;
  return {
    version: ownVersion(),
    attributes: ownAttributes(),
    integrity: read(path) as Record<string, string>,
  };
}

/** The part of `custom-elements.json` that is read. */
interface Manifest {
  readonly modules: readonly {
    readonly declarations?: readonly {
      readonly tagName?: string;
      readonly attributes?: readonly { readonly name: string; readonly type?: { readonly text: string } }[];
    }[];
  }[];
}

/** The types of the element's attributes by their names. */
export function ownAttributes(): Record<string, string> {
  const { modules } = read('../../custom-elements.json') as Manifest;
  const attributes = modules
    .flatMap(({ declarations = [] }) => declarations)
    .filter(({ tagName }) => tagName === 'baanx-kyc-step')
    .flatMap(({ attributes = [] }) => attributes);
  return Object.fromEntries(attributes.map(({ name, type }) => [name, type?.text ?? 'string']));
}

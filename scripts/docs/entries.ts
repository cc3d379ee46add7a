import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root.mjs';

const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  exports: Record<string, string | { types?: string }>;
};

/** The source file of each entry of the package, by the name that apps import. */
export const ENTRIES: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(exports).flatMap(([entry, target]) => {
    const types = typeof target === 'string' ? '' : (target.types ?? '');
    const source = types.replace('./dist/', 'src/').replace(/\.d\.ts$/, '');
    const file = [`${source}.ts`, `${source}.tsx`].find(
      (name) => name.includes('*') || existsSync(join(root, name)),
    );
    return file ? [[entry.replace('.', 'baanx-kyc-step'), file]] : [];
  }),
);

/** The entries whose functions and types the reference describes, by the generated part that describes them. */
export const DESCRIBED_ENTRIES: Readonly<Record<string, readonly string[]>> = {
  'api-server': [
    'baanx-kyc-step/proxy',
    'baanx-kyc-step/proxy/node',
    'baanx-kyc-step/proxy/limits',
    'baanx-kyc-step/server',
    'baanx-kyc-step/sandbox',
    'baanx-kyc-step/sandbox/node',
    'baanx-kyc-step/sandbox/vite',
    'baanx-kyc-step/sandbox/playwright',
    'baanx-kyc-step/doctor',
  ],
  'api-headless': ['baanx-kyc-step/headless', 'baanx-kyc-step/headless/react'],
};

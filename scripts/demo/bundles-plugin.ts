/** A Vite plugin: serves the script tags’ files to the demo, built from the source. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { BUNDLES, bundle } from '../bundle.mjs';
import { root } from '../root.mjs';

const folder = join(root, 'node_modules/.cache/demo');

/** Serves the bundles to the demo's script tags, built from the current source. */
export function demoBundles(): Plugin {
  return {
    name: 'demo-bundles',
    configureServer(server) {
      for (const format of ['es', 'iife'] as const)
        server.middlewares.use(`/${BUNDLES[format]}`, (_req, res, next) => {
          void bundle(format, folder)
            .then(() => readFile(join(folder, BUNDLES[format])))
            .then((code) => res.setHeader('content-type', 'text/javascript').end(code), next);
        });
    },
  };
}

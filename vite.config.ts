import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { onLog } from './scripts/bundle.mjs';
import { demoBackend } from './scripts/demo-backend.js';
import { demoBundles } from './scripts/demo-bundles.js';
import { demoCompilers } from './scripts/demo-compilers.js';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** `npm start`: the demo page over the source, with a backend. The library is built by scripts/build.mjs. */
export default defineConfig({
  root: here('./demo'),
  // An address that is no page is not found, instead of being the playground.
  appType: 'mpa',
  clearScreen: false,
  cacheDir: here('./node_modules/.vite'),
  // Lit as it is shipped: its development build warns in the console of whoever tries the demo.
  resolve: {
    conditions: ['module', 'browser', 'production'],
    // The examples import the package as an app does, and get the source.
    alias: [
      { find: /^baanx-kyc-step$/, replacement: here('./src/index.ts') },
      { find: /^baanx-kyc-step\/(\w+)$/, replacement: here('./src/$1.ts') },
      { find: 'next/navigation', replacement: here('./demo/frameworks/next/navigation.ts') },
    ],
  },
  plugins: [demoBackend(), demoBundles(), demoCompilers()],
  build: {
    // Angular with its compiler, for its page alone.
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      onLog,
      input: ['index', 'sign-up', 'frameworks', 'gallery', 'brands', 'gallery-cell', 'gallery-veriff'].map(
        (page) => here(`./demo/${page}.html`),
      ),
    },
  },
  server: {
    host: '127.0.0.1',
    port: 5173,
    strictPort: false,
    // So that the example of a service worker may be over a page that is not below it.
    headers: { 'service-worker-allowed': '/' },
    fs: { allow: [here('.')] },
  },
});

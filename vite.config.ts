import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { onLog } from './scripts/bundle.mjs';
import { demoBackend } from './scripts/demo/backend-plugin.js';
import { demoBundles } from './scripts/demo/bundles-plugin.js';
import { demoCompilers } from './scripts/demo/compilers-plugin.js';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The playground: `npm start` serves it from the source, with a backend. scripts/build.mjs builds the package. */
export default defineConfig({
  root: here('./demo'),
  // Unknown paths are answered with 404 instead of the playground.
  appType: 'mpa',
  clearScreen: false,
  cacheDir: here('./node_modules/.vite'),
  // Lit's production build. The development build logs warnings to the console.
  resolve: {
    conditions: ['module', 'browser', 'production'],
    // The examples import the package by its name, as an app does, and get the source.
    alias: [
      { find: /^baanx-kyc-step$/, replacement: here('./src/index.ts') },
      { find: /^baanx-kyc-step\/(\w+|headless\/react)$/, replacement: here('./src/$1.ts') },
      { find: 'next/navigation', replacement: here('./demo/frameworks/next/navigation.ts') },
    ],
  },
  plugins: [demoBackend(), demoBundles(), demoCompilers()],
  build: {
    // One page loads Angular with its compiler.
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      onLog,
      input: [
        'index',
        'sign-up',
        'phone',
        'frameworks',
        'gallery',
        'brands',
        'gallery-cell',
        'gallery-veriff',
      ].map((page) => here(`./demo/${page}.html`)),
    },
  },
  server: {
    host: '127.0.0.1',
    port: 5173,
    strictPort: false,
    // Lets the service worker example control pages outside its own folder.
    headers: { 'service-worker-allowed': '/' },
    fs: { allow: [here('.')] },
  },
});

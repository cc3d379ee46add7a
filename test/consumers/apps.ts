import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { serveFiles } from '../support/host.js';
import { startNext } from '../support/next-server.js';

/** A strict Content Security Policy: no inline scripts or styles, and Trusted Types. */
const STRICT_HEADERS = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    'frame-src https://*.veriff.me https://*.veriff.com',
    "require-trusted-types-for 'script'",
    'trusted-types lit-html',
  ].join('; '),
};

/** Serves an app without a build step, and the package's `dist` beside it. */
const servePage = (script: string) => (home: string) => {
  const dist = join(home, 'node_modules/baanx-kyc-step/dist');
  const hashes = JSON.parse(readFileSync(join(dist, 'sri.json'), 'utf8')) as Record<string, string>;
  return {
    pages: serveFiles([home, dist], STRICT_HEADERS, (html) =>
      html.replace('{{integrity}}', hashes[script] ?? ''),
    ),
    close: () => Promise.resolve(),
  };
};
/** Serves what the app's build wrote. */
const serveBuild = (home: string) => ({
  pages: serveFiles([join(home, 'dist')]),
  close: () => Promise.resolve(),
});

/**
 * The apps, with the way in which each template sets the onboarding ID and listens for the verdict. Pages without a
 * framework have no template, so they listen in a script.
 */
export const APPS = [
  {
    name: 'plain',
    title: 'Module script; SRI, strict CSP, Trusted Types',
    source: 'index.html',
    id: 'onboarding-id',
    event: undefined,
    serve: servePage('baanx-kyc-step.js'),
  },
  {
    name: 'classic',
    title: 'Classic script; the same',
    source: 'index.html',
    id: 'onboarding-id',
    event: undefined,
    serve: servePage('baanx-kyc-step.iife.js'),
  },
  {
    name: 'react-18',
    title: 'React 18',
    source: 'src/app.tsx',
    id: 'onboardingId',
    event: 'onVerified',
    serve: serveBuild,
  },
  {
    name: 'react-19',
    title: 'React 19, StrictMode',
    source: 'src/app.tsx',
    id: 'onboardingId',
    event: 'onVerified',
    serve: serveBuild,
  },
  {
    name: 'next',
    title: 'Next 16, server-rendered',
    source: 'app/verification.tsx',
    id: 'onboardingId',
    event: 'onVerified',
    serve: startNext,
  },
  {
    name: 'vue',
    title: 'Vue 3',
    source: 'src/app.vue',
    id: ':onboarding-id',
    event: '@verified',
    serve: serveBuild,
  },
  {
    name: 'angular',
    title: 'Angular 21, no zones',
    source: 'src/app.ts',
    id: '[applicantId]',
    event: '(verified)',
    serve: serveBuild,
  },
  {
    name: 'svelte',
    title: 'Svelte 5',
    source: 'src/app.svelte',
    id: 'applicant-id',
    event: 'onverified',
    serve: serveBuild,
  },
  {
    name: 'preact',
    title: 'Preact 11',
    source: 'src/app.tsx',
    id: 'applicant-id',
    event: 'onverified',
    serve: serveBuild,
  },
  {
    name: 'solid',
    title: 'Solid 1',
    source: 'src/app.tsx',
    id: 'applicant-id',
    event: 'on:verified',
    serve: serveBuild,
  },
] as const;

export type App = (typeof APPS)[number];

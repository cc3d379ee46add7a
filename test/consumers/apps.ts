import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { files } from '../support/host.js';
import { startNext } from '../support/next-server.js';

/** As strict as a bank's: no inline script or style, no string into a sink that runs it. */
const STRICT = {
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

const plain = (script: string) => (home: string) => {
  const dist = join(home, 'node_modules/baanx-kyc-step/dist');
  const hashes = JSON.parse(readFileSync(join(dist, 'sri.json'), 'utf8')) as Record<string, string>;
  return {
    pages: files([home, dist], STRICT, (html) => html.replace('{{integrity}}', hashes[script] ?? '')),
    close: () => Promise.resolve(),
  };
};
const built = (home: string) => ({ pages: files([join(home, 'dist')]), close: () => Promise.resolve() });

/**
 * The apps, and how each says whom the step is for and hears of the verdict. A page without a framework has no
 * template that could do either with what a script knows.
 */
export const APPS = [
  {
    name: 'plain',
    title: 'Module script; SRI, strict CSP, Trusted Types',
    source: 'index.html',
    id: 'onboarding-id',
    event: undefined,
    serve: plain('baanx-kyc-step.js'),
  },
  {
    name: 'classic',
    title: 'Classic script; the same',
    source: 'index.html',
    id: 'onboarding-id',
    event: undefined,
    serve: plain('baanx-kyc-step.iife.js'),
  },
  {
    name: 'react-18',
    title: 'React 18',
    source: 'src/app.tsx',
    id: 'onboardingId',
    event: 'onVerified',
    serve: built,
  },
  {
    name: 'react-19',
    title: 'React 19, StrictMode',
    source: 'src/app.tsx',
    id: 'onboardingId',
    event: 'onVerified',
    serve: built,
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
    serve: built,
  },
  {
    name: 'angular',
    title: 'Angular 21, no zones',
    source: 'src/app.ts',
    id: '[applicantId]',
    event: '(verified)',
    serve: built,
  },
  {
    name: 'svelte',
    title: 'Svelte 5',
    source: 'src/app.svelte',
    id: 'applicant-id',
    event: 'onverified',
    serve: built,
  },
  {
    name: 'preact',
    title: 'Preact 11',
    source: 'src/app.tsx',
    id: 'applicant-id',
    event: 'onverified',
    serve: built,
  },
  {
    name: 'solid',
    title: 'Solid 1',
    source: 'src/app.tsx',
    id: 'applicant-id',
    event: 'on:verified',
    serve: built,
  },
] as const;

export type App = (typeof APPS)[number];

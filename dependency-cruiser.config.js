/**
 * The direction of imports in `src`, type imports included: dependency-cruiser reports every import that no line of
 * `allowed` covers, and every circular one. `npm run lint` runs it; `npm run docs` draws the graph in CONTRIBUTING.md.
 */

import { builtinModules } from 'node:module';
import { join } from 'node:path';

/** Shared by the element and the servers: Baanx's paths, bodies, states and failures, and Veriff's origins. */
const SHARED = '^src/baanx/(wire|trusted-origin|result|response-failure)\\.ts$';

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-circular',
      comment:
        'Two modules that import each other cannot be read one at a time. Move what both need to a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'shared-is-a-leaf',
      comment: 'The browser and the servers both load these modules, so they import nothing else.',
      severity: 'error',
      from: { path: SHARED },
      to: { pathNot: SHARED },
    },
    {
      name: 'not-resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'web-standard-entries-load-no-node',
      comment: 'These entries also run on edge runtimes, in service workers and in browsers.',
      severity: 'error',
      from: { path: '^src/(proxy/handler|sandbox/index|server/index)\\.ts$' },
      to: { path: `^(${builtinModules.join('|')})$`, reachable: true },
    },
  ],
  allowed: [
    { from: { path: '^src/([^/]+)/' }, to: { path: '^src/$1/' } },
    { from: { path: '^src/[^/]+\\.ts$' }, to: { path: ['^src/', '^node_modules/'] } },
    {
      from: { path: '^src/element/' },
      to: {
        path: ['^src/(headless|veriff|baanx|flow|i18n)/', '^node_modules/(lit|lit-html|lit-element|@lit)/'],
      },
    },
    { from: { path: '^src/element/handoff-link\\.ts$' }, to: { path: '^node_modules/lean-qr/' } },
    { from: { path: '^src/(veriff|flow|i18n|proxy|server|sandbox|doctor)/' }, to: { path: SHARED } },
    { from: { path: '^src/headless/' }, to: { path: '^src/(veriff|baanx|flow|i18n)/' } },
    { from: { path: '^src/headless/react\\.ts$' }, to: { path: '^node_modules/(@types/)?react/' } },
    { from: { path: '^src/(veriff|baanx|i18n)/' }, to: { path: '^src/flow/' } },
    { from: { path: '^src/server/' }, to: { path: '^src/proxy/' } },
    { from: { path: '^src/sandbox/' }, to: { path: '^src/(proxy|server)/' } },
    { from: { path: '^src/doctor/' }, to: { path: '^src/server/signature\\.ts$' } },
    {
      comment: 'Servers may use packages and Node.',
      from: { path: '^src/(proxy|server|sandbox|doctor)/' },
      to: { dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-peer', 'npm-optional'] },
    },
  ],
  allowedSeverity: 'error',
  options: {
    // Type imports count.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: join(import.meta.dirname, 'tsconfig.json') },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['types', 'import', 'default'] },
  },
};

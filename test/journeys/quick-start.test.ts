import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createServer, type UserConfig, type ViteDevServer } from 'vite';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { root } from '../../scripts/root.mjs';
import { demoCompilers } from '../../scripts/demo/compilers-plugin.js';
import { load } from '../docs/run.js';
import { snippetOf, snippets } from '../docs/snippets.js';
import { Demo, Visit } from '../support/demo.js';

const PAGE = 'docs/quick-start.md';

/** What the templates of Vite and Angular bring: the script that mounts the component. */
const TEMPLATES = {
  react: {
    component: 'src/App.tsx',
    main: `import { createElement, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import App from './App.tsx';
createRoot(document.querySelector('#app')).render(createElement(StrictMode, null, createElement(App)));`,
  },
  vue: {
    component: 'src/App.vue',
    main: `import { createApp } from 'vue';
import App from './App.vue';
createApp(App).mount('#app');`,
  },
  svelte: {
    component: 'src/App.svelte',
    main: `import { mount } from 'svelte';
import App from './App.svelte';
mount(App, { target: document.querySelector('#app') });`,
  },
  angular: {
    component: 'src/app/app.ts',
    main: `import '@angular/compiler';
import { provideZonelessChangeDetection } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { App } from './app/app.ts';
bootstrapApplication(App, { providers: [provideZonelessChangeDetection()] });`,
  },
} as const;

/** The code of a file that the page shows: its first line is a comment with the file's name. */
function sourceOf(file: string): string {
  const found = snippets().find(
    ({ at, text }) => at.startsWith(`${PAGE}:`) && /^(?:\/\/|<!--) (\S+)/.exec(text)?.[1] === file,
  );
  if (!found) throw new Error(`${PAGE} has no snippet of ${file}`);
  return found.text;
}

/** The snippet that begins so. */
const bodyOf = (start: string): string =>
  snippets().find(({ at, text }) => at.startsWith(`${PAGE}:`) && text.startsWith(start))?.text ?? '';

const PAGE_HEAD = '<!doctype html><link rel="icon" href="data:,">';

/** The projects of the page, each with its files. */
const PROJECTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  plain: {
    'index.html': `${PAGE_HEAD}${bodyOf('<baanx-kyc-step')}`.replace('/src/', './src/'),
    'src/main.ts': sourceOf('src/main.ts'),
  },
  ...Object.fromEntries(
    Object.entries(TEMPLATES).map(([name, { component, main }]) => [
      name,
      {
        'index.html': `${PAGE_HEAD}<div id="app"></div><app-root></app-root>
<script type="module" src="./src/main.js"></script>`,
        'src/main.js': main,
        [component]: sourceOf(component),
      },
    ]),
  ),
};

// Inside this package, so that its packages are found.
const home = join(root, '.cache/quick-start', String(process.pid));
let demo: Demo;
let server: ViteDevServer;
beforeAll(async () => {
  demo = await Demo.open();
  for (const [project, files] of Object.entries(PROJECTS))
    for (const [file, text] of Object.entries(files)) {
      const path = join(home, project, file);
      mkdirSync(dirname(path), { recursive: true });
      // Each project has a person of its own: they share the sandbox, where a person is verified once.
      writeFileSync(path, text.replace('approve-1', `approve-${project}`));
    }
  cpSync(join(root, 'demo/frameworks/angular/tsconfig.json'), join(home, 'angular/tsconfig.json'));
  server = await serveProjects();
});
afterEach(() => demo.closePages());
afterAll(async () => {
  await demo.close();
  await server.close();
  rmSync(home, { recursive: true });
});

/** Serves the projects as `npm run dev` does, with the source in place of the installed package. */
async function serveProjects(): Promise<ViteDevServer> {
  const { default: config } = await load<{ default: UserConfig }>(snippetOf(PAGE, 'vite.config.ts'));
  const created = await createServer({
    root: home,
    configFile: false,
    logLevel: 'silent',
    cacheDir: join(home, 'cache'),
    plugins: [...(config.plugins ?? []), demoCompilers()],
    resolve: {
      conditions: ['module', 'browser', 'production'],
      alias: [
        { find: /^baanx-kyc-step$/, replacement: join(root, 'src/index.ts') },
        { find: /^baanx-kyc-step\/(\w+)$/, replacement: join(root, 'src/$1.ts') },
      ],
    },
    optimizeDeps: { entries: Object.keys(PROJECTS).map((project) => `${project}/index.html`) },
    server: { host: '127.0.0.1', port: 0, fs: { allow: [root] } },
  });
  return created.listen();
}

it.each(Object.keys(PROJECTS))(
  'The quick start leads to the next step of the sign-up: %s',
  { timeout: 60_000 },
  async (project) => {
    const visit = await Visit.begin(
      await demo.blank(),
      `${server.resolvedUrls?.local[0] ?? ''}${project}/index.html`,
      {},
    );
    await visit.page.locator('baanx-kyc-step [part~=start][aria-disabled=false]').click();
    await visit.verify('Approve');
    await visit.page.getByText('The next step of your sign-up goes here').waitFor();
    await visit.waitForState('verified');
    expect(visit.console.filter((line) => line.startsWith('error'))).toEqual([]);
  },
);

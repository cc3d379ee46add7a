import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { transformWithOxc } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../scripts/bundle.mjs';
import { snippets, type Snippet } from '../docs/snippets.js';
import { Demo } from '../support/demo.js';

let demo: Demo;
beforeAll(async () => {
  demo = await Demo.open();
});
afterAll(() => demo.close());

/** What the snippets take for granted, as test/docs/host.d.ts declares it. It notes what it was called with. */
const HOST = `
const said = (window.said = []);
window.nextStep = () => said.push('nextStep');
window.count = (...what) => said.push(what);
window.myToken = () => 'token';
`;

/** Pages' snippets that are for a page: HTML, and the script that follows it or stands alone. */
const all = snippets().filter(({ at }) => /^(README|docs\/(recipes|production))/.test(at));
const isScript = ({ language, text }: Snippet) =>
  language === 'ts' &&
  !/from '(?:node:|ioredis|vite|baanx-kyc-step\/(?:proxy|sandbox))/.test(text) &&
  !text.includes('createKycProxy');
const forPages = all.flatMap((snippet, index) => {
  const script = isScript(snippet) ? snippet : undefined;
  if (snippet.language !== 'html' && !script) return [];
  if (/<script[^>]* src="(?:https|locales)/.test(snippet.text)) return [];
  const next = all[index + 1];
  const before = all[index - 1];
  if (script && before?.language === 'html') return [];
  const html = script ? '<baanx-kyc-step onboarding-id="verified-1"></baanx-kyc-step>' : snippet.text;
  return [
    { at: snippet.at, html, script: (script ?? (next && isScript(next) ? next : undefined))?.text ?? '' },
  ];
});

describe('the snippets for a page run in a page', () => {
  it.each(forPages)('$at', async ({ html, script }) => {
    const page = await demo.blank();
    const faults: string[] = [];
    page.on('pageerror', ({ message }) => faults.push(message));
    const { code } = await transformWithOxc(script.replace(/^import .*;$/gm, ''), 'snippet.ts');
    await page.route('**/snippet.html', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<!doctype html><script>${HOST}</script>
          ${html.replace(/100a99cf-[\w-]+/g, 'verified-1').replace('src="baanx-kyc-step.js"', 'src="/main-module.js"')}
          <script type="module" src="/@fs${join(root, 'src/index.ts')}"></script>
          <script type="module">${code}</script>`,
      }),
    );
    await page.route('**/main-module.js', (route) =>
      route.fulfill({ contentType: 'text/javascript', body: '' }),
    );
    await page.goto(`${demo.url}snippet.html`);
    const account = html.includes('flow="account"');
    await page.waitForFunction(
      (wanted) =>
        [...document.querySelectorAll('baanx-kyc-step')].some(({ state }) => wanted.includes(state)),
      account ? ['failed'] : ['verified'],
    );
    if (`${html}${script}`.includes('nextStep()') && !script.includes('#next'))
      expect(await page.evaluate('said')).toContain('nextStep');
    if (script.includes('count(')) expect(await page.evaluate('said.length')).toBeGreaterThan(0);
    expect(faults).toEqual([]);
    await page.context().close();
  });
});

it('has a picture of the step as it is (npm run screenshot)', () => {
  execFileSync(process.execPath, ['scripts/screenshot.mjs', '--check'], { cwd: root, stdio: 'pipe' });
});

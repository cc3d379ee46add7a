import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { transformWithOxc } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../scripts/bundle.mjs';
import { ENTRIES } from '../docs/compile.js';
import { isForPage, snippets, type Snippet } from '../docs/snippets.js';
import { Demo, Visit } from '../support/demo.js';
import { behind, Host } from '../support/host.js';

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

const NAMED = '<baanx-kyc-step onboarding-id="verified-1"></baanx-kyc-step>';
/** Not what loads published files, which are looked at where they are built, nor what another test fills in. */
const isForDemo = ({ language, text }: Snippet): boolean =>
  language === 'html' && !/<script[^>]* src="(?:https|locales)|{{|veriff-origins/.test(text);
const isPair = (one: Snippet, next: Snippet): boolean =>
  isForDemo(one) && isForPage(next) && one.section === next.section;

/** Pages' snippets that are for a page: HTML, and the script that follows it or stands alone. */
const all = snippets();
const forPages = all.flatMap((snippet, index) => {
  const [before, next] = [all[index - 1], all[index + 1]];
  if (isForPage(snippet))
    return before && isPair(before, snippet) ? [] : [{ at: snippet.at, html: NAMED, script: snippet.text }];
  if (!isForDemo(snippet)) return [];
  return [{ at: snippet.at, html: snippet.text, script: next && isPair(snippet, next) ? next.text : '' }];
});

/** Script with the package's entries where the dev server has their source. */
const overSource = (script: string): string =>
  script.replace(/^import '(baanx-kyc-step[^']*)';$/gm, (_, entry: string) => {
    const locale = entry.split('/locales/')[1];
    const file = locale ? `src/i18n/locales/${locale}.ts` : ENTRIES[entry];
    return `import '/@fs${join(root, file ?? entry)}';`;
  });

describe('the snippets for a page run in a page', () => {
  it.each(forPages)('$at', async ({ html, script }) => {
    const page = await demo.blank();
    const faults: string[] = [];
    page.on('pageerror', ({ message }) => faults.push(message));
    const bearers: (string | undefined)[] = [];
    page.on('request', (asked) => {
      if (asked.url().includes('/api/baanx/')) bearers.push(asked.headers()['authorization']);
    });
    const { code } = await transformWithOxc(overSource(script), 'snippet.ts');
    await page.route('**/snippet.html', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<!doctype html><script>${HOST}</script>
          ${(script.includes('createElement') ? '' : html).replace('src="baanx-kyc-step.js"', 'src="/main-module.js"')}
          <script type="module" src="/@fs${join(root, 'src/index.ts')}"></script>
          <script type="module">${code}</script>`.replace(/100a99cf-[\w-]+/g, 'verified-1'),
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
    if (script.includes('myToken()')) expect(bearers).toEqual(['Bearer token']);
    expect(faults).toEqual([]);
    await page.context().close();
  });
});

describe('the headers of the documentation', () => {
  it.each(all.filter(({ language }) => language === 'http'))(
    'let Veriff in, with its camera: $at',
    async ({ text }) => {
      const page = `<!doctype html>${NAMED.replace('verified-1', 'approve-1')}
        <script type="module" src="/@fs${join(root, 'src/index.ts')}"></script>`;
      const headers = Object.fromEntries(
        [...text.matchAll(/^([\w-]+): (.+)$/gm)].map(([, ...one]) => one),
      ) as Record<string, string>;
      const source = behind(Number(new URL(demo.url).port));
      const host = await Host.open((req, res) => {
        if (req.url !== '/headers.html') return source(req, res);
        res.writeHead(200, { 'content-type': 'text/html', ...headers }).end(page);
      });
      const blank = await demo.blank();
      await host.serveVeriff(blank.context());
      const visit = await Visit.begin(blank, `${host.url}headers.html`, {});
      await visit.press('Start verification');
      for (const name of ['Continue', 'Passport', 'Take photo'])
        await visit.veriff.getByRole('button', { name }).click();
      await visit.veriff.getByRole('button', { name: 'Submit' }).waitFor();
      expect(visit.console).toEqual([]);
      await blank.context().close();
      await host.close();
    },
  );
});

it('styles the step as README says', async () => {
  const { page } = await demo.page({ 'onboarding-id': 'approve-1' });
  const [css] = all.filter(({ language }) => language === 'css');
  await page.addStyleTag({ content: css?.text ?? '' });
  const start = page.getByRole('button', { name: 'Start verification' });
  const { background, ...look } = await start.evaluate((button) => {
    const { backgroundColor, borderRadius, textTransform } = getComputedStyle(button);
    return { background: backgroundColor, borderRadius, textTransform };
  });
  expect(look).toEqual({ borderRadius: '4px', textTransform: 'uppercase' });
  expect(background).toContain('122, 31, 162');
  await page.context().close();
});

it('has a picture of the step as it is (npm run screenshot)', () => {
  execFileSync(process.execPath, ['scripts/screenshot.mjs', '--check'], { cwd: root, stdio: 'pipe' });
});

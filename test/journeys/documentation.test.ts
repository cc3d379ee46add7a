import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { transformWithOxc } from 'vite';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../scripts/root.mjs';
import { ENTRIES } from '../../scripts/docs/entries.js';
import { isForPage, snippets, type Snippet } from '../docs/snippets.js';
import { Site, Visit } from '../support/demo.js';
import { forwardTo, Host } from '../support/host.js';

let site: Site;
beforeAll(async () => {
  site = await Site.openSource();
});
afterEach(() => site.closePages());
afterAll(() => site.close());

/** The host's own functions that the snippets call, as test/docs/host.d.ts declares them. They record their calls. */
const HOST_FUNCTIONS = `
const calls = (window.calls = []);
window.nextStep = () => calls.push('nextStep');
window.count = (...values) => calls.push(values);
window.myToken = () => 'token';
`;

const ELEMENT = '<baanx-kyc-step onboarding-id="verified-1"></baanx-kyc-step>';
/**
 * Whether it is HTML that this test can run. It cannot run snippets that load published files, which the tests of the
 * build cover, that have a placeholder, that import the package, which test/journeys/sandbox-examples.test.ts covers, or
 * whose script is another example (test/journeys/headless-page.test.ts).
 */
const isRunnableHtml = ({ language, text }: Snippet): boolean =>
  language === 'html' &&
  !/<script[^>]* src="(?:https|locales|plain-page)|{{|veriff-origins|import '/.test(text);
/** Whether the script belongs to the HTML before it. */
const isPair = (html: Snippet, script: Snippet): boolean =>
  isRunnableHtml(html) && isForPage(script) && html.section === script.section;

const all = snippets();
/** The snippets that run in a page: HTML, with the script that follows it, or a script alone. */
const pageSnippets = all.flatMap((snippet, index) => {
  const [before, next] = [all[index - 1], all[index + 1]];
  if (isForPage(snippet))
    return before && isPair(before, snippet) ? [] : [{ at: snippet.at, html: ELEMENT, script: snippet.text }];
  if (!isRunnableHtml(snippet)) return [];
  return [{ at: snippet.at, html: snippet.text, script: next && isPair(snippet, next) ? next.text : '' }];
});

/** Replaces imports of the package with imports of its source from the development server. */
const importSource = (script: string): string =>
  script.replace(/^import '(baanx-kyc-step[^']*)';$/gm, (_, entry: string) => {
    const locale = entry.split('/locales/')[1];
    const file = locale ? `src/i18n/locales/${locale}.ts` : ENTRIES[entry];
    return `import '/@fs${join(root, file ?? entry)}';`;
  });

describe('A snippet of the documentation for a web page', () => {
  it.each(pageSnippets)('runs without an error: $at', async ({ html, script }) => {
    const page = await site.blank();
    const errors: string[] = [];
    page.on('pageerror', ({ message }) => errors.push(message));
    const authorizations: (string | undefined)[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/api/baanx/')) authorizations.push(request.headers()['authorization']);
    });
    const { code } = await transformWithOxc(importSource(script), 'snippet.ts');
    await page.route('**/snippet.html', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<!doctype html><script>${HOST_FUNCTIONS}</script>
          ${(script.includes('createElement') ? '' : html).replace('src="baanx-kyc-step.js"', 'src="/main-module.js"')}
          <script type="module" src="/@fs${join(root, 'src/index.ts')}"></script>
          <script type="module">${code}</script>`.replace(
          /100a99cf-[\w-]+|(?<=onboarding-id=")[^"]+/g,
          'verified-1',
        ),
      }),
    );
    await page.route('**/main-module.js', (route) =>
      route.fulfill({ contentType: 'text/javascript', body: '' }),
    );
    await page.goto(`${site.url}snippet.html`);
    const isAccountFlow = html.includes('flow="account"');
    await page.waitForFunction(
      (expected) => [...document.querySelectorAll('baanx-kyc-step')].some(({ state }) => state === expected),
      isAccountFlow ? 'failed' : 'verified',
    );
    if (/'verified', \(\) => (?:{[^}]*)?nextStep\(\)/.test(html + script))
      expect(await page.evaluate('calls')).toContain('nextStep');
    if (script.includes('count(')) expect(await page.evaluate('calls.length')).toBeGreaterThan(0);
    if (script.includes('myToken()')) expect(authorizations).toEqual(['Bearer token']);
    expect(errors).toEqual([]);
  });
});

describe('The response headers of the documentation', () => {
  it.each(all.filter(({ language }) => language === 'http'))(
    'allow Veriff’s frame and its camera: $at',
    async ({ text }) => {
      const page = `<!doctype html>${ELEMENT.replace('verified-1', 'approve-1')}
        <script type="module" src="/@fs${join(root, 'src/index.ts')}"></script>`;
      const headers = Object.fromEntries(
        [...text.matchAll(/^([\w-]+): (.+)$/gm)].map(([, ...header]) => header),
      ) as Record<string, string>;
      const forward = forwardTo(Number(new URL(site.url).port));
      const host = await Host.open((req, res) => {
        if (req.url !== '/headers.html') return forward(req, res);
        res.writeHead(200, { 'content-type': 'text/html', ...headers }).end(page);
      });
      const blank = await site.blank();
      await host.serveVeriff(blank.context());
      const visit = await Visit.begin(blank, `${host.url}headers.html`, {});
      await visit.press('Start verification');
      for (const name of ['Continue', 'Passport', 'Take photo'])
        await visit.veriff.getByRole('button', { name }).click();
      await visit.veriff.getByRole('button', { name: 'Submit' }).waitFor();
      expect(visit.console).toEqual([]);
      await host.close();
    },
  );
});

it('The CSS example of the reference changes the look of the Start button', async () => {
  const page = await site.blank();
  await page.goto(`${site.url}sign-up.html?onboarding-id=approve-css`);
  const css = all.find(({ at, language }) => language === 'css' && at.startsWith('docs/reference.md'));
  await page.addStyleTag({ content: css?.text ?? '' });
  const start = page.getByRole('button', { name: 'Start verification' });
  const { background, ...look } = await start.evaluate((button) => {
    const { backgroundColor, borderRadius, textTransform } = getComputedStyle(button);
    return { background: backgroundColor, borderRadius, textTransform };
  });
  expect(look).toEqual({ borderRadius: '4px', textTransform: 'uppercase' });
  expect(background).toContain('122, 31, 162');
});

it('README’s screenshot shows the current step (npm run screenshot)', () => {
  execFileSync(process.execPath, ['scripts/pictures/screenshot.mjs', '--check'], {
    cwd: root,
    stdio: 'pipe',
  });
});

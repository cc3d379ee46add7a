import { describe, expect, it } from 'vitest';

import { baseOf, EMPTY_HTML } from '../../src/doctor/context.js';
import { readHtml } from '../../src/doctor/html.js';
import { diagnoseSite, findingsOf, outcomeOf } from './support/diagnose-site.js';
import { GOOD_SCRIPT, GOOD_TAG, htmlOf, PAGE, type Fault, redirectTo } from './support/site.js';

describe('A redirect to a URL that is not http(s)', () => {
  it.each(['javascript:alert("t0k3n")', 'data:text/html,t0k3n', 'myapp://cb?t0k3n', 'blob:null/t0k3n'])(
    'is a finding, not a crash: %s',
    async (location) => {
      const report = await diagnoseSite({ paths: { '/sign-up': redirectTo(location) } });
      expect(outcomeOf(report, 'page-answers')).toMatchObject({
        status: 'failed',
        seen: expect.stringMatching(
          /it redirects to a URL that is neither http nor https \([a-z]+:\)$/,
        ) as string,
      });
      expect(JSON.stringify(report)).not.toContain('t0k3n');
    },
  );

  it('is a finding about the script, too', async () => {
    const report = await diagnoseSite({
      paths: { '/baanx-kyc-step.js': redirectTo('data:text/javascript,1') },
    });
    expect(findingsOf(report)).toMatchObject([
      { id: 'script', seen: expect.stringMatching(/neither http nor https \(data:\)$/) as string },
    ]);
  });
});

describe('The base of a page', () => {
  it.each(['about:blank', 'data:text/html,t0k3n', 'javascript:t0k3n', 'mailto:t0k3n', 'file:///t0k3n'])(
    'does not count if nothing can be requested from it: %s',
    async (base) => {
      const report = await diagnoseSite({ html: htmlOf(`<base href="${base}">`, GOOD_SCRIPT, GOOD_TAG) });
      expect(findingsOf(report)).toEqual([]);
      expect(report.proxyUrl).toBe('https://app.example/api/baanx');
      expect(JSON.stringify(report)).not.toContain('t0k3n');
    },
  );

  it('is that of the first <base> that has one', () => {
    const html = readHtml('<base target="_blank"><base href="/first/"><base href="/second/">');
    expect(baseOf(html, new URL(PAGE)).href).toBe('https://app.example/first/');
    expect(baseOf(EMPTY_HTML, new URL(PAGE)).href).toBe(PAGE);
  });
});

describe('A page made to slow the doctor down or to flood its report', () => {
  const isQuick = async (fault: Fault) => {
    const started = performance.now();
    const report = await diagnoseSite(fault);
    expect(performance.now() - started).toBeLessThan(5_000);
    expect(JSON.stringify(report).length).toBeLessThan(100_000);
    return report;
  };
  const slashes = '/'.repeat(300_000);

  it('has a finding for a proxy-url that no server accepts', async () => {
    const tag = `<baanx-kyc-step onboarding-id="1" proxy-url="/a${slashes}b"></baanx-kyc-step>`;
    const report = await isQuick({ html: htmlOf(GOOD_SCRIPT, tag) });
    expect(outcomeOf(report, 'tag-attributes')).toMatchObject({
      status: 'failed',
      seen: 'proxy-url is longer than 2048 characters',
    });
  });

  it.each([
    ['its base', htmlOf(`<base href="/a${slashes}b/">`, GOOD_SCRIPT, GOOD_TAG)],
    [
      'a script',
      htmlOf(`<script src="/${'baanx-kyc-step'.repeat(60_000)}"></script>`, GOOD_SCRIPT, GOOD_TAG),
    ],
    [
      'the versions of a script',
      htmlOf(`<script type="module" src="/baanx-kyc-step${'@1.1.1'.repeat(60_000)}.js"></script>`, GOOD_TAG),
    ],
    [
      'the name of an attribute',
      htmlOf(GOOD_SCRIPT, `<baanx-kyc-step onboarding-id="1" ${'x'.repeat(4_000_000)}></baanx-kyc-step>`),
    ],
  ])('is read quickly, however long %s is', async (_, html) => {
    const report = await isQuick({ html });
    expect(outcomeOf(report, 'tag')?.status).toBe('passed');
  });

  it('has one finding for the same fault of many tags, and says how many tags are checked', async () => {
    const tag = '<baanx-kyc-step onboarding-id="1" open-in="iframe"></baanx-kyc-step>';
    const report = await isQuick({ html: htmlOf(GOOD_SCRIPT, tag.repeat(50_000)) });
    expect(outcomeOf(report, 'tag-attributes')).toMatchObject({
      seen: 'in the first 20 tags, open-in="iframe" is ignored: the value must be modal or popup or redirect',
      fix: 'open-in="modal" or open-in="popup" or open-in="redirect"',
    });
    expect(outcomeOf(report, 'tag')).toMatchObject({
      seen: expect.stringContaining('50000 tags: the attributes of the first 20 are checked') as string,
    });
  });

  it('has no fix that is longer than anyone would paste', async () => {
    const script = GOOD_SCRIPT.replace('></', ` title="${'x'.repeat(500_000)}" integrity="sha384-AAAA"></`);
    const report = await isQuick({ html: htmlOf(script, GOOD_TAG) });
    expect(findingsOf(report).map(({ id }) => id)).toEqual(['script-integrity']);
  });
});

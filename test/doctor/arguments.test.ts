import { describe, expect, it } from 'vitest';
import { readArguments } from '../../src/doctor/arguments.js';

describe('The command line of the doctor', () => {
  it.each<[string, string[], RegExp]>([
    ['no URL', [], /The URL is missing/],
    ['two URLs', ['a.example', 'b.example'], /only one URL/],
    ['another protocol', ['ftp://a.example'], /must be an http\(s\) URL/],
    ['no URL at all', ['https://'], /The page must be a URL/],
    ['a password in the URL', ['https://u:p4ss@a.example'], /must not contain credentials/],
    ['an option that it does not know', ['a.example', '--nope=p4ss'], /^There is no option --nope\.$/],
    ['a short option that it does not know', ['a.example', '-x'], /^There is no option -x\.$/],
    ['an option without its value', ['a.example', '--proxy'], /^--proxy needs a value\.$/],
    ['an option before its value', ['--proxy', '--json', 'a.example'], /^--proxy needs a value\. If/],
    ['a negative time', ['a.example', '--timeout', '-1'], /^--timeout needs a value\. .* --timeout=…\.$/],
    [
      'an empty ID',
      ['a.example', '--create-session', '--onboarding-id', ''],
      /--onboarding-id must not be empty/,
    ],
    ['no origins', ['a.example', '--veriff-origins', ''], /--veriff-origins must be a list of origins/],
    ['words as origins', ['a.example', '--veriff-origins', 'foo p4ss'], /must be a list of origins/],
    ['an origin with a path', ['a.example', '--veriff-origins', 'https://a.example/p4ss'], /list of origins/],
    ['two checks at once', ['a.example', '--skip', 'csp-frame,csp-connect'], /Repeat it for several/],
    ...['Content-Length: 5', 'host: p4ss', 'Transfer-Encoding: chunked', 'expect: 100-continue'].map(
      (header): [string, string[], RegExp] => [
        `the header ${header}`,
        ['a.example', '--header', header],
        /^--header must not be [a-z-]+: the doctor sets it itself\.$/,
      ],
    ),
    ['a value that is not needed', ['a.example', '--json=p4ss'], /^--json takes no value\.$/],
    [
      'a mode that is none',
      ['a.example', '--open-in=tab'],
      /--open-in must be one of: modal, popup, redirect/,
    ],
    ['a check that is none', ['a.example', '--skip=csp'], /--skip must be one of: .*csp-frame/],
    ['a header that is none', ['a.example', '--header=p4ss'], /--header must look like/],
    ['a header with a line break', ['a.example', '--header=cookie: p4ss\nx: y'], /--header must look like/],
    ['a time that is none', ['a.example', '--timeout=soon'], /--timeout must be a whole number/],
    [
      'two options that contradict each other',
      ['a.example', '--expect-authorize', '--allow-anyone'],
      /contradict each other/,
    ],
    ['a session for nobody', ['a.example', '--create-session'], /needs --onboarding-id/],
  ])('is refused with one clear message: %s', (_, args, says) => {
    const read = readArguments(args, {});
    expect(read.kind).toBe('misuse');
    expect(read).toMatchObject({ problem: expect.stringMatching(says) });
    expect(JSON.stringify(read)).not.toContain('p4ss');
  });

  it('takes a host alone for an https page, and the proxy as relative to it', () => {
    expect(readArguments(['app.example/sign-up', '--proxy', '/kyc/'], {})).toMatchObject({
      kind: 'diagnose',
      options: { url: 'https://app.example/sign-up', proxyUrl: 'https://app.example/kyc/' },
    });
  });

  it.each([
    ['localhost:3000/sign-up', 'http://localhost:3000/sign-up'],
    ['127.0.0.1:3000', 'http://127.0.0.1:3000/'],
    ['https://localhost:3000', 'https://localhost:3000/'],
    ['app.example:8443', 'https://app.example:8443/'],
  ])('takes http for a host on this machine, else https: %s', (value, url) => {
    expect(readArguments([value], {})).toMatchObject({ options: { url } });
  });

  it('takes a list of origins', () => {
    const origins = ['https://*.veriff.me', 'http://localhost:8080', 'https://a.example'];
    expect(readArguments(['a.example', '--veriff-origins', origins.join(', ')], {})).toMatchObject({
      options: { veriffOrigins: origins },
    });
  });

  it('takes the first key of the webhook from the environment', () => {
    const read = readArguments(['a.example'], { BAANX_WEBHOOK_KEYS: 'whk_1 whk_2' });
    expect(read).toMatchObject({ options: { webhookKey: 'whk_1' } });
  });
});

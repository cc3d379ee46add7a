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
    ['an option before its value', ['--proxy', '--json', 'a.example'], /^--proxy needs a value\.$/],
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

  it('takes the first key of the webhook from the environment', () => {
    const read = readArguments(['a.example'], { BAANX_WEBHOOK_KEYS: 'whk_1 whk_2' });
    expect(read).toMatchObject({ options: { webhookKey: 'whk_1' } });
  });
});

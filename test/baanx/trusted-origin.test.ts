import { describe, expect, it } from 'vitest';
import { isTrustedSessionUrl, matchesOrigin, VERIFF_ORIGINS } from '../../src/baanx/trusted-origin.js';

const SANDBOX = 'http://127.0.0.1:4180';

describe('matchesOrigin', () => {
  it.each([
    // A subdomain of any depth, and nothing that only looks like one.
    ['https://magic.veriff.me', VERIFF_ORIGINS, true],
    ['https://magic.us.veriff.me', VERIFF_ORIGINS, true],
    ['https://saas.veriff.com', VERIFF_ORIGINS, true],
    ['https://veriff.me', VERIFF_ORIGINS, false],
    ['https://.veriff.me', VERIFF_ORIGINS, false],
    ['https://evilveriff.me', VERIFF_ORIGINS, false],
    ['https://veriff.me.evil.example', VERIFF_ORIGINS, false],
    ['https://magic.veriff.me.', VERIFF_ORIGINS, false],
    ['http://magic.veriff.me', VERIFF_ORIGINS, false],
    // The port is part of the origin.
    ['https://magic.veriff.me:8443', VERIFF_ORIGINS, false],
    ['https://magic.veriff.me:8443', ['https://*.veriff.me:8443'], true],
    ['https://magic.veriff.me', ['https://*.veriff.me:8443'], false],
    // Exact origins.
    [SANDBOX, [SANDBOX], true],
    ['http://127.0.0.1:4181', [SANDBOX], false],
    ['https://kyc.example', ['https://other.example', 'https://kyc.example'], true],
    // A pattern that is not of the two forms matches nothing.
    ['https://magic.veriff.me', ['*'], false],
    ['https://magic.veriff.me', ['https://*'], false],
    ['https://magic.veriff.me', ['https://magic.*.me'], false],
    ['http://a.localhost', ['http://*.localhost'], false],
    ['https://magic.veriff.me', [], false],
    ['null', ['null', ...VERIFF_ORIGINS], false],
  ])('%s in %j: %s', (origin, patterns, expected) => {
    expect(matchesOrigin(origin, patterns)).toBe(expected);
  });
});

describe('isTrustedSessionUrl', () => {
  it.each([
    ['https://magic.veriff.me/v/eyJhbGciOi', true],
    ['https://magic.veriff.me:443/v/x?lang=de#top', true],
    ['https://alchemy.veriff.com', true],
    ['https://evilveriff.me/v/x', false],
    ['https://veriff.me.evil.example/v/x', false],
    ['https://evil.example/https://magic.veriff.me/', false],
    ['https://evil.example#.veriff.me', false],
    ['https://evil.example?.veriff.me', false],
    ['https://evil.example\\.veriff.me/', false],
    ['https://magic.veriff.me@evil.example/', false],
    ['https://someone@magic.veriff.me/', false],
    ['https://:secret@magic.veriff.me/', false],
    ['http://magic.veriff.me/v/x', false],
    ['javascript:alert(1)//https://magic.veriff.me', false],
    ['data:text/html,https://magic.veriff.me', false],
    ['blob:https://magic.veriff.me/0f5a2f1e', false],
    ['file:///magic.veriff.me', false],
    ['about:blank', false],
    ['', false],
    ['/v/x', false],
    ['//magic.veriff.me/v/x', false],
    // In a page of https these three would be paths of the page's own site.
    ['https:magic.veriff.me/v/x', false],
    ['https:/magic.veriff.me/v/x', false],
    [' https://magic.veriff.me/v/x', false],
  ])('%s: %s', (url, expected) => {
    expect(isTrustedSessionUrl(url, VERIFF_ORIGINS)).toBe(expected);
  });

  it.each([
    [`${SANDBOX}/v/x`, [SANDBOX], true],
    ['http://localhost:4180/v/x', ['http://localhost:4180'], true],
    ['http://[::1]:4180/v/x', ['http://[::1]:4180'], true],
    [`${SANDBOX}/v/x`, VERIFF_ORIGINS, false],
    ['http://127.0.0.1:4181/v/x', [SANDBOX], false],
    ['http://192.168.0.7:4180/v/x', ['http://192.168.0.7:4180'], false],
    ['http://kyc.example/v/x', ['http://kyc.example'], false],
    ['http://localhost.evil.example/v/x', ['http://localhost.evil.example'], false],
  ])('plain http only on a listed loopback origin: %s in %j: %s', (url, patterns, expected) => {
    expect(isTrustedSessionUrl(url, patterns)).toBe(expected);
  });
});

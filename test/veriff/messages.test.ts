import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { OUTCOMES, readMessage, RENDER } from '../../src/veriff/messages.js';
import { allowFor } from '../../src/veriff/frame-policy.js';

const trusted = ['https://*.veriff.me'];
const ours = {} as MessageEventSource;
const other = {} as MessageEventSource;
const origin = 'https://magic.veriff.me';
const event = (parts: object) =>
  ({ isTrusted: true, source: ours, origin, data: 'VERIFF_FINISHED', ...parts }) as MessageEvent<unknown>;

describe('readMessage', () => {
  it.each(Object.keys(OUTCOMES))('knows %s', (name) => {
    expect(readMessage(event({ data: name }), ours, trusted)).toBe(name);
  });

  it.each<[string, object]>([
    ['a script that made the event', { isTrusted: false }],
    ['another window', { source: other }],
    ['no window', { source: null }],
    ['another origin', { origin: 'https://evil.example' }],
    ['a look-alike', { origin: 'https://evilveriff.me' }],
    ['a sandboxed frame', { origin: 'null' }],
    ['a name not known', { data: 'VERIFF_APPROVED' }],
    ['a name of every object', { data: 'constructor' }],
    ['an object', { data: { name: 'VERIFF_FINISHED' } }],
    ['a list', { data: ['VERIFF_FINISHED'] }],
    ['nothing', { data: null }],
    ['10 MB', { data: 'VERIFF_FINISHED'.padEnd(10_000_000) }],
  ])('takes no word from %s', (_, parts) => {
    expect(readMessage(event(parts), ours, trusted)).toBeUndefined();
  });

  it('takes no word where our window is gone', () => {
    expect(readMessage(event({ source: null }), null, trusted)).toBeUndefined();
  });
});

describe('the wire', () => {
  it('has the names of Veriff’s own SDK', async () => {
    const sdk = createRequire(import.meta.url).resolve('@veriff/incontext-sdk');
    const names = new Set((await readFile(sdk, 'utf8')).match(/\bVERIFF_[A-Z_]+\b/g));
    expect(new Set([...Object.keys(OUTCOMES), RENDER.name])).toEqual(names);
  });

  it('answers the handshake in the SDK’s shape', async () => {
    const sdk = createRequire(import.meta.url).resolve('@veriff/incontext-sdk');
    const source = await readFile(sdk, 'utf8');
    for (const field of Object.keys(RENDER.payload)) expect(source).toContain(field);
    expect(source).toContain(`version = "${RENDER.payload.version}"`);
  });
});

describe('the frame’s policy', () => {
  it('spells out every trusted host, and the session’s own', () => {
    const allow = allowFor('https://new.veriff.me/v/token', ['https://*.veriff.me', 'http://127.0.0.1:5174']);
    expect(allow).toContain(
      'camera https://new.veriff.me http://127.0.0.1:5174 https://magic.veriff.me https://magic.us.veriff.me;',
    );
    expect(allow).not.toContain('token');
    expect(allow).not.toContain('veriff.com');
    expect(allow).not.toContain('*');
  });
});

import { describe, expect, it, vi } from 'vitest';
import { requestLink, type Handoff, type HostLink } from '../../src/headless/handoff.js';
import { useFakeTimers } from '../support/fake-timers.js';

const ORIGIN = 'https://app.example';

/** Requests a link from a host that answers so. */
async function request(makeLink: () => unknown, origins = [ORIGIN]) {
  const errors: unknown[] = [];
  const handoff: Handoff = { makeLink: makeLink as Handoff['makeLink'], origins: () => origins };
  const result = await requestLink(handoff, new AbortController().signal, (error) => errors.push(error));
  return { result, errors };
}

describe('the link of a hand-off', () => {
  it.each<{ what: string; answer: HostLink; expiresAt: number | undefined }>([
    { what: 'without an end', answer: { url: `${ORIGIN}/c/token` }, expiresAt: undefined },
    { what: 'with null', answer: { url: `${ORIGIN}/c/token`, expiresAt: null }, expiresAt: undefined },
    { what: 'with ms', answer: { url: `${ORIGIN}/c/token`, expiresAt: 5 }, expiresAt: 5 },
    { what: 'with a date', answer: { url: `${ORIGIN}/c/token`, expiresAt: new Date(5) }, expiresAt: 5 },
    {
      what: 'with a string, as JSON has it',
      answer: { url: `${ORIGIN}/c/token`, expiresAt: '1970-01-01T00:00:00.005Z' },
      expiresAt: 5,
    },
  ])('is taken $what, from a promise or at once', async ({ answer, expiresAt }) => {
    for (const makeLink of [() => answer, () => Promise.resolve(answer)]) {
      const { result } = await request(makeLink);
      expect(result).toEqual({ ok: true, value: { url: answer.url, ...(expiresAt && { expiresAt }) } });
    }
  });

  it.each<{ what: string; answer: unknown; hint: RegExp }>([
    { what: 'nothing', answer: undefined, hint: /must return/ },
    { what: 'a string', answer: `${ORIGIN}/c/secret`, hint: /must return/ },
    { what: 'a relative URL where there is no page', answer: { url: '/c/secret' }, hint: /must return/ },
    { what: 'a script', answer: { url: 'javascript:alert("secret")' }, hint: /not https/ },
    { what: 'http', answer: { url: 'http://app.example/c/secret' }, hint: /not https/ },
    { what: 'a blob', answer: { url: 'blob:https://app.example/secret' }, hint: /not https/ },
    { what: 'with a password', answer: { url: 'https://a:secret@app.example/c' }, hint: /password/ },
    {
      what: 'another origin',
      answer: { url: 'https://evil.example/c/secret' },
      hint: /https:\/\/evil\.example/,
    },
    {
      what: 'the session URL',
      answer: { url: 'https://magic.veriff.me/v/secret' },
      hint: /Never pass on a session URL/,
    },
    { what: 'too long for a code', answer: { url: `${ORIGIN}/${'secret'.repeat(200)}` }, hint: /over 800/ },
    {
      what: 'with true as a date',
      answer: { url: `${ORIGIN}/c/secret`, expiresAt: true },
      hint: /expiresAt/,
    },
    {
      what: 'a date that is none',
      answer: { url: `${ORIGIN}/c/secret`, expiresAt: 'soon' },
      hint: /expiresAt/,
    },
  ])('is refused by name if it is $what, and never told', async ({ answer, hint }) => {
    const { result, errors } = await request(() => answer);
    expect(result).toMatchObject({
      ok: false,
      failure: { code: 'misconfigured', hint: expect.stringMatching(hint) },
    });
    expect(JSON.stringify(result)).not.toContain('secret');
    expect(errors).toEqual([]);
  });

  it('is refused on Veriff’s origin even if the host names that', async () => {
    const { result } = await request(
      () => ({ url: 'https://magic.veriff.me/v/secret' }),
      ['https://magic.veriff.me'],
    );
    expect(result).toMatchObject({ ok: false, failure: { code: 'misconfigured' } });
  });

  it('is refused without a host that makes one', async () => {
    const result = await requestLink(undefined, new AbortController().signal, () => undefined);
    expect(result).toMatchObject({ ok: false, failure: { code: 'misconfigured' } });
  });

  it.each([
    {
      what: 'throws',
      fail: () => {
        throw new Error('no session');
      },
    },
    { what: 'rejects', fail: () => Promise.reject(new Error('no session')) },
  ])('has a failure of its own if the host’s function $what, whose error is reported', async ({ fail }) => {
    const { result, errors } = await request(fail);
    expect(result).toMatchObject({ ok: false, failure: { code: 'provider-unavailable' } });
    expect(errors).toEqual([new Error('no session')]);
  });

  describe('that never comes', () => {
    useFakeTimers();

    it('is given up after ten seconds', async () => {
      const asked = request(() => new Promise(() => undefined));
      await vi.advanceTimersByTimeAsync(10_000);
      expect((await asked).result).toMatchObject({ ok: false, failure: { code: 'timeout' } });
      expect(vi.getTimerCount()).toBe(0);
    });

    it('keeps no timer once the flow is stopped', async () => {
      const stopped = new AbortController();
      const handoff: Handoff = { makeLink: () => new Promise(() => undefined), origins: () => [ORIGIN] };
      const asked = requestLink(handoff, stopped.signal, () => undefined);
      stopped.abort();
      expect((await asked).ok).toBe(false);
      expect(vi.getTimerCount()).toBe(0);
    });
  });
});

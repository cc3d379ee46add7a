import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { KycFlow } from '../../src/headless.js';
import { en } from '../../src/i18n/locales/en.js';
import { load } from '../docs/run.js';
import { snippetOf } from '../docs/snippets.js';
import { create, FakeWindows, pass, REACH } from './support.js';

const loadSnippet = <T>(file: string) => load<T>(snippetOf('docs/headless.md', file));

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('The snippets of docs/headless.md', () => {
  it('log-hints.ts logs what the developer should do about a failure', async () => {
    const { logHints } = await loadSnippet<{ logHints: (flow: KycFlow) => void }>('log-hints.ts');
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const created = create();
    logHints(created.flow);
    await REACH.failed(created);
    expect(warn.mock.calls).toEqual([['not-allowed', expect.stringContaining('authorize() refused')]]);
    created.flow.stop();
  });

  it('continue-here.ts offers this window while the browser blocks others', async () => {
    const snippet = await loadSnippet<{
      createFlow: (onboardingId: string) => KycFlow;
      drawContinueHere: (flow: KycFlow, button: object, note: object) => void;
    }>('continue-here.ts');
    snippet.createFlow('onboarding-1').stop();

    const redirect = new FakeWindows('redirect');
    const open = () => ({ ok: false, failure: { code: 'popup-blocked' } }) as const;
    const { flow } = create({ openWindow: [{ openIn: 'popup', open }, redirect] });
    const button = { hidden: false, textContent: '', onclick: () => undefined };
    const note = { hidden: false, textContent: '' };
    snippet.drawContinueHere(flow, button, note);
    await pass(1);
    expect(note).toMatchObject({ hidden: true, textContent: en.redirectNote });
    expect(button).toMatchObject({ hidden: true, textContent: 'Continue in this window' });
    flow.start();
    await pass(5);
    expect([button.hidden, note.hidden, redirect.opened.length]).toEqual([false, false, 0]);
    button.onclick();
    await pass(5);
    expect([button.hidden, note.hidden, redirect.opened[0]?.urls.length]).toEqual([true, true, 1]);
    flow.stop();
  });

  it('other-device.ts shows each link of the hand-off, and none afterwards', async () => {
    const { followLink } = await loadSnippet<{
      followLink: (flow: KycFlow, show: (url: string | undefined) => void) => void;
    }>('other-device.ts');
    let links = 0;
    const { flow, windows } = create({
      handoff: () => ({ url: `https://app.example/c/${++links}` }),
      handoffOrigins: ['https://app.example'],
    });
    const shown: (string | undefined)[] = [];
    followLink(flow, (url) => void shown.push(url));
    await pass(1);
    flow.start('handoff');
    await pass(5);
    flow.send({ type: 'reopen', openIn: 'handoff' });
    await pass(5);
    flow.start('popup');
    await pass(5);
    const [first, second] = ['https://app.example/c/1', 'https://app.example/c/2'];
    expect(shown).toEqual([first, undefined, second, undefined]);
    expect([windows.openCount, flow.snapshot.veriff?.openIn]).toEqual([1, 'popup']);
    flow.stop();
  });
});

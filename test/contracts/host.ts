import type { VeriffOutcome, VeriffWindow } from '../../src/flow/ports.js';
import type { Result } from '../../src/baanx/result.js';
import type { OpenIn } from '../../src/flow/snapshot.js';
import { isCameraDenied } from '../../src/veriff/preflight.js';
import { modalWindow, popupWindow, redirectWindow } from '../../src/headless/browser-windows.js';
import { openWindow } from '../../src/headless/window-port.js';

/** What the page around this one may do with it. */
export interface Host extends Window {
  readonly Date: DateConstructor;
  readonly openVeriff: (
    openIn: OpenIn,
    trustedOrigins: readonly string[],
  ) => { readonly opened: Result<VeriffWindow>; readonly outcomes: VeriffOutcome['type'][] };
}

const find = <E extends HTMLElement>(selector: string): E => document.querySelector(selector) as E;

/** A page of its own for each window, because a redirect leaves it. */
(window as { openVeriff?: Host['openVeriff'] }).openVeriff = (openIn, trustedOrigins) => {
  const outcomes: VeriffOutcome['type'][] = [];
  const title = 'Verify';
  const windows = {
    modal: modalWindow({ dialog: find<HTMLDialogElement>('dialog'), frameBox: find('#box'), title }),
    popup: popupWindow({ title, waiting: 'Opening …' }),
    redirect: redirectWindow(),
  };
  const policy = { trustedOrigins, language: 'de' };
  return { opened: openWindow(windows[openIn], policy, ({ type }) => outcomes.push(type)), outcomes };
};
Object.assign(window, { isCameraDenied });
parent.postMessage('host-ready', location.origin);

/** Alone in a tab it is severed from the test too, and follows this channel. */
if (parent === window) {
  const channel = new BroadcastChannel('host');
  let look: () => void;
  let popup: Window | null = null;
  let outcomes: VeriffOutcome['type'][] = [];
  const openWindow = open.bind(window);
  Object.assign(window, {
    setInterval: (act: () => void) => (look = act) && 1,
    open: (...how: Parameters<typeof open>) => (popup = openWindow(...how)),
  });
  channel.onmessage = ({
    data,
  }: MessageEvent<Partial<Record<'open' | 'close', string>> & { trustedOrigins: string[] }>) => {
    if (data.close) close();
    else if (data.open) {
      const host = (window as unknown as Host).openVeriff('popup', data.trustedOrigins);
      ({ outcomes } = host);
      if (host.opened.ok) host.opened.value.navigate(data.open);
    } else look();
    channel.postMessage({ closed: popup?.closed, outcomes });
  };
  channel.postMessage({});
}

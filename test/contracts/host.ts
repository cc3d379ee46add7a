import type { VeriffOutcome, VeriffWindow } from '../../src/flow/ports.js';
import type { Failure } from '../../src/flow/errors.js';
import { prepare, type OpenIn } from '../../src/veriff/prepare.js';

/** What the page around this one may do with it. */
export interface Host extends Window {
  readonly Date: DateConstructor;
  readonly openVeriff: (
    way: OpenIn,
    trusted: readonly string[],
  ) => { readonly prepared: VeriffWindow | Failure; readonly told: VeriffOutcome['type'][] };
}

const find = <E extends HTMLElement>(selector: string): E => document.querySelector(selector) as E;

/** A page of its own for each window, since one of the three ways leaves it. */
(window as { openVeriff?: Host['openVeriff'] }).openVeriff = (way, trusted) => {
  const told: VeriffOutcome['type'][] = [];
  const options = {
    dialog: find<HTMLDialogElement>('dialog'),
    box: find('#box'),
    title: 'Verify',
    waiting: 'Opening …',
    language: 'de',
    trusted,
  };
  return { prepared: prepare(way, options)(({ type }) => told.push(type)), told };
};
parent.postMessage('host-ready', location.origin);

/** Alone in a tab of its own it is cut off from the test as well, and does what this channel says. */
if (parent === window) {
  const channel = new BroadcastChannel('host');
  let look: () => void;
  let popup: Window | null = null;
  let told: VeriffOutcome['type'][] = [];
  const opened = open.bind(window);
  Object.assign(window, {
    setInterval: (act: () => void) => (look = act) && 1,
    open: (...how: Parameters<typeof open>) => (popup = opened(...how)),
  });
  channel.onmessage = ({
    data,
  }: MessageEvent<Partial<Record<'open' | 'close', string>> & { trusted: string[] }>) => {
    if (data.close) close();
    else if (data.open) {
      const host = (window as unknown as Host).openVeriff('popup', data.trusted);
      ({ told } = host);
      if ('navigate' in host.prepared) host.prepared.navigate(data.open);
    } else look();
    channel.postMessage({ closed: popup?.closed, told });
  };
  channel.postMessage({});
}

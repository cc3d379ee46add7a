import type { VeriffOutcome, VeriffWindow } from '../../src/flow/ports.js';
import type { Failure } from '../../src/flow/errors.js';
import { prepare, type OpenIn } from '../../src/veriff/prepare.js';

/** What the page around this one may do with it. */
export interface Host extends Window {
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

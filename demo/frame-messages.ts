import type { KycStepEventDetails } from '../src/index.js';
import type { Exchange } from './logged-fetch.js';

/** A message from the sign-up page to the playground around it. */
export type PageMessage =
  | { readonly type: 'loaded' }
  | { readonly type: 'event'; readonly name: keyof KycStepEventDetails; readonly detail: unknown }
  | { readonly type: 'request'; readonly exchange: Exchange };

/** A message from the playground to the sign-up page: all settings, as a query string. */
interface SettingsMessage {
  readonly settings: string;
}

const isFrom = (event: MessageEvent, source: unknown, field: string): boolean =>
  event.source === source &&
  event.origin === location.origin &&
  typeof event.data === 'object' &&
  event.data !== null &&
  field in event.data;

const isInPlayground = parent !== window;

/** Sends a message to the playground. Does nothing if the page is open on its own. */
export function sendToPlayground(message: PageMessage): void {
  if (isInPlayground) parent.postMessage(message, location.origin);
}

/** Calls back with the settings that the playground sends. */
export function onSettings(callback: (query: string) => void): void {
  addEventListener('message', (event: MessageEvent<SettingsMessage>) => {
    if (isFrom(event, parent, 'settings')) callback(event.data.settings);
  });
}

/** Calls back with messages from the sign-up page. Ignores other pages in the frame, such as Veriff after a redirect. */
export function onPageMessage(frame: HTMLIFrameElement, callback: (message: PageMessage) => void): void {
  addEventListener('message', (event: MessageEvent<PageMessage>) => {
    if (isFrom(event, frame.contentWindow, 'type')) callback(event.data);
  });
}

/** Sends the settings to the sign-up page. */
export function sendSettings(frame: HTMLIFrameElement, query: string): void {
  const message: SettingsMessage = { settings: query };
  frame.contentWindow?.postMessage(message, location.origin);
}

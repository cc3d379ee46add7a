import type { KycStepEventDetails } from '../src/index.js';
import type { Exchange } from './line.js';

/** What the sign-up page tells the playground around it. */
export type News =
  | { readonly news: 'here' }
  | { readonly news: 'event'; readonly name: keyof KycStepEventDetails; readonly detail: unknown }
  | { readonly news: 'request'; readonly exchange: Exchange };

/** What the playground tells the sign-up page: all that is chosen, as the query of an address. */
interface Choice {
  readonly choice: string;
}

const isOf = (event: MessageEvent, source: unknown, field: string): boolean =>
  event.source === source &&
  event.origin === location.origin &&
  typeof event.data === 'object' &&
  event.data !== null &&
  field in event.data;

/** Whether the page is in the playground and not alone. */
const isFramed = parent !== window;

/** Tells the playground, where there is one. */
export function tell(news: News): void {
  if (isFramed) parent.postMessage(news, location.origin);
}

/** Hears what is chosen in the playground. */
export function onChoice(chosen: (query: string) => void): void {
  addEventListener('message', (event: MessageEvent<Choice>) => {
    if (isOf(event, parent, 'choice')) chosen(event.data.choice);
  });
}

/** Hears the page in the frame. What else may be in it, Veriff's page after a redirect, is not heard. */
export function onNews(frame: HTMLIFrameElement, heard: (news: News) => void): void {
  addEventListener('message', (event: MessageEvent<News>) => {
    if (isOf(event, frame.contentWindow, 'news')) heard(event.data);
  });
}

/** Tells the page in the frame what is chosen. */
export function choose(frame: HTMLIFrameElement, query: string): void {
  const choice: Choice = { choice: query };
  frame.contentWindow?.postMessage(choice, location.origin);
}

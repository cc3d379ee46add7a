import { html } from 'lit';
import type { DocumentKind } from './documents.js';

/** The outline of a card, and the lines of text on its right half. */
export const CARD = 'M5 5h30a3 3 0 0 1 3 3v14a3 3 0 0 1-3 3H5a3 3 0 0 1-3-3V8a3 3 0 0 1 3-3z';
const LINES = 'M23 11h10M23 15h10M23 19h6';
/** A head and shoulders on the left half of a card. */
export const PORTRAIT = 'M9 11a3 3 0 1 0 6 0 3 3 0 1 0-6 0M6.5 20.5c0-6 11-6 11 0';

/** The paper and the drawing on it, on a grid of 40 by 30. */
const PICTURES: Readonly<Record<DocumentKind, readonly [paper: string, drawing: string]>> = {
  passport: [
    'M11 2h18a3 3 0 0 1 3 3v20a3 3 0 0 1-3 3H11z',
    'M15.5 12a5.5 5.5 0 1 0 11 0 5.5 5.5 0 1 0-11 0M15.5 12h11M21 6.5q-4 5.5 0 11 4-5.5 0-11M17 23h8',
  ],
  'driving-licence': [CARD, `${LINES}M6 19v-4l2-4h8l2 4v4zM6 15h12M8 19v1.5M16 19v1.5`],
  'national-id': [CARD, LINES + PORTRAIT],
  'residence-permit': [CARD, `${LINES}M6 15l6-5 6 5M8 14v6h8v-6`],
};

/** A picture of a document. Decorative: its name is beside it. */
export function documentPicture(kind: DocumentKind) {
  const [paper, drawing] = PICTURES[kind];
  return html`<svg class="picture" viewBox="0 0 40 30" aria-hidden="true">
    <path class="paper" d=${paper} />
    <path d=${drawing} />
  </svg>`;
}

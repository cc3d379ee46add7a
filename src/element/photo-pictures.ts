import { html } from 'lit';
import { CARD, PORTRAIT } from './document-pictures.js';
import { icon } from './icons.js';

const LINES = 'M22 12h10M22 17h7';
const GLARE = 'M24 3v6M24 15v6M15 12h6M27 12h6M18 6l3 3M27 15l3 3M30 6l-3 3M21 15l-3 3';

const photo = (fault: string, glare = '') =>
  html`<div class="photo ${fault}">
    <svg class="picture" viewBox="-4 -2 48 34">
      <g>
        <path class="paper" d=${CARD} />
        <path d=${PORTRAIT + LINES} />
      </g>
      <path class="glare" d=${glare} />
    </svg>
    <div class="badge">${icon(fault ? 'close' : 'check')}</div>
  </div>`;

/** A good photo of a document, and three bad ones. Decorative, because the tips say the same in words. */
export const photoPictures = html`<div class="photos" aria-hidden="true">
  ${photo('')}${photo('glare-photo', GLARE)}${photo('cut')}${photo('blurred')}
</div>`;

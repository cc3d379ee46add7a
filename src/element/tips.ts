import { html } from 'lit';
import { list, subheading } from './blocks.js';
import { photoPictures } from './photo-pictures.js';
import type { View } from './view.js';

/** How to take a good photo, in pictures and in words. */
export const tips = (view: View) => html`
  <section part="tips" class="box">
    <slot name="tips">
      ${subheading(view, view.messages.tipsTitle)} ${photoPictures}
      ${list([view.messages.tipLight, view.messages.tipClear, view.messages.tipGlasses])}
    </slot>
  </section>
`;

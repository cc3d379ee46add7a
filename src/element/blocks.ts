import { html, nothing } from 'lit';
import { icon, type IconName } from './icons.js';
import type { View } from './view.js';

/** The look of a panel. Each outcome has its own color and shape. */
export type Tone = 'plain' | 'waiting' | 'busy' | 'success' | 'danger' | 'warning';

interface Head {
  /** Names the slots of the heading and of the text. */
  readonly slot: string;
  readonly tone: Tone;
  readonly badge: unknown;
  readonly title: string;
  readonly text: string;
  /** Content that belongs to the outcome, such as its next step. */
  readonly more?: unknown;
}

/**
 * The badge, the heading and the text of a panel. In an alert only the text has the role, because the heading may get
 * the focus and is then read anyway.
 */
export const head = ({ config }: View, { slot, tone, badge, title, text, more }: Head) => html`
  <div part="head" class="head ${tone}">
    <div part="icon" class="badge">${badge}</div>
    <h2 part="heading" tabindex="-1" aria-level=${config.headingLevel}>
      <slot name="${slot}-heading">${title}</slot>
    </h2>
    <p part="intro" role=${tone === 'warning' ? 'alert' : nothing}><slot name=${slot}>${text}</slot></p>
    ${more}
  </div>
`;

export const subheading = ({ config }: View, text: string) =>
  html`<h3 aria-level=${Math.min(6, config.headingLevel + 1)}>${text}</h3>`;

export const list = (lines: readonly string[]) =>
  html`<ul class="list">
    ${lines.map((line) => html`<li>${line}</li>`)}
  </ul>`;

/** A line of text with an icon. The host can replace the text through the slot of the same name. */
export const fact = (name: 'selfie' | 'timing' | 'privacy', iconName: IconName, text: string) =>
  html`<li part=${name}>
    ${icon(iconName)}
    <div><slot name=${name}>${text}</slot></div>
  </li>`;

export const note = (text: string | false | undefined) =>
  text ? html`<p part="note" class="note">${text}</p>` : nothing;

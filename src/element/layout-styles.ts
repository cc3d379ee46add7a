import { css } from 'lit';

/** Type, spacing and the blocks that the panels are made of. */
export const layoutStyles = css`
  :host {
    display: block;
    line-height: 1.5;
    text-align: start;
    overflow-wrap: anywhere;
    text-wrap: pretty;
    /* Japanese breaks between phrases. */
    word-break: auto-phrase;
  }
  /* Korean breaks between words. */
  :lang(ko) {
    word-break: keep-all;
  }
  :host([hidden]) {
    display: none;
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
    margin: 0;
    padding: 0;
  }
  /* The step spaces the host's blocks in a slot like the default content. */
  ::slotted(*) {
    margin-block: 0 !important;
  }
  /* Content that is too wide scrolls instead of widening the step. */
  ::slotted(:is(pre, div, section, figure)) {
    overflow-x: auto;
  }
  /* An empty marker: Safari's screen reader does not announce a list without markers as a list. */
  ul:not(.list),
  ol {
    list-style: '';
  }
  h2,
  h3 {
    font-family: var(--baanx-kyc-heading-font, inherit);
    line-height: 1.25;
    text-wrap: balance;
    hyphens: auto;
  }
  h2 {
    font-size: 1.625em;
    letter-spacing: -0.01em;
  }
  h2:focus {
    outline: none;
  }
  h3 {
    font-size: 1em;
  }
  small,
  .note,
  .facts,
  .duration {
    /* Never under 14 px, even if the page's text is smaller than 16 px. */
    font-size: max(0.875em, 14px);
    color: var(--muted);
  }
  svg,
  .spinner {
    flex: none;
    inline-size: 1.5em;
    block-size: 1.5em;
  }
  svg {
    fill: none;
    stroke: currentColor;
    stroke-width: 1.6;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  [part='base'],
  .column,
  .head,
  .box,
  .facts,
  .list,
  ol,
  section > slot {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(0.75 * var(--space));
  }
  [part='base'] {
    gap: calc(1.25 * var(--space));
    max-inline-size: 60em;
  }
  .columns {
    display: flex;
    flex-wrap: wrap;
    gap: calc(1.5 * var(--space)) calc(2.5 * var(--space));
  }
  .column {
    flex: 3 1 24em;
    align-content: start;
    gap: calc(1.25 * var(--space));
    min-inline-size: 0;
  }
  .column + .column {
    flex: 2 1 18em;
  }
  [part='base'] > :not(.columns) {
    max-inline-size: 40em;
  }
  .box {
    padding: var(--space);
    background: var(--baanx-kyc-surface, transparent);
    border: 1px solid var(--border);
    border-radius: var(--radius);
  }
  /* Not the host: it would have no width of its own in a dialog or a flex row. */
  .box,
  [part='base'] .actions {
    container-type: inline-size;
  }
  .documents {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, max(8.5em, 34%)), 1fr));
    gap: calc(0.5 * var(--space));
  }
  .documents li {
    display: flex;
    gap: 0.375rem;
    align-items: center;
    padding: 0.5rem 0.375rem;
    font-size: max(0.875em, 14px);
    line-height: 1.25;
    hyphens: auto;
    background: var(--soft);
    border-radius: calc(0.6 * var(--radius));
  }
  .facts {
    gap: calc(0.625 * var(--space));
  }
  .facts li {
    display: flex;
    gap: calc(0.625 * var(--space));
  }
  .facts div {
    flex: 1;
    min-inline-size: 0;
  }
  .list li {
    margin-inline-start: 1.25rem;
  }
  .list {
    gap: calc(0.375 * var(--space));
  }
  .duration {
    display: flex;
    gap: 0.375rem;
    align-items: center;
  }
  .actions .duration {
    flex: 1 0 100%;
  }
  .hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @container (min-width: 28em) {
    .documents {
      grid-template-columns: repeat(auto-fit, minmax(5.5em, 1fr));
    }
    .documents li {
      flex-direction: column;
      padding-block: 0.75rem;
      text-align: center;
    }
    .actions .duration {
      flex: none;
      order: 1;
    }
    [part='handoff']:not(.primary) {
      order: 2;
    }
  }
  /* On a phone, Start is always within reach. In a very low window it would cover too much. */
  @media (max-width: 40em) and (min-height: 26em) {
    .sticky {
      position: sticky;
      inset-block-end: 0;
      padding-block: 0.5rem max(0.75rem, env(safe-area-inset-bottom));
      margin-block-end: -0.75rem;
      backdrop-filter: blur(12px);
    }
    /* It must not hide a focused link, which may be anywhere in slotted content. */
    .box:focus-within ~ .sticky {
      position: relative;
    }
  }
  @media (forced-colors: active) {
    .sticky {
      background: Canvas;
    }
  }
`;

import { css } from 'lit';

/**
 * Text is in the page's own colour at full strength, so it is as readable as the page; lines are a tint of it, and
 * the one accent fills the primary button. What is written on the accent is black or white, whichever has the
 * contrast: at the luminance of .179 both have 4.58:1. Where colours can't be computed from others (before Chrome
 * 119, Firefox 128, Safari 16.4) it is white, unless the page says.
 */
export const styles = css`
  :host {
    --accent: var(--baanx-kyc-accent, #2f5bea);
    --on-accent: var(--baanx-kyc-on-accent, #fff);
    --line: #8886;
    --soft: #8882;
    --radius: var(--baanx-kyc-radius, 0.75rem);
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
  /* An empty marker: to Safari's screen reader a list of none is no list. */
  .rows,
  ol {
    list-style: '';
  }
  h2 {
    font-size: 1.5em;
    line-height: 1.25;
    text-wrap: balance;
  }
  h2:focus {
    outline: none;
  }
  h3 {
    font-size: 1em;
  }
  small,
  .note,
  .facts {
    font-size: 0.875em;
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
  [part~='base'],
  .head,
  .box,
  .rows,
  .list,
  ol,
  section,
  section > slot {
    display: grid;
    gap: 0.75rem;
  }
  [part~='base'] {
    gap: 1.5rem;
    max-inline-size: 36em;
    margin-inline: auto;
  }
  .badge,
  [part='close'] {
    display: grid;
    place-items: center;
  }
  .badge {
    inline-size: 48px;
    block-size: 48px;
    border-radius: 50%;
    background: var(--soft);
    /* Forced colours take the ground and draw this. */
    border: 1px solid #0000;
  }
  .box {
    padding: 1rem;
    border: 1px solid var(--line);
    border-radius: var(--radius);
  }
  .rows li,
  .actions {
    display: flex;
    gap: 0.75rem;
  }
  /* Not the host: it would have no width of its own in a dialog or a flex row. */
  .box,
  [part~='base'] .actions {
    container-type: inline-size;
  }
  .list li {
    margin-inline-start: 1.25rem;
  }
  .actions {
    flex-wrap: wrap;
  }
  button {
    position: relative;
    flex: 1 0 auto;
    /* Not in rem, which pages shrink: a finger must hit it. */
    min-block-size: 48px;
    max-inline-size: 100%;
    padding: 0.5rem min(2.75rem, 14vw);
    font: inherit;
    font-weight: 600;
    color: inherit;
    background: transparent;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    cursor: pointer;
  }
  .actions > :first-child:not([part='check']) {
    background: var(--accent);
  }
  /* Not the button itself: its outline lies on the page and is in the page's colour. */
  .actions > :first-child:not([part='check']) > * {
    color: var(--on-accent);
  }
  [aria-disabled='true'] {
    cursor: progress;
  }
  :disabled {
    opacity: 0.5;
  }
  :focus-visible {
    outline: 2px solid;
    outline-offset: 2px;
  }
  ol li {
    position: relative;
    padding-inline-start: 1.75rem;
  }
  ol [aria-current] {
    font-weight: 600;
  }
  small {
    display: block;
    font-weight: 400;
  }
  ol li::before,
  ol li:not(:last-child)::after {
    content: '';
    position: absolute;
    inset-block-start: 0.375em;
    inset-inline-start: 0;
    inline-size: 0.75rem;
    block-size: 0.75rem;
    border: 2px solid;
    border-radius: 50%;
  }
  /* By its border, which forced colours leave. */
  ol li:first-child::before {
    border-width: 0.375rem;
  }
  ol [aria-current]::before {
    box-shadow: 0 0 0 0.3rem var(--soft);
  }
  ol li:not(:last-child)::after {
    inset-block: 1.35em calc(-0.75rem - 0.15em);
    inset-inline-start: calc(0.375rem - 1px);
    inline-size: 0;
    block-size: auto;
    border-width: 0 0 0 2px;
    border-radius: 0;
  }
  .spinner {
    border: 2px solid;
    border-radius: 50%;
    /* A quarter is cut out and not made transparent: forced colours would close the ring. */
    clip-path: polygon(0 0, 100% 0, 100% 50%, 50% 50%, 50% 100%, 0 100%);
  }
  button .spinner {
    position: absolute;
    inset-inline-start: 0.75rem;
  }
  .hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  /* What Veriff's page will be, while it is loading. */
  p.cover::after {
    content: '';
    inline-size: min(12em, 60vw);
    block-size: 3.5rem;
    background: repeating-linear-gradient(var(--soft) 0 0.5rem, #0000 0 1.5rem);
  }
  @container (min-width: 28em) {
    .box .rows {
      grid-template-columns: 1fr 1fr;
    }
    button {
      flex: none;
    }
  }
  @supports (color: color(from red xyz x y z)) {
    :host {
      --line: color-mix(in srgb, currentColor 25%, transparent);
      --soft: color-mix(in srgb, var(--accent) 20%, transparent);
      /* Far off the scale on either side, so that it is cut to white or black. */
      --cut: calc((0.179 - y) * 1e4);
      --on-accent: var(--baanx-kyc-on-accent, color(from var(--accent) xyz var(--cut) var(--cut) var(--cut)));
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    .spinner {
      animation: turn 1s linear infinite;
    }
  }
  @keyframes turn {
    to {
      rotate: 1turn;
    }
  }
`;

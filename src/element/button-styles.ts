import { css } from 'lit';

/** The buttons, and the links that a host adds to them. */
export const buttonStyles = css`
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(0.75 * var(--space));
  }
  .actions:empty {
    display: none;
  }
  button,
  .link,
  .next::slotted(:is(a, button)) {
    position: relative;
    flex: 1 0 auto;
    box-sizing: border-box;
    /* Not in rem, which some pages shrink: the button must stay large enough for a finger. */
    min-block-size: 48px;
    max-inline-size: 100%;
    padding: 0.6875rem min(2.375rem, 12vw);
    font: inherit;
    font-weight: 600;
    text-align: center;
    text-decoration: none;
    color: inherit;
    background: transparent;
    border: 1px solid var(--border);
    border-radius: var(--radius);
    cursor: pointer;
  }
  .primary,
  .next.main::slotted(:is(a, button)) {
    color: var(--on-accent);
    background: var(--accent);
    /* Keeps the button visible if the accent is as dark, or as light, as the page. */
    border-color: var(--edge);
  }
  [part='label'] {
    color: inherit;
  }
  button:hover,
  .link:hover {
    box-shadow: 0 0 0 3px var(--soft);
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
  /* One of the two rings is visible on any page. The label's color may not be. */
  .primary:focus-visible {
    outline-color: #000;
    box-shadow: 0 0 0 2px #fff;
  }
  .spinner {
    border: 2px solid;
    border-radius: 50%;
    /* A quarter is clipped instead of transparent, because forced colors would draw it. */
    clip-path: polygon(0 0, 100% 0, 100% 50%, 50% 50%, 50% 100%, 0 100%);
  }
  button .spinner {
    position: absolute;
    inset-inline-start: 0.75rem;
  }
  @container (min-width: 28em) {
    button,
    .link,
    .next::slotted(:is(a, button)) {
      flex: none;
    }
  }
  @media (forced-colors: active) {
    .primary {
      color: ButtonFace;
      background: ButtonText;
      forced-color-adjust: none;
    }
    .primary:focus-visible {
      outline-color: Highlight;
    }
  }
`;

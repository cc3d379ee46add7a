import { css } from 'lit';

/** What distinguishes the outcomes: color, shape and weight of the badge, and the card around an outcome. */
export const outcomeStyles = css`
  .badge {
    position: relative;
    display: grid;
    place-items: center;
    inline-size: 44px;
    block-size: 44px;
    color: var(--ink);
    background: var(--soft);
    border-radius: 50%;
    /* Forced colors remove backgrounds and draw this. */
    border: 1px solid #0000;
  }
  .plain {
    grid-template-columns: auto minmax(0, 1fr);
    align-items: center;
  }
  .plain > p {
    grid-column: 1 / -1;
  }
  :is(.waiting, .busy) > .badge {
    inline-size: 64px;
    block-size: 64px;
    font-size: 22px;
    background: none;
    border: 4px solid;
  }
  /* The spinner turns on this ring. */
  .busy > .badge {
    border-color: var(--soft);
  }
  .busy .spinner {
    position: absolute;
    inset: -4px;
    inline-size: auto;
    block-size: auto;
    border-width: 4px;
  }
  .success,
  .danger,
  .warning {
    padding: min(calc(1.5 * var(--space)), 5vw);
    border: 1px solid var(--border);
    border-color: color-mix(in srgb, var(--status) 45%, transparent);
    border-radius: calc(1.5 * var(--radius));
    background: color-mix(in srgb, var(--status) 9%, transparent);
  }
  .success {
    --status: var(--success);
    justify-items: center;
    padding-block: calc(2.5 * var(--space));
    text-align: center;
  }
  .danger {
    --status: var(--danger);
  }
  .warning {
    --status: var(--warning);
  }
  :is(.success, .danger, .warning, .photo) > .badge {
    inline-size: 56px;
    block-size: 56px;
    font-size: 30px;
    color: var(--on-status);
    background: var(--status);
    stroke-width: 2.4;
    forced-color-adjust: none;
  }
  .badge svg {
    stroke-width: inherit;
  }
  .success > .badge {
    inline-size: 88px;
    block-size: 88px;
    margin-block-end: 0.5rem;
    font-size: 46px;
    outline: 10px solid color-mix(in srgb, var(--status) 18%, transparent);
  }
  .success h2 {
    font-size: 1.875em;
  }
  .success > * {
    max-inline-size: 100%;
  }
  /* An octagon. */
  .danger > .badge {
    border: 0;
    border-radius: 0;
    clip-path: polygon(29% 0, 71% 0, 100% 29%, 100% 71%, 71% 100%, 29% 100%, 0 71%, 0 29%);
  }
  /* A triangle. */
  .warning > .badge {
    inline-size: 64px;
    padding-block-start: 14px;
    border: 0;
    border-radius: 0;
    clip-path: polygon(50% 0, 100% 100%, 0 100%);
  }
  code {
    font-size: inherit;
  }
  canvas {
    inline-size: min(100%, 15rem);
    image-rendering: pixelated;
    border: 1px solid var(--border);
    border-radius: var(--radius);
  }
  input {
    inline-size: 100%;
    min-block-size: 48px;
    padding: 0 0.75rem;
    font: inherit;
    color: inherit;
    background: transparent;
    border: 1px solid var(--border);
    border-radius: var(--radius);
  }

  ol {
    gap: var(--space);
  }
  ol li {
    position: relative;
    padding-inline-start: 2.25rem;
  }
  ol [aria-current] {
    font-weight: 600;
  }
  small {
    display: block;
    font-weight: 400;
  }
  ol svg,
  ol li::before {
    position: absolute;
    inset-block-start: 0.0625em;
    inset-inline-start: 0;
    inline-size: 1.375rem;
    block-size: 1.375rem;
  }
  ol li::before {
    content: '';
    border: 2px solid var(--border);
    border-radius: 50%;
  }
  ol svg {
    z-index: 1;
    padding: 0.125rem;
    color: var(--on-success);
    stroke-width: 3;
  }
  ol .done::before,
  ol svg {
    forced-color-adjust: none;
  }
  ol .done::before {
    background: var(--success);
    border-color: var(--success);
  }
  /* Filled with its border, because forced-colors mode removes backgrounds. */
  ol [aria-current]::before {
    border: 0.375rem solid var(--ink);
    box-shadow: 0 0 0 0.3rem var(--soft);
  }
  ol li:not(:last-child)::after {
    content: '';
    position: absolute;
    inset-block: 1.4375rem calc(-1 * var(--space));
    inset-inline-start: calc(0.6875rem - 1px);
    border-inline-start: 2px solid var(--border);
  }

  @media (prefers-reduced-motion: no-preference) {
    .spinner {
      animation: turn 1s linear infinite;
    }
    .success > .badge {
      animation: pop 0.4s cubic-bezier(0.2, 1.4, 0.5, 1) backwards;
    }
    .success > .badge path {
      stroke-dasharray: 1;
      animation: draw 0.4s 0.25s ease-out backwards;
    }
    /* Only for 4 s, because WCAG 2.2.2 allows 5 s of motion that cannot be paused. */
    ol [aria-current]::before {
      animation: pulse 2s ease-in-out 2 alternate;
    }
  }
  @keyframes turn {
    to {
      rotate: 1turn;
    }
  }
  @keyframes pop {
    from {
      scale: 0.6;
      opacity: 0;
    }
  }
  @keyframes draw {
    from {
      stroke-dashoffset: 1;
    }
  }
  @keyframes pulse {
    from {
      box-shadow: 0 0 0 0 var(--soft);
    }
  }
`;

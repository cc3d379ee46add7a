import { css } from 'lit';

/** The dialog around Veriff's frame: the whole screen on a phone, a sheet where there is room. */
export const dialogStyles = css`
  dialog {
    /* --height and --offset: the part of the screen that an on-screen keyboard does not cover. */
    inset: var(--offset, 0) 0 auto;
    inline-size: 100%;
    block-size: var(--height, 100%);
    max-inline-size: none;
    max-block-size: none;
    margin: 0 auto;
    padding: env(safe-area-inset-top) env(safe-area-inset-right) env(safe-area-inset-bottom)
      env(safe-area-inset-left);
    border: 0;
    color: var(--baanx-kyc-text, CanvasText);
    background: var(--surface);
    overflow: hidden;
    overscroll-behavior: contain;
    /* Otherwise a host that hides its content with visibility would leave an invisible dialog and an inert page. */
    visibility: visible;
    pointer-events: auto;
  }
  dialog[open] {
    display: grid;
    grid-template: auto minmax(0, 1fr) / minmax(0, 1fr);
  }
  dialog::backdrop {
    background: #000a;
  }
  header {
    display: flex;
    align-items: center;
    gap: 0.75rem;
    padding-inline-start: 1rem;
    border-block-end: 1px solid var(--border);
  }
  header h2 {
    /* Shows at most two lines of a long title. */
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    flex: 1;
    font-size: 1em;
    overflow: hidden;
  }
  ::slotted(:is([slot='logo'], [slot='dialog-logo'])) {
    max-block-size: 2.5rem;
    max-inline-size: 100%;
  }
  header ::slotted(*) {
    max-block-size: 1.75rem;
  }
  [part='close'] {
    display: grid;
    place-items: center;
    flex: none;
    inline-size: 48px;
    padding: 0;
    border: 0;
    outline-offset: -4px;
  }
  .stage {
    position: relative;
  }
  [part~='frame'],
  .cover {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    border: 0;
  }
  .cover {
    display: grid;
    grid-template-columns: minmax(0, 26em);
    gap: calc(0.75 * var(--space));
    place-content: center;
    /* If there is too little height, the top stays reachable. */
    place-content: safe center;
    justify-items: center;
    padding: 1.5rem;
    text-align: center;
    background: var(--surface);
    overflow: auto;
  }
  .cover h3 {
    font-size: 1.375em;
  }
  .cover .badge {
    inline-size: 56px;
    block-size: 56px;
    font-size: 20px;
  }
  .cover .actions {
    display: grid;
    inline-size: 100%;
    max-inline-size: 22em;
    margin-block-start: 0.5rem;
  }
  /* A skeleton of Veriff's page while it loads. */
  .loading {
    inline-size: min(16em, 60vw);
    block-size: 4px;
    overflow: hidden;
    background: var(--soft);
    border-radius: 2px;
  }
  .loading::before {
    content: '';
    display: block;
    inline-size: 40%;
    margin: auto;
    /* A border, because forced colors remove a background. */
    border-block-start: 4px solid var(--ink);
    border-radius: inherit;
  }
  @media (prefers-reduced-motion: no-preference) {
    .loading::before {
      animation: load 1.4s ease-in-out infinite alternate;
    }
  }
  /* Uses translate, because browsers count a moving margin as a layout shift of the host's page. */
  @keyframes load {
    from {
      translate: -75%;
    }
    to {
      translate: 75%;
    }
  }
  @media (min-width: 640px) and (min-height: 640px) {
    dialog {
      inset-block-start: calc(var(--offset, 0px) + max(1rem, (var(--height, 100vh) - 800px) / 2));
      inline-size: min(720px, 100%);
      block-size: min(800px, var(--height, 100vh) - 2rem);
      border-radius: calc(1.5 * var(--radius));
    }
  }
`;

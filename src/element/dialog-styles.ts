import { css } from 'lit';

/** The dialog around Veriff's frame: the whole screen on a phone, a sheet where there is room. */
export const dialogStyles = css`
  dialog {
    /* --height: what an on-screen keyboard leaves of the screen. */
    inset: 0 0 calc(100% - var(--height, 100%));
    inline-size: 100%;
    block-size: var(--height, 100%);
    max-inline-size: none;
    max-block-size: none;
    margin: auto;
    padding: env(safe-area-inset-top) env(safe-area-inset-right) env(safe-area-inset-bottom)
      env(safe-area-inset-left);
    border: 0;
    color: CanvasText;
    background: Canvas;
    overflow: hidden;
    overscroll-behavior: contain;
    /* A panel of the host that hides its content this way would leave an invisible dialog and an inert page. */
    visibility: visible;
    pointer-events: auto;
  }
  dialog[open] {
    display: grid;
    grid-template: auto 1fr / 1fr;
  }
  dialog::backdrop {
    background: #0009;
  }
  dialog header {
    display: flex;
    align-items: center;
    gap: 1rem;
    padding-inline-start: 1rem;
    border-block-end: 1px solid var(--line);
  }
  dialog header h2 {
    flex: 1;
    font-size: 1em;
  }
  dialog [part='close'] {
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
    gap: 1rem;
    place-content: center;
    /* Where there is too little height, its top stays in reach. */
    place-content: safe center;
    justify-items: center;
    padding: 1.5rem;
    text-align: center;
    background: Canvas;
    overflow: auto;
  }
  .cover h3 {
    font-size: 1.25em;
  }
  .cover .actions {
    justify-content: center;
  }
  @media (min-width: 640px) {
    dialog {
      inline-size: min(720px, 100%);
      block-size: min(800px, var(--height, 100%));
      border-radius: var(--radius);
    }
  }
`;

import { css } from 'lit';

/** The pictures of documents and of photos. */
export const pictureStyles = css`
  .picture {
    inline-size: 32px;
    block-size: 24px;
    stroke-width: 1.4;
  }
  .paper {
    fill: var(--baanx-kyc-surface, #8881);
  }
  .photos {
    display: grid;
    grid-template-columns: repeat(4, 1fr);
    gap: calc(0.5 * var(--space));
    max-inline-size: 24em;
    margin-block-end: 0.375rem;
  }
  .photo {
    --status: var(--danger);
    position: relative;
    background: var(--soft);
    border: 2px solid var(--status);
    border-radius: calc(0.6 * var(--radius));
  }
  .photos > :first-child {
    --status: var(--success);
  }
  .photo svg.picture {
    display: block;
    inline-size: 100%;
    block-size: auto;
  }
  .photo > .badge {
    position: absolute;
    inset-block-end: -0.5rem;
    inset-inline-end: -0.375rem;
    inline-size: 22px;
    block-size: 22px;
    font-size: 10px;
    stroke-width: 4;
  }
  .glare {
    stroke-width: 2.4;
    color: var(--warning);
  }
  .cut g {
    transform: translate(16px, 6px) rotate(8deg);
  }
  .blurred g {
    filter: blur(1.5px);
  }
`;

import { html, type TemplateResult } from 'lit';

const CIRCLE = 'M3 12a9 9 0 1 0 18 0 9 9 0 1 0-18 0';

/** Line icons on a 24-pixel grid, in the color of the text. Decorative: the text beside them says the same. */
const PATHS = {
  shield: 'M12 3 5 6v5c0 5 3 8 7 10 4-2 7-5 7-10V6zM9 12l2 2 4-4',
  selfie: 'M4 8V4h4M16 4h4v4M20 16v4h-4M8 20H4v-4M9 15q3 2 6 0M9 10h.01M15 10h.01',
  clock: `${CIRCLE}M12 7v5l3 2`,
  lock: 'M5 11h14v10H5zM8 11V7a4 4 0 0 1 8 0v4',
  window: 'M14 4h6v6M20 4l-9 9M10 5H4v15h15v-6',
  phone: 'M7 3h10v18H7zM11 18h2',
  question: `${CIRCLE}M9.5 9.5a2.5 2.5 0 1 1 3.5 2.3q-1 .5-1 1.7M12 17v.01`,
  reload: 'M20 12a8 8 0 1 1-2.5-5.8L20 8.5M20 4v4.5h-4.5',
  check: 'M6 12.5l4 4 8-9',
  close: 'M7 7l10 10M17 7 7 17',
  alert: 'M12 7v6M12 17v.01',
} as const;

export type IconName = keyof typeof PATHS;

export const icon = (name: IconName): TemplateResult =>
  html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d=${PATHS[name]} pathLength="1" /></svg>`;

import { html, type TemplateResult } from 'lit';

const CIRCLE = 'M3 12a9 9 0 1 0 18 0 9 9 0 1 0-18 0';

/** Line icons on a 24-pixel grid, in the colour of the text. Decorative: the text beside them says the same. */
const PATHS = {
  shield: 'M12 3 5 6v5c0 5 3 8 7 10 4-2 7-5 7-10V6zM9 12l2 2 4-4',
  passport: 'M6 3h12v18H6zM9.5 17h5M9 10a3 3 0 1 0 6 0 3 3 0 1 0-6 0',
  card: 'M3 6h18v12H3zM13 10h5M13 14h3M6 15h4M6.5 11a1.5 1.5 0 1 0 3 0 1.5 1.5 0 1 0-3 0',
  selfie: 'M4 8V4h4M16 4h4v4M20 16v4h-4M8 20H4v-4M9 15q3 2 6 0M9 10h.01M15 10h.01',
  clock: `${CIRCLE}M12 7v5l3 2`,
  lock: 'M5 11h14v10H5zM8 11V7a4 4 0 0 1 8 0v4',
  done: `${CIRCLE}M8 12l3 3 5-6`,
  alert: `${CIRCLE}M12 7v6M12 16.5v.01`,
  close: 'M6 6l12 12M18 6 6 18',
} as const;

export type IconName = keyof typeof PATHS;

export const icon = (name: IconName): TemplateResult =>
  html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d=${PATHS[name]} /></svg>`;

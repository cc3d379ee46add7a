import { BRANDS, cssOf, type BrandName } from './brands/list.js';

/** The states that are shown of each brand. */
const STATES = ['ready', 'pending', 'verified', 'rejected', 'leave'] as const;

function preview(brand: BrandName, state: (typeof STATES)[number]): HTMLElement {
  const figure = document.createElement('figure');
  const caption = document.createElement('figcaption');
  const frame = document.createElement('iframe');
  caption.textContent = state;
  frame.title = `${BRANDS[brand].title}: ${state}`;
  frame.width = '390';
  frame.loading = 'lazy';
  frame.src = `gallery-cell.html?${String(new URLSearchParams({ state, brand, ...BRANDS[brand].page }))}`;
  figure.append(caption, frame);
  return figure;
}

function source(brand: BrandName): HTMLElement {
  const details = document.createElement('details');
  const summary = document.createElement('summary');
  const pre = document.createElement('pre');
  const css = cssOf(brand);
  summary.textContent = `The CSS, ${css.trim().split('\n').length} lines`;
  pre.textContent = css;
  pre.tabIndex = 0;
  details.append(summary, pre);
  return details;
}

for (const brand of Object.keys(BRANDS) as BrandName[]) {
  const section = document.createElement('section');
  const title = document.createElement('h2');
  const previews = document.createElement('div');
  title.textContent = BRANDS[brand].title;
  previews.append(...STATES.map((state) => preview(brand, state)));
  section.append(title, source(brand), previews);
  document.querySelector('main')?.append(section);
}

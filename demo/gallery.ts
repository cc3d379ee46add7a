import { HELD } from './gallery-states.js';
import { VARIANTS, type Variant, type VariantName } from './gallery-variants.js';

/** Shows every state in one variant or in all of them. Each state is a page of its own with the real element. */
const requested = new URL(location.href).searchParams.get('look') ?? 'light';
const nav = document.querySelector('nav');
const main = document.querySelector('main');

for (const [look, title] of [
  ...Object.entries(VARIANTS).map(([name, { title }]) => [name, title]),
  ['all', 'All'],
]) {
  const link = document.createElement('a');
  link.href = `?look=${look ?? ''}`;
  link.textContent = title ?? '';
  if (look === requested) link.ariaCurrent = 'page';
  nav?.append(link);
}

function stateFigure(state: string, { width, query }: Variant): HTMLElement {
  const figure = document.createElement('figure');
  const caption = document.createElement('figcaption');
  const frame = document.createElement('iframe');
  caption.textContent = `${state}: ${HELD[state as keyof typeof HELD].title}`;
  frame.title = caption.textContent;
  frame.width = String(width);
  frame.loading = 'lazy';
  frame.allow = 'camera *; microphone *';
  frame.src = `gallery-cell.html?${String(new URLSearchParams({ state, ...query }))}`;
  figure.append(caption, frame);
  return figure;
}

for (const [name, variant] of Object.entries<Variant>(VARIANTS)) {
  if (requested !== 'all' && requested !== name) continue;
  const section = document.createElement('section');
  const title = document.createElement('h2');
  const figures = document.createElement('div');
  title.textContent = variant.title;
  figures.append(...Object.keys(HELD).map((state) => stateFigure(state, variant)));
  section.append(title, figures);
  main?.append(section);
}

if ((VARIANTS as Record<string, Variant>)[requested as VariantName]?.forcedColors) {
  const note = document.querySelector('#note');
  if (note) note.textContent = 'To see this variant, emulate forced colors in the browser’s developer tools.';
}

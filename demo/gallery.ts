import { HELD } from './gallery-states.js';
import { VARIANTS, type Variant, type VariantName } from './gallery-variants.js';

/** Every state in one way to look, or in all of them: each a page of its own, with the real element in it. */
const asked = new URL(location.href).searchParams.get('look') ?? 'light';
const nav = document.querySelector('nav');
const main = document.querySelector('main');

for (const [look, title] of [
  ...Object.entries(VARIANTS).map(([name, { title }]) => [name, title]),
  ['all', 'All'],
]) {
  const link = document.createElement('a');
  link.href = `?look=${look ?? ''}`;
  link.textContent = title ?? '';
  if (look === asked) link.ariaCurrent = 'page';
  nav?.append(link);
}

function picture(state: string, { width, address }: Variant): HTMLElement {
  const figure = document.createElement('figure');
  const caption = document.createElement('figcaption');
  const frame = document.createElement('iframe');
  caption.textContent = `${state}: ${HELD[state as keyof typeof HELD].title}`;
  frame.title = caption.textContent;
  frame.width = String(width);
  frame.loading = 'lazy';
  frame.allow = 'camera *; microphone *';
  frame.src = `gallery-cell.html?${String(new URLSearchParams({ state, ...address }))}`;
  figure.append(caption, frame);
  return figure;
}

for (const [name, variant] of Object.entries<Variant>(VARIANTS)) {
  if (asked !== 'all' && asked !== name) continue;
  const section = document.createElement('section');
  const title = document.createElement('h2');
  const pictures = document.createElement('div');
  title.textContent = variant.title;
  pictures.append(...Object.keys(HELD).map((state) => picture(state, variant)));
  section.append(title, pictures);
  main?.append(section);
}

if ((VARIANTS as Record<string, Variant>)[asked as VariantName]?.forcedColors) {
  const note = document.querySelector('#note');
  if (note) note.textContent = 'Shown only by a browser that forces colours: switch that on in its tools.';
}

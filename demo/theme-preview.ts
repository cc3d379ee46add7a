import { themeStyles } from '../src/element/theme-styles.js';

/** The samples of the theme: text on a background, in the element's own derived colors. */
const SAMPLES = [
  { name: 'Text', color: 'currentColor', ground: 'var(--surface)' },
  { name: 'Muted text', color: 'var(--muted)', ground: 'var(--surface)' },
  { name: 'On the accent', color: 'var(--on-accent)', ground: 'var(--accent)' },
  { name: 'Icons', color: 'var(--ink)', ground: 'var(--surface)', least: 3 },
  { name: 'Success', color: 'var(--success)', ground: 'var(--surface)', least: 3 },
  { name: 'Warning', color: 'var(--warning)', ground: 'var(--surface)', least: 3 },
  { name: 'Danger', color: 'var(--danger)', ground: 'var(--surface)', least: 3 },
] as const;

/** The element's own color for each token that is derived if it is not set. */
const DERIVED: Readonly<Record<string, string>> = {
  '--baanx-kyc-on-accent': 'var(--on-accent)',
  '--baanx-kyc-text': 'currentColor',
  '--baanx-kyc-muted': 'var(--muted)',
  '--baanx-kyc-surface': 'var(--surface)',
  '--baanx-kyc-border': 'var(--border)',
};

/** The contrast that WCAG 2.2 requires of text; of graphics it is 3. */
const TEXT_CONTRAST = 4.5;

/** Shows the colors that follow from the tokens, and their contrast. */
export function themePreview(): {
  list: HTMLElement;
  update: (tokens: [string, string][], scheme: string) => void;
  /** The color that a derived token has now, as `#rrggbb` on the theme's surface. */
  derived: (token: string) => string;
} {
  const list = document.createElement('ul');
  list.className = 'theme-preview';
  const probe = document.createElement('div');
  const root = probe.attachShadow({ mode: 'open' });
  if (themeStyles.styleSheet) root.adoptedStyleSheets = [themeStyles.styleSheet];
  const swatch = root.appendChild(document.createElement('span'));
  probe.style.display = 'none';
  list.append(probe);

  return {
    list,
    derived(token) {
      swatch.style.color = DERIVED[token] ?? 'currentColor';
      swatch.style.backgroundColor = 'var(--surface)';
      const { color, backgroundColor } = getComputedStyle(swatch);
      const channels = painted(backgroundColor, color);
      return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
    },
    update(tokens, scheme) {
      probe.removeAttribute('style');
      probe.style.display = 'none';
      probe.style.colorScheme = scheme === 'auto' ? '' : scheme;
      // Without its token, the text has the page's color.
      probe.style.color = 'CanvasText';
      for (const [name, value] of tokens) probe.style.setProperty(name, value);
      const text = tokens.find(([name]) => name === '--baanx-kyc-text')?.[1];
      if (text) probe.style.color = text;
      list.replaceChildren(probe, ...SAMPLES.map((sample) => sampleOf(swatch, sample)));
    },
  };
}

function sampleOf(
  swatch: HTMLElement,
  { name, color, ground, ...rest }: (typeof SAMPLES)[number],
): HTMLElement {
  swatch.style.color = color;
  swatch.style.backgroundColor = ground;
  const computed = getComputedStyle(swatch);
  const colors = { color: computed.color, backgroundColor: computed.backgroundColor };
  const ratio = contrast(colors.color, colors.backgroundColor);
  const least = 'least' in rest ? rest.least : TEXT_CONTRAST;
  const item = document.createElement('li');
  const label = document.createElement('span');
  const value = document.createElement('span');
  // A color for graphics is shown as a symbol, because its contrast may be too low for text.
  if ('least' in rest) {
    const symbol = label.appendChild(document.createElement('span'));
    symbol.setAttribute('aria-hidden', 'true');
    symbol.className = 'symbol';
    symbol.style.backgroundColor = colors.color;
  } else Object.assign(label.style, colors);
  label.append(name);
  value.textContent = `${ratio.toFixed(1)} : 1 ${ratio < least ? `✗ less than ${least}` : '✓'}`;
  item.toggleAttribute('data-fails', ratio < least);
  item.append(label, value);
  return item;
}

/** The contrast ratio of WCAG 2.2. */
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** Red, green and blue, from 0 to 255, of colors in any notation painted over each other. */
function painted(...colors: string[]): number[] {
  const context = new OffscreenCanvas(1, 1).getContext('2d');
  if (!context) return [0, 0, 0];
  for (const color of colors) {
    context.fillStyle = color;
    context.fillRect(0, 0, 1, 1);
  }
  return [...context.getImageData(0, 0, 1, 1).data.subarray(0, 3)];
}

/** The relative luminance of a color. */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = painted(color).map((channel) =>
    channel > 10 ? ((channel / 255 + 0.055) / 1.055) ** 2.4 : channel / 255 / 12.92,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The font of the project's screenshots, which must look the same on machines with different fonts. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const RANGES = {
  latin: 'U+0000-05FF, U+2000-20CF',
  arabic: 'U+0600-06FF, U+200C-200E, U+FB50-FDFF, U+FE70-FEFC',
};

/** CSS that makes a page use this font only. */
export function fontStyle() {
  const find = createRequire(import.meta.url);
  const faces = Object.entries(RANGES).flatMap(([subset, range]) =>
    [400, 600, 700].map((weight) => {
      const file = find.resolve(`@fontsource/vazirmatn/files/vazirmatn-${subset}-${weight}-normal.woff2`);
      // The font's own metrics are uneven: unlike with system fonts, text would not be centered in its line.
      return `@font-face { font-family: Tested; font-weight: ${weight}; unicode-range: ${range};
        ascent-override: 93%; descent-override: 24%;
        src: url(data:font/woff2;base64,${readFileSync(file, 'base64')}) }`;
    }),
  );
  return `${faces.join('\n')} :root, body { font-family: Tested !important }`;
}

/** Flags that make Chromium render text and colors the same on every machine. */
export const SAME_DRAWING = [
  '--font-render-hinting=none',
  '--disable-lcd-text',
  '--force-color-profile=srgb',
];

/** A font that comes with the project: every machine has others, and pictures are to be the same on all. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const RANGES = {
  latin: 'U+0000-05FF, U+2000-20CF',
  arabic: 'U+0600-06FF, U+200C-200E, U+FB50-FDFF, U+FE70-FEFC',
};

/** Style that gives a page this font alone. */
export function fontStyle() {
  const find = createRequire(import.meta.url);
  const faces = Object.entries(RANGES).flatMap(([subset, range]) =>
    [400, 600, 700].map((weight) => {
      const file = find.resolve(`@fontsource/vazirmatn/files/vazirmatn-${subset}-${weight}-normal.woff2`);
      // Its own lines are uneven: letters would not stand in the middle of them, as with the fonts of a system.
      return `@font-face { font-family: Tested; font-weight: ${weight}; unicode-range: ${range};
        ascent-override: 93%; descent-override: 24%;
        src: url(data:font/woff2;base64,${readFileSync(file, 'base64')}) }`;
    }),
  );
  return `${faces.join('\n')} :root, body { font-family: Tested !important }`;
}

/** What makes Chromium draw letters and colours the same on every machine. */
export const SAME_DRAWING = [
  '--font-render-hinting=none',
  '--disable-lcd-text',
  '--force-color-profile=srgb',
];

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root.mjs';

/** The demo's themes, with a line about each. */
const THEMES: Readonly<Record<string, string>> = {
  bank: 'A bank: dark blue, square, headings in a serif font, a card around the heading',
  neobank: 'A neobank: a light accent with black text, round buttons, tight bold headings',
  wallet: 'A crypto wallet: a dark page with a glowing button',
  playful: 'A playful one: large type, thick outlines, buttons with a hard shadow',
  rtl: 'An Arabic one, from right to left',
};

/** The style sheet of each theme, folded. */
export const themeList = (): string =>
  Object.entries(THEMES)
    .map(([name, about]) => {
      const css = readFileSync(join(root, `demo/brands/${name}.css`), 'utf8').trim();
      return `<details>\n<summary>${about}</summary>\n\n\`\`\`css\n${css}\n\`\`\`\n\n</details>`;
    })
    .join('\n\n');

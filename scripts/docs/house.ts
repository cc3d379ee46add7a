import { readFileSync, readdirSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { root } from '../bundle.mjs';

/** A room of `src` that imports from another: at run time, or types alone. */
interface Import {
  readonly from: string;
  readonly to: string;
  readonly types: boolean;
}

/** Where each room stands in the picture and what it is. A room without a place is an error: it must be drawn. */
const ROOMS: Readonly<Record<string, readonly [x: number, y: number, what: string]>> = {
  entries: [345, 40, 'what the package exports'],
  element: [190, 145, 'the tag and its panels; lit'],
  i18n: [500, 145, 'the texts'],
  veriff: [135, 255, 'Veriff’s window'],
  flow: [500, 255, 'the machine; no DOM'],
  baanx: [430, 375, 'the wire, the client'],
  proxy: [805, 255, 'request in, response out'],
  sandbox: [805, 145, 'a simulated Baanx, Veriff'],
};
const BOX = { width: 176, height: 50 };

const STYLE = `
svg { font: 600 14px system-ui, sans-serif; color: #141824; }
rect { fill: #fff; stroke: currentColor; stroke-width: 1.25; }
text { fill: currentColor; text-anchor: middle; }
.what { font-size: 12px; font-weight: 400; }
line { stroke: currentColor; stroke-width: 1.5; }
.types { stroke-dasharray: 5 4; }
marker path { fill: currentColor; }
@media (prefers-color-scheme: dark) { svg { color: #e9ecf5; } rect { fill: #171a22; } }
`;

/** How the house is built: every room of `src` and what it imports, read from the files themselves. */
export function housePicture(): string {
  const lines = imports().map(({ from, to, types }) => {
    const [x1, y1] = border(place(from), place(to), 0);
    const [x2, y2] = border(place(to), place(from), 4);
    return `<line${types ? ' class="types"' : ''} x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" marker-end="url(#arrow)"><title>${from} → ${to}${types ? ': types' : ''}</title></line>`;
  });
  const boxes = Object.entries(ROOMS).map(
    ([room, [x, y, what]]) =>
      `<rect x="${x - BOX.width / 2}" y="${y - BOX.height / 2}" width="${BOX.width}" height="${BOX.height}" rx="10"/><text x="${x}" y="${y - 3}">${room === 'entries' ? 'src/*.ts' : room}</text><text class="what" x="${x}" y="${y + 15}">${what}</text>`,
  );
  return `${[
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 920 415" role="img" aria-label="The rooms of src and what each imports">',
    `<style>${STYLE}</style>`,
    '<defs><marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path d="M0 0 8 4 0 8z"/></marker></defs>',
    ...lines,
    ...boxes,
    '</svg>',
  ].join('\n')}\n`;
}

/** Every import between rooms. The entries hand on types of most rooms, which is left out. */
function imports(): Import[] {
  const source = join(root, 'src');
  const found = new Map<string, Import>();
  for (const file of readdirSync(source, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.ts')) continue;
    const from = roomOf(file);
    const text = readFileSync(join(source, file), 'utf8');
    for (const [, isType, named, bare] of text.matchAll(FROM)) {
      const to = roomOf(normalize(join(file, '..', named ?? bare ?? '')));
      const types = isType !== undefined;
      const key = `${from} ${to}`;
      if (from === to || (from === 'entries' && types)) continue;
      // What is imported at run time anywhere is drawn as that.
      if (!types || !found.has(key)) found.set(key, { from, to, types });
    }
  }
  return [...found.values()].sort((a, b) => `${a.from} ${a.to}`.localeCompare(`${b.from} ${b.to}`));
}
const FROM = /^(?:import|export) (type )?[^;']*from '(\.[^']+)'|^import '(\.[^']+)'/gm;

const roomOf = (file: string): string => (file.includes('/') ? (file.split('/')[0] ?? '') : 'entries');

function place(room: string): readonly [number, number] {
  const [x, y] = ROOMS[room] ?? [];
  if (x === undefined || y === undefined) throw new Error(`The room ${room} has no place in the picture`);
  return [x, y];
}

/** Where the line from a box's middle towards a point leaves the box. */
function border(
  [x, y]: readonly [number, number],
  [toX, toY]: readonly [number, number],
  gap: number,
): [number, number] {
  const [dx, dy] = [toX - x, toY - y];
  const scale = Math.min(
    (BOX.width / 2 + gap) / Math.abs(dx || 1e-6),
    (BOX.height / 2 + gap) / Math.abs(dy || 1e-6),
  );
  return [round(x + dx * scale), round(y + dy * scale)];
}

const round = (value: number): number => Math.round(value * 10) / 10;

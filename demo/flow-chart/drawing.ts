import type { State } from '../../src/flow/snapshot.js';
import type { Edge } from './edges.js';

/** The centre of each state's box. The type requires one for every state. */
const POSITIONS: Readonly<Record<State, readonly [x: number, y: number]>> = {
  idle: [60, 30],
  checking: [205, 30],
  failed: [350, 30],
  ready: [60, 130],
  starting: [205, 130],
  verifying: [205, 220],
  deciding: [205, 310],
  pending: [350, 250],
  rejected: [60, 310],
  verified: [350, 380],
};

/** The path that most people take. */
const MAIN_PATH: readonly State[] = [
  'idle',
  'checking',
  'ready',
  'starting',
  'verifying',
  'deciding',
  'pending',
  'verified',
];

const WIDTH = 410;
const HEIGHT = 412;
const BOX = { width: 92, height: 34 };

const STYLE = `
.flow-chart { font: 600 13px system-ui, sans-serif; }
.flow-chart rect { fill: Canvas; stroke: currentColor; stroke-width: 1.25; }
.flow-chart text { fill: currentColor; text-anchor: middle; dominant-baseline: central; }
.flow-chart path { fill: none; stroke: currentColor; stroke-width: 1.25; opacity: .22; }
.flow-chart .main { stroke-width: 2; opacity: .9; }
.flow-chart marker path { fill: currentColor; stroke: none; opacity: 1; }
@media (prefers-color-scheme: dark) { svg.flow-chart:root { color: #e9f0ed; } .flow-chart:root rect { fill: #18201e; } }
`;

/** Draws the chart as SVG, for a file or for a page. Boxes have `data-state`, arrows `data-from` and `data-to`. */
export function drawing(edges: readonly Edge[], { alone = true } = {}): string {
  const arrows = edges.map(({ from, to, events }) => {
    const main =
      MAIN_PATH.indexOf(from) >= 0 && MAIN_PATH[MAIN_PATH.indexOf(from) + 1] === to ? ' class="main"' : '';
    const path = `<path${main} d="${curve(POSITIONS[from], POSITIONS[to])}" marker-end="url(#flow-arrow)"`;
    return `${path} data-from="${from}" data-to="${to}"><title>${from} → ${to}: ${events.join(', ')}</title></path>`;
  });
  const boxes = Object.entries(POSITIONS).map(
    ([state, [x, y]]) =>
      `<g data-state="${state}"><rect x="${x - BOX.width / 2}" y="${y - BOX.height / 2}" width="${BOX.width}" height="${BOX.height}" rx="10"/><text x="${x}" y="${y}">${state}</text></g>`,
  );
  return [
    `<svg class="flow-chart"${alone ? ' xmlns="http://www.w3.org/2000/svg"' : ''} viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="The states of the step and the transitions between them">`,
    alone ? `<style>${STYLE}</style>` : '',
    '<defs><marker id="flow-arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto-start-reverse"><path d="M0 0 8 4 0 8z"/></marker></defs>',
    ...arrows,
    ...boxes,
    '</svg>',
  ]
    .filter(Boolean)
    .join('\n');
}

/** The path of an arrow. It bends to the right, so that two arrows in opposite directions don't overlap. */
function curve([x1, y1]: readonly [number, number], [x2, y2]: readonly [number, number]): string {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const length = Math.hypot(dx, dy);
  const bend = 12 + length * 0.09;
  const middle: [number, number] = [
    (x1 + x2) / 2 - (dy / length) * bend,
    (y1 + y2) / 2 + (dx / length) * bend,
  ];
  const [startX, startY] = border([x1, y1], middle, 0);
  const [endX, endY] = border([x2, y2], middle, 3);
  return `M${startX} ${startY}Q${round(middle[0])} ${round(middle[1])} ${endX} ${endY}`;
}

/** The point where a line from a box's centre crosses its border, `gap` px outside. */
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

import type { State } from '../../../src/flow/snapshot.js';
import type { Edge } from './edges.js';

/** The path that most people take. It reads from left to right, in two lines. */
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

/** The center of each state's box. The type requires one for every state. */
const POSITIONS: Readonly<Record<State, readonly [x: number, y: number]>> = {
  idle: [54, 30],
  checking: [166, 30],
  ready: [278, 30],
  starting: [390, 30],
  verifying: [54, 130],
  deciding: [166, 130],
  pending: [278, 130],
  verified: [390, 130],
  failed: [166, 220],
  rejected: [278, 220],
};

const WIDTH = 444;
const HEIGHT = 246;
const BOX = { width: 88, height: 34 };

const STYLE = `
.flow-chart { font: 600 13px system-ui, sans-serif; }
.flow-chart rect { fill: Canvas; stroke: currentColor; stroke-width: 1.25; }
.flow-chart text { fill: currentColor; text-anchor: middle; dominant-baseline: central; }
.flow-chart path { fill: none; stroke: currentColor; stroke-width: 2; }
.flow-chart marker path { fill: currentColor; stroke: none; }
@media (prefers-color-scheme: dark) { svg.flow-chart:root { color: #e9f0ed; } .flow-chart:root rect { fill: #18201e; } }
`;

/** Whether the transition belongs to the main path, or ends it with a rejection. */
const isMain = ({ from, to }: Edge): boolean =>
  MAIN_PATH[MAIN_PATH.indexOf(from) + 1] === to || (from === 'pending' && to === 'rejected');

/**
 * Draws the chart as SVG. In a file it shows the main path; in a page it contains every transition, and the page shows
 * those of the current state. Boxes have `data-state`, arrows `data-from` and `data-to`.
 */
export function drawing(edges: readonly Edge[], { alone = true } = {}): string {
  const arrows = edges
    .filter((edge) => isMain(edge) || !alone)
    .map((edge) => {
      const { from, to, events } = edge;
      const path = `<path${isMain(edge) ? ' class="main"' : ''} d="${pathOf(edge)}" marker-end="url(#flow-arrow)"`;
      return `${path} data-from="${from}" data-to="${to}"><title>${from} → ${to}: ${events.join(', ')}</title></path>`;
    });
  const boxes = Object.entries(POSITIONS).map(
    ([state, [x, y]]) =>
      `<g data-state="${state}"><rect x="${x - BOX.width / 2}" y="${y - BOX.height / 2}" width="${BOX.width}" height="${BOX.height}" rx="10"/><text x="${x}" y="${y}">${state}</text></g>`,
  );
  return [
    `<svg class="flow-chart"${alone ? ' xmlns="http://www.w3.org/2000/svg"' : ''} viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="The states of the step and the transitions between them">`,
    alone ? `<style>${STYLE}</style>` : '',
    '<defs><marker id="flow-arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" markerUnits="userSpaceOnUse" orient="auto-start-reverse"><path d="M0 0 8 4 0 8z"/></marker></defs>',
    ...arrows,
    ...boxes,
    '</svg>',
  ]
    .filter(Boolean)
    .join('\n');
}

/** Along the main path the arrows are straight, and the one to the second line has corners. */
function pathOf(edge: Edge): string {
  const { from, to } = edge;
  const [[x1, y1], [x2, y2]] = [POSITIONS[from], POSITIONS[to]];
  if (!isMain(edge)) return curve(POSITIONS[from], POSITIONS[to]);
  if (y1 === y2) return `M${x1 + BOX.width / 2} ${y1}H${x2 - BOX.width / 2 - 3}`;
  if (x1 === x2) return `M${x1} ${y1 + BOX.height / 2}V${y2 - BOX.height / 2 - 3}`;
  return `M${x1} ${y1 + BOX.height / 2}V${(y1 + y2) / 2}H${x2}V${y2 - BOX.height / 2 - 3}`;
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

/** The point where the line from a box's center to another point crosses the box's border. */
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

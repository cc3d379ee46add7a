import { drawing } from './flow-chart/drawing.js';
import { edges } from './flow-chart/edges.js';
import { code, table } from './markdown.js';

const transitions = edges();

/** The state machine as a Mermaid chart, without the names of the events. */
export const flowMermaid = (): string =>
  [
    '```mermaid',
    'stateDiagram-v2',
    '  [*] --> idle',
    ...transitions.map(({ from, to }) => `  ${from} --> ${to}`),
    '```',
  ].join('\n');

/** A table of all transitions, with the events that cause them. */
export const flowTable = (): string =>
  table(
    ['From', 'To', 'On'],
    transitions.map(({ from, to, events }) => [code(from), code(to), events.map(code).join(' ')]),
  );

/** The state machine as an SVG picture. */
export const flowPicture = (): string => `${drawing(transitions)}\n`;

/** The state machine as SVG for the playground, with every transition. Finding them in the browser takes more than a second. */
export const playgroundChart = (): string => `${drawing(transitions, { alone: false })}\n`;

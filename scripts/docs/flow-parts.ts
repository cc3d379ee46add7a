import { drawing } from '../../demo/flow-chart/drawing.js';
import { edges } from '../../demo/flow-chart/edges.js';
import { code, table } from './markdown.js';

const walked = edges();

/** The machine as a mermaid chart: the ways, without the many words on them. */
export const flowMermaid = (): string =>
  [
    '```mermaid',
    'stateDiagram-v2',
    '  [*] --> idle',
    ...walked.map(({ from, to }) => `  ${from} --> ${to}`),
    '```',
  ].join('\n');

/** Every way between states with the events that take it. */
export const flowTable = (): string =>
  table(
    ['From', 'To', 'On'],
    walked.map(({ from, to, events }) => [code(from), code(to), events.map(code).join(' ')]),
  );

/** The machine as a picture. */
export const flowPicture = (): string => `${drawing(walked)}\n`;

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root.mjs';
import { table } from './markdown.js';

/** The result files, in the order of docs/performance.md. */
const RESULT_NAMES = [
  'size',
  'parts',
  'languages',
  'startup',
  'paint',
  'response',
  'requests',
  'scale',
  'mounts',
  'leaks',
  'proxy',
  'proxy-options',
  'proxy-memory',
  'push',
];

const resultOf = (name: string): string | undefined => {
  const file = join(root, 'bench/results', `${name}.md`);
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
};

/** The tables of all benches that have been run. */
export const benches = (): string => RESULT_NAMES.flatMap((name) => resultOf(name) ?? []).join('\n\n');

/** The cells of a result's table, by row, without its header. */
const rowsOf = (name: string): string[][] =>
  (resultOf(name) ?? '')
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );

/** One cell of a result's table, by the name of its row. */
const cellOf = (name: string, row: string, column: number): string =>
  rowsOf(name).find(([first]) => first === row)?.[column] ?? '–';

/** When and where a result was measured: the line below its table. */
const measuredAt = (name: string): string => resultOf(name)?.split('\n').at(-1) ?? '–';

/** Each budget, with the table, row and column of its measurement. */
const BUDGETS = [
  ['Script-tag build, including Lit and English', '≤ 29,200 bytes of brotli', 'size', 'baanx-kyc-step', 1],
  ['Evaluation', '≤ 2 × a minimal Lit element', 'startup', 'baanx-kyc-step', 3],
  ['Layout shift on upgrade', '0', 'paint', 'CPU slowed down 4 ×', 3],
  ['Click on Start until the dialog is painted, ms', '≤ 16', 'response', 'full speed', 1],
  ['The same with a 4 × slower processor, ms', '≤ 60', 'response', '4 × slower processor', 1],
  ['Frame starts loading in the same task as the session response', 'always', 'response', 'full speed', 4],
] as const;

/** The budgets with their measurements, and the cost of the step beside that of other SDKs. */
export function benchSummary(): string {
  const budgets = BUDGETS.map(([what, budget, name, row, column]) => [
    what,
    budget,
    cellOf(name, row, column),
  ]);
  const rows = rowsOf('size').map(([name = '', brotli = '']) => [
    name,
    brotli,
    cellOf('startup', name, 1),
    cellOf('startup', name, 3),
  ]);
  return [
    table(['', 'Budget', 'Measured'], budgets),
    table(['', 'bytes, brotli', 'ms of the main thread to evaluate', 'minimal Lit element = 1'], rows),
    `From clicking Start to the frame: ${measuredAt('response')}. Everything else: ${measuredAt('startup')}.`,
  ].join('\n\n');
}

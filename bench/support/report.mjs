/** Writes tables of results in Markdown, with the machine that they were measured on. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { root } from '../../scripts/root.mjs';

/** @param {number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

/** @param {number} value @param {number} [digits] */
export const formatNumber = (value, digits = 0) =>
  value.toLocaleString('en', { maximumFractionDigits: digits, minimumFractionDigits: digits });

/**
 * Prints a table and writes it to `bench/results/<name>.md`, from where `npm run docs` takes it.
 * @param {string} name
 * @param {string} title
 * @param {(string | number)[][]} rows the first one is the header
 * @param {string} [browser]
 */
export function report(name, title, [head = [], ...rows], browser) {
  const line = (/** @type {(string | number)[]} */ cells) => `| ${cells.join(' | ')} |`;
  const [cpu] = cpus();
  const machine = [
    `${cpus().length} × ${cpu?.model.trim() ?? 'unknown'}`,
    `Node ${process.versions.node}`,
    browser,
  ]
    .filter(Boolean)
    .join(', ');
  const text = [
    `**${title}**`,
    '',
    line(head),
    line(head.map((_, column) => (column === 0 ? '---' : '--:'))),
    ...rows.map(line),
    '',
    `_${new Date().toISOString().slice(0, 10)}, ${machine}_`,
    '',
  ].join('\n');
  console.log(`\n${text}`);
  const folder = join(root, 'bench/results');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.md`), text);
}

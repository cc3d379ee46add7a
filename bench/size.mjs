/** How large each script is, as one minified module: compressed by brotli (quality 11) and gzip. */
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { comparedScripts, otherParts } from './support/bundles.mjs';
import { formatNumber, median, report } from './support/report.mjs';

const brotli = (/** @type {string} */ code) =>
  brotliCompressSync(code, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

const all = Object.entries(await comparedScripts());
const ours = brotli(all[0]?.[1] ?? '');
report('size', 'Size of the script, in bytes', [
  ['', 'brotli', 'gzip', 'plain', 'brotli, ours = 1'],
  ...all.map(([name, code]) => [
    name,
    formatNumber(brotli(code)),
    formatNumber(gzipSync(code, { level: 9 }).length),
    formatNumber(Buffer.byteLength(code)),
    formatNumber(brotli(code) / ours, 2),
  ]),
]);

/** @type {[name: string, bytes: number][]} */
const parts = Object.entries(await otherParts()).map(([name, code]) => [name, brotli(code)]);
const languages = parts.filter(([name]) => name.startsWith('locales/'));
report('parts', 'Other parts that a page may load, in bytes of brotli', [
  ['', 'brotli'],
  ...parts.filter((part) => !languages.includes(part)).map(([name, bytes]) => [name, formatNumber(bytes)]),
  [`a language, median of ${languages.length}`, formatNumber(median(languages.map(([, bytes]) => bytes)))],
]);

const WIDTH = 8;
const cells = languages.map(
  ([name, bytes]) => `${name.replace(/^locales.|\.js$/g, '')} ${formatNumber(bytes)}`,
);
/** @type {string[][]} */
const lines = [];
while (cells.length > 0) lines.push(Object.assign(Array(WIDTH).fill(''), cells.splice(0, WIDTH)));
report('languages', 'Each language, in bytes of brotli', [Array(WIDTH).fill(''), ...lines]);

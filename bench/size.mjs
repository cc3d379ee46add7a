/** What a page's visitors download: brotli quality 11, gzip beside it, as one minified module each. */
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { bundles } from './support/bundles.mjs';
import { figure, report } from './support/report.mjs';

const all = Object.entries(await bundles()).map(([name, code]) => ({
  name,
  plain: Buffer.byteLength(code),
  gzip: gzipSync(code, { level: 9 }).length,
  brotli: brotliCompressSync(code, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length,
}));
const ours = all[0]?.brotli ?? NaN;
report('size', 'Size of the script, in bytes', [
  ['', 'brotli', 'gzip', 'plain', 'brotli, ours = 1'],
  ...all.map(({ name, brotli, gzip, plain }) => [
    name,
    figure(brotli),
    figure(gzip),
    figure(plain),
    figure(brotli / ours, 2),
  ]),
]);

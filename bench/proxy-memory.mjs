/**
 * `node bench/proxy-memory.mjs [requests an hour]`: whether the proxy's memory stays flat. It sends the requests of an hour at 20 a second,
 * at full speed, each with an onboarding ID and a client address of its own, twice: the first hour fills what may be
 * full, such as the limiter's bounded memory; the second one must add nothing.
 */
import { buildProxy } from '../scripts/proxy-build.mjs';
import { load, startSubject, startUpstream, memory } from './proxy-load.mjs';
import { formatNumber, report } from './support/report.mjs';

const REQUESTS_PER_HOUR = Number(process.argv[2] ?? 3_600 * 20);
/** More than the garbage collector leaves behind by chance, less than 30 bytes for each request. */
const MAX_GROWTH_BYTES = 2 * 2 ** 20;

/** @param {import('./proxy-load.mjs').Subject} subject @returns {Promise<number>} how many requests were sent */
async function sendAnHour(subject) {
  let sent = 0;
  while (sent < REQUESTS_PER_HOUR) {
    const { requests, failed } = await load(subject, 50, 5, true);
    if (failed > 0) throw new Error(`${subject.name}: ${failed} requests failed`);
    sent += requests;
  }
  return sent;
}

const upstream = await startUpstream();
const built = await buildProxy('proxy-memory-bench');
const rows = [];
try {
  for (const name of ['the proxy', 'all three, behind a load balancer']) {
    const subject = await startSubject(name, built, upstream.origin);
    await load(subject, 50, 2, true);
    const start = await memory(subject);
    await sendAnHour(subject);
    const before = await memory(subject);
    const sent = await sendAnHour(subject);
    const after = await memory(subject);
    subject.child.disconnect();
    const measured = [start.heap, before.heap, after.heap, before.rss, after.rss];
    rows.push([name, formatNumber(sent), ...measured.map((bytes) => formatNumber(bytes / 2 ** 20, 1))]);
    if (after.heap - before.heap > MAX_GROWTH_BYTES) process.exitCode = 1;
  }
} finally {
  upstream.stop();
}
report(
  'proxy-memory',
  'Memory of the proxy, in MB, for hours of 20 requests a second from different people',
  [
    [
      '',
      'requests an hour',
      'heap at the start',
      'after an hour',
      'after two',
      'resident after an hour',
      'after two',
    ],
    ...rows,
  ],
);
if (process.exitCode) console.log('\nThe heap has grown in the second hour.');

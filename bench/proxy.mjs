/**
 * `node bench/proxy.mjs [seconds a turn]`: compares the proxy, plain and with authorize, log and limits, with a bare
 * pass-through and http-proxy, in one run. They take turns, so that a busy machine is busy for all of them, and the best
 * turn of each counts: other programs can only slow a turn down. wrk sends the requests and nginx is the upstream (both
 * from Debian), because they need little CPU time themselves.
 */
import { buildProxy } from '../scripts/proxy-build.mjs';
import { load, startSubject, startUpstream } from './proxy-load.mjs';
import { formatNumber, report } from './support/report.mjs';

/** The minimum throughput with authorize, log and limits, relative to the bare pass-through. */
const BUDGET_RATIO = 0.6;
const TURN_SECONDS = Number(process.argv[2] ?? 1);
const ROUNDS = 9;
const COMPARED = ['bare pass-through', 'http-proxy', 'the proxy', 'authorize + log + limits'];
const OPTIONS = ['+ authorize', '+ log', '+ limits', 'built-in fetch'];
/** A line of a table, and its ratio. @typedef {{ cells: string[], ratio: number }} Line */

/** @param {import('./proxy-load.mjs').Subject[]} subjects @param {number} connections @returns {Promise<Line[]>} */
async function compare(subjects, connections) {
  /** @type {Map<import('./proxy-load.mjs').Subject, Awaited<ReturnType<typeof load>>[]>} */
  const turns = new Map(subjects.map((subject) => [subject, []]));
  for (let round = 0; round < ROUNDS; round++) {
    const first = round % subjects.length;
    for (const subject of [...subjects.slice(first), ...subjects.slice(0, first)]) {
      turns.get(subject)?.push(await load(subject, connections, TURN_SECONDS));
    }
  }
  const lines = subjects.map((subject) => {
    const own = turns.get(subject) ?? [];
    const [best] = own.toSorted((a, b) => b.rate - a.rate);
    const failed = own.reduce((sum, turn) => sum + turn.failed, 0);
    return {
      name: subject.name,
      rate: best?.rate ?? NaN,
      p99: best?.p99 ?? NaN,
      cpu: best?.cpu ?? NaN,
      failed,
    };
  });
  return lines.map(({ name, rate, p99, cpu, failed }) => {
    const ratio = rate / (lines[0]?.rate ?? NaN);
    return {
      cells: [name, ...[rate, p99, cpu, failed].map((value) => formatNumber(value)), formatNumber(ratio, 2)],
      ratio,
    };
  });
}

const upstream = await startUpstream();
const built = await buildProxy('proxy-bench');
/** @type {import('./proxy-load.mjs').Subject[]} */
const subjects = [];
try {
  for (const name of [...COMPARED, ...OPTIONS])
    subjects.push(await startSubject(name, built, upstream.origin));
  const [compared, options] = [subjects.slice(0, COMPARED.length), subjects.slice(COMPARED.length)];
  console.log('Warming up …');
  for (const subject of subjects) await load(subject, 50, 4);
  const columns = ['requests/s', 'p99, ms', 'CPU time per request, µs', 'failed requests'];
  const few = await compare(compared, 50);
  const many = await compare(compared, 500);
  report('proxy', `The proxy, the best of ${ROUNDS} turns of ${TURN_SECONDS} s each`, [
    ['', ...columns, 'bare pass-through = 1'],
    ...few.map(({ cells: [name, ...rest] }) => [`${name}, 50 connections`, ...rest]),
    ...many.map(({ cells: [name, ...rest] }) => [`${name}, 500 connections`, ...rest]),
  ]);
  const costs = await compare(
    [/** @type {import('./proxy-load.mjs').Subject} */ (compared[2]), ...options],
    50,
  );
  report('proxy-options', 'What each option of the proxy costs, 50 connections', [
    ['', ...columns, 'the proxy = 1'],
    ...costs.map(({ cells }) => cells),
  ]);
  const ratios = [few, many].map((lines) => lines.at(-1)?.ratio ?? 0);
  console.log(
    `\nThe budget is ${BUDGET_RATIO} × the bare pass-through, with authorize, log and limits. Measured: ${ratios.map((ratio) => ratio.toFixed(2)).join(' and ')}.`,
  );
  if (ratios.some((ratio) => ratio < BUDGET_RATIO)) process.exitCode = 1;
} finally {
  for (const { child } of subjects) child.disconnect();
  upstream.stop();
}

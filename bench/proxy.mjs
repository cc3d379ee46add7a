/**
 * `node bench/proxy.mjs [seconds a turn]`: compares the proxy, plain and with authorize, log and limits, with a bare
 * pass-through and http-proxy, in one run. They take turns, so that a busy machine is busy for all of them, and the best
 * turn of each counts: other programs can only slow a turn down. wrk sends the requests and nginx is the upstream (both
 * from Debian), because they need little CPU time themselves.
 */
import { fork, spawn, execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ensureProgram } from '../scripts/browsers/debian.mjs';
import { buildProxy } from '../scripts/proxy-build.mjs';
import { formatNumber, report } from './support/report.mjs';

/** The minimum throughput with authorize, log and limits, relative to the bare pass-through. */
const BUDGET_RATIO = 0.6;
const TURN_SECONDS = Number(process.argv[2] ?? 1);
const ROUNDS = 9;
const COMPARED = ['bare pass-through', 'http-proxy', 'the proxy', 'authorize + log + limits'];
const OPTIONS = ['+ authorize', '+ log', '+ limits', 'built-in fetch'];
/** The response to the status request, with its personal data. */
const RECORD = JSON.stringify({
  id: 'US_100a99cf-f4d3-4fa1-c123-2e9833440ebb',
  ...{
    email: 'ada.sandbox@person.example',
    firstName: 'Ada',
    lastName: 'Sandbox',
    phoneNumber: '+447700900123',
  },
  ...{
    addressLine1: '12 Example Street',
    city: 'London',
    countryOfResidence: 'GB',
    verificationState: 'PENDING',
  },
});

const [nginx, wrk] = [ensureProgram('nginx'), ensureProgram('wrk')];
if (nginx === undefined || wrk === undefined) {
  console.log('This bench needs nginx and wrk. Install them, or run it as root on Debian.');
  process.exit(1);
}

const folder = mkdtempSync(join(tmpdir(), 'baanx-kyc-bench-'));

async function startUpstream() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  probe.close();
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  writeFileSync(
    join(folder, 'nginx.conf'),
    `daemon off; worker_processes 1; pid ${folder}/pid; error_log stderr notice;
events { worker_connections 4096; }
http {
  access_log off; keepalive_requests 1000000000; default_type application/json;
  ${temporary.map((name) => `${name}_temp_path ${folder};`).join(' ')}
  server { listen 127.0.0.1:${port} backlog=4096; location / { return 200 '${RECORD}'; } }
}`,
  );
  const child = spawn(String(nginx), ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', 'stderr'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  for await (const text of child.stderr) if (String(text).includes('start worker process ')) break;
  return { child, origin: `http://127.0.0.1:${port}` };
}

/**
 * @typedef {object} Subject
 * @property {string} name
 * @property {number} port
 * @property {import('node:child_process').ChildProcess} child
 */

/** @param {string} name @param {string} built @param {string} upstream @returns {Promise<Subject>} */
async function startSubject(name, built, upstream) {
  const child = fork(new URL('proxy-subject.mjs', import.meta.url), [name, built], {
    execArgv: ['--expose-gc'],
    env: { ...process.env, UPSTREAM: upstream, NODE_ENV: 'production' },
  });
  const [{ port }] = await once(child, 'message');
  return { name, port, child };
}

/** @param {Subject} subject @returns {Promise<{ cpu: number, heap: number, rss: number }>} */
async function usage({ child }) {
  child.send('usage');
  return (await once(child, 'message'))[0];
}

/** One turn of load. @param {Subject} subject @param {number} connections @param {number} seconds */
async function load(subject, connections, seconds) {
  const before = await usage(subject);
  const url = `http://127.0.0.1:${subject.port}/api/baanx/v1/auth/register?onboardingId=US_100a99cf-f4d3-4fa1`;
  const args = ['-t1', `-c${connections}`, `-d${seconds}s`, '--timeout', '10s', '--latency', url];
  const { stdout } = await promisify(execFile)(String(wrk), args);
  const { cpu } = await usage(subject);
  const readNumber = (/** @type {RegExp} */ pattern) => Number(pattern.exec(stdout)?.[1] ?? 0);
  const [, p99 = 'NaN', unit = 's'] = /99%\s+([\d.]+)(us|ms|s)/.exec(stdout) ?? [];
  const requests = readNumber(/(\d+) requests in/);
  return {
    rate: readNumber(/Requests\/sec:\s+([\d.]+)/),
    p99: Number(p99) * { us: 0.001, ms: 1, s: 1000 }[/** @type {'us'} */ (unit)],
    cpu: (cpu - before.cpu) / requests,
    requests,
    failed: readNumber(/Non-2xx or 3xx responses: (\d+)/) + readNumber(/Socket errors: connect (\d+)/),
  };
}

/** A line of a table, and its ratio. @typedef {{ cells: string[], ratio: number }} Line */

/** @param {Subject[]} subjects @param {number} connections @returns {Promise<Line[]>} */
async function compare(subjects, connections) {
  /** @type {Map<Subject, Awaited<ReturnType<typeof load>>[]>} */
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

/** Measures the memory before and after the requests that 250 waiting people make in an hour. @param {Subject} subject @returns {Promise<string[]>} */
async function memory(subject) {
  const target = 250 * 12 * 60;
  const before = await usage(subject);
  let sent = 0;
  const deadline = Date.now() + 90_000;
  while (sent < target && Date.now() < deadline) sent += (await load(subject, 50, 5)).requests;
  const after = await usage(subject);
  const mb = (/** @type {number} */ bytes) => formatNumber(bytes / 2 ** 20, 1);
  return [subject.name, formatNumber(sent), ...[before.heap, after.heap, before.rss, after.rss].map(mb)];
}

const upstream = await startUpstream();
const built = await buildProxy('proxy-bench');
/** @type {Subject[]} */
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
  const costs = await compare([/** @type {Subject} */ (compared[2]), ...options], 50);
  report('proxy-options', 'What each option of the proxy costs, 50 connections', [
    ['', ...columns, 'the proxy = 1'],
    ...costs.map(({ cells }) => cells),
  ]);
  const memoryRows = [];
  for (const subject of subjects.filter(({ name }) =>
    ['the proxy', 'authorize + log + limits'].includes(name),
  )) {
    memoryRows.push(await memory(subject));
  }
  report('proxy-memory', 'Memory of the proxy, in MB, before and after an hour of 250 people who wait', [
    ['', 'requests', 'heap before', 'after', 'resident before', 'after'],
    ...memoryRows,
  ]);
  const ratios = [few, many].map((lines) => lines.at(-1)?.ratio ?? 0);
  console.log(
    `\nThe budget is ${BUDGET_RATIO} × the bare pass-through, with authorize, log and limits. Measured: ${ratios.map((ratio) => ratio.toFixed(2)).join(' and ')}.`,
  );
  if (ratios.some((ratio) => ratio < BUDGET_RATIO)) process.exitCode = 1;
} finally {
  for (const { child } of subjects) child.disconnect();
  upstream.child.kill('SIGQUIT');
  rmSync(folder, { recursive: true, force: true });
}

/** What the benches of the proxy share: the upstream, the servers under test and the load on them. */
import { fork, spawn, execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ensureProgram } from '../scripts/browsers/debian.mjs';

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
  console.log('The benches of the proxy need nginx and wrk. Install them, or run them as root on Debian.');
  process.exit(1);
}

const folder = mkdtempSync(join(tmpdir(), 'baanx-kyc-bench-'));

/** Starts an nginx that answers every request with an onboarding record. */
export async function startUpstream() {
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
  return {
    origin: `http://127.0.0.1:${port}`,
    stop() {
      child.kill('SIGQUIT');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/**
 * @typedef {object} Subject
 * @property {string} name
 * @property {number} port
 * @property {import('node:child_process').ChildProcess} child
 */

/** @param {string} name @param {string} built @param {string} upstream @returns {Promise<Subject>} */
export async function startSubject(name, built, upstream) {
  const child = fork(new URL('proxy-subject.mjs', import.meta.url), [name, built], {
    execArgv: ['--expose-gc'],
    env: { ...process.env, UPSTREAM: upstream, NODE_ENV: 'production' },
  });
  const [{ port }] = await once(child, 'message');
  return { name, port, child };
}

/** The CPU time until now, in µs. @param {Subject} subject @returns {Promise<number>} */
async function cpuTime({ child }) {
  child.send('cpu');
  return (await once(child, 'message'))[0];
}

/**
 * The memory in bytes after a garbage collection, which also throws compiled code away: a turn of load after it is slower.
 * @param {Subject} subject @returns {Promise<{ heap: number, rss: number }>}
 */
export async function memory({ child }) {
  child.send('memory');
  return (await once(child, 'message'))[0];
}

/** wrk's script in which each request has an onboarding ID and an address of its own. */
const DISTINCT = `
local count = 0
function setup(thread) thread:set("salt", os.time()) end
function request()
  count = count + 1
  local id = salt .. "-" .. count
  wrk.headers["x-forwarded-for"] = string.format("10.%d.%d.%d", (count / 65536 + salt) % 256, count / 256 % 256, count % 256)
  return wrk.format("GET", "/api/baanx/v1/auth/register?onboardingId=" .. id)
end`;

/**
 * One turn of load.
 * @param {Subject} subject
 * @param {number} connections
 * @param {number} seconds
 * @param {boolean} [isDistinct] whether each request has an onboarding ID and an address of its own
 */
export async function load(subject, connections, seconds, isDistinct = false) {
  const before = await cpuTime(subject);
  const url = `http://127.0.0.1:${subject.port}/api/baanx/v1/auth/register?onboardingId=US_100a99cf-f4d3-4fa1`;
  const script = join(folder, 'distinct.lua');
  if (isDistinct) writeFileSync(script, DISTINCT);
  const flags = ['-t1', `-c${connections}`, `-d${seconds}s`, '--timeout', '10s', '--latency'];
  const args = [...flags, ...(isDistinct ? ['-s', script] : []), url];
  const { stdout } = await promisify(execFile)(String(wrk), args);
  const after = await cpuTime(subject);
  const readNumber = (/** @type {RegExp} */ pattern) => Number(pattern.exec(stdout)?.[1] ?? 0);
  const [, p99 = 'NaN', unit = 's'] = /99%\s+([\d.]+)(us|ms|s)/.exec(stdout) ?? [];
  const requests = readNumber(/(\d+) requests in/);
  return {
    rate: readNumber(/Requests\/sec:\s+([\d.]+)/),
    p99: Number(p99) * { us: 0.001, ms: 1, s: 1000 }[/** @type {'us'} */ (unit)],
    cpu: (after - before) / requests,
    requests,
    failed: readNumber(/Non-2xx or 3xx responses: (\d+)/) + readNumber(/Socket errors: connect (\d+)/),
  };
}

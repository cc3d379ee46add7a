/** Programs of Debian's that tests and benches start: found, or installed as root, as scripts/browser.mjs does. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The programs, by the package that brings them. */
const PACKAGES = { nginx: 'nginx-light', 'redis-server': 'redis-server', wrk: 'wrk' };

/** @param {string} program */
const find = (program) =>
  [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin']
    .map((folder) => join(folder, program))
    .find((file) => existsSync(file));

/**
 * The path of a program; undefined where there is none and none can be had. With `CI=true` that is an error: there
 * a test that does not run must not look like one that passes.
 * @param {keyof typeof PACKAGES} program
 * @returns {string | undefined}
 */
export function ensureDebian(program) {
  const path = find(program) ?? (install(PACKAGES[program]) ? find(program) : undefined);
  if (path === undefined && process.env['CI'] === 'true') throw new Error(`There is no ${program} here`);
  return path;
}

/** @param {string} name */
function install(name) {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return false;
  const run = (/** @type {string[]} */ ...args) =>
    execFileSync('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...args], {
      stdio: ['ignore', 2, 2],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  try {
    console.log(`No ${name} here: installing the one of Debian …`);
    run('update');
    run('install', '-y', '--no-install-recommends', name);
    return true;
  } catch (error) {
    console.log(`apt-get did not succeed: ${String(error)}`);
    return false;
  }
}

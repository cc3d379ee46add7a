/** Installs Debian packages that tests and benches need, where that is possible: as root on Debian. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The programs that tests and benches start, and the packages that contain them. */
const PACKAGES = { nginx: 'nginx-light', 'redis-server': 'redis-server', wrk: 'wrk' };

/**
 * Finds a program in `PATH`.
 * @param {...string} names the first one found counts
 * @returns {string | undefined} its path
 */
export const findProgram = (...names) =>
  [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin']
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find((path) => existsSync(path));

/**
 * Installs packages, or prints why it cannot.
 * @param {...string} packages
 * @returns {boolean} whether they are installed now
 */
export function installPackages(...packages) {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return false;
  const aptGet = (/** @type {string[]} */ ...args) =>
    execFileSync('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...args], {
      stdio: ['ignore', 2, 2],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  try {
    console.log(`Installing from Debian: ${packages.join(', ')} …`);
    aptGet('update');
    aptGet('install', '-y', '--no-install-recommends', ...packages);
    return true;
  } catch (error) {
    console.log(`apt-get failed: ${String(error)}`);
    return false;
  }
}

/**
 * The path of a program, which is installed first if it is missing. With `CI=true` a missing program is an error, so that
 * its tests are not skipped unnoticed.
 * @param {keyof typeof PACKAGES} program
 * @returns {string | undefined}
 */
export function ensureProgram(program) {
  const path =
    findProgram(program) ?? (installPackages(PACKAGES[program]) ? findProgram(program) : undefined);
  if (path === undefined && process.env['CI'] === 'true') throw new Error(`${program} is not installed`);
  return path;
}

/**
 * The other engines of the browser tests: Firefox and WebKit. Where one is missing the tests go on without it and
 * count it as skipped; in CI (`CI=true`) it is got from Debian, and missing even so it is a failure.
 */
import { chromeLauncher, puppeteerCore } from '@web/test-runner-chrome';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { webkitLauncher } from './webkit-launcher.mjs';

/** @param {...string} names @returns {string | undefined} */
const inPath = (...names) =>
  (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find((path) => existsSync(path));

/** Debian keeps what is no command in a folder that is named after the machine. */
const miniBrowser = () =>
  process.platform === 'linux'
    ? readdirSync('/usr/lib')
        .map((folder) => join('/usr/lib', folder, 'webkit2gtk-4.1/MiniBrowser'))
        .find((path) => existsSync(path))
    : undefined;

function firefox() {
  const executablePath = process.env['FIREFOX_PATH'] || inPath('firefox-esr', 'firefox');
  if (!executablePath) return;
  return chromeLauncher({
    puppeteer: puppeteerCore,
    launchOptions: {
      browser: 'firefox',
      executablePath,
      headless: true,
      extraPrefsFirefox: {
        'media.navigator.streams.fake': true,
        'media.navigator.permission.disabled': true,
        'dom.disable_open_during_load': false,
      },
    },
  });
}

function webkit() {
  const driver = inPath('WebKitWebDriver');
  const screen = inPath('Xvfb');
  const browser = miniBrowser();
  return driver && screen && browser ? webkitLauncher({ driver, screen, browser }) : undefined;
}

/**
 * What Chromium runs; what an engine can't do, a test finds out and skips. But for the model, whose hand clock still
 * has a timer in both after a removal, and the faults, whose requests that are cut off after 10 ms are too fast there.
 */
const files = ['test/**/*.browser.ts', '!test/model/*', '!test/element/faults.browser.ts'];
const ENGINES = {
  firefox: { launcher: firefox, packages: ['firefox-esr'], files },
  webkit: {
    launcher: webkit,
    packages: ['webkit2gtk-driver', 'xvfb'],
    // One test of the identity is overtaken there by the next question about the status.
    files: [...files, '!test/element/identity.browser.ts'],
  },
};

/** @param {readonly string[]} packages */
function install(packages) {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return;
  console.log(`Installing ${packages.join(' and ')} of Debian …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const command of [['update'], ['install', '-y', '--no-install-recommends', ...packages]])
    execFileSync('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...command], { stdio: ['ignore', 2, 2], env });
}

/**
 * The other engines that can be had, each with its launcher and the files that it runs, and how many can't.
 * `ENGINES=firefox` asks for that one alone, `ENGINES=` for none; what is asked for by name must be there.
 */
export function otherEngines() {
  const asked = process.env['ENGINES'];
  const isCi = process.env['CI'] === 'true';
  const engines = [];
  let missing = 0;
  for (const [name, { launcher, packages, files }] of Object.entries(ENGINES)) {
    if (asked !== undefined && !asked.split(',').includes(name)) continue;
    let found = launcher();
    if (!found && isCi) {
      install(packages);
      found = launcher();
    }
    if (found) engines.push({ name, files, browsers: [found] });
    else if (isCi || asked) throw new Error(`No ${name} here (Debian: ${packages.join(', ')})`);
    else {
      missing++;
      console.log(`No ${name} here (Debian: ${packages.join(', ')}): its tests are skipped.`);
    }
  }
  return { engines, missing };
}

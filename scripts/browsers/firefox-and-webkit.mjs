/**
 * Firefox and WebKit for the browser tests. Without them the tests run in Chromium alone and each missing browser counts
 * as skipped. With `CI=true` they are installed from Debian, and a missing browser is an error.
 */
import { chromeLauncher, puppeteerCore } from '@web/test-runner-chrome';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { findProgram, installPackages } from './debian.mjs';
import { webkitLauncher } from './webkit-launcher.mjs';

/** Debian installs WebKit's MiniBrowser outside `PATH`, in a folder named after the machine's architecture. */
const findMiniBrowser = () =>
  process.platform === 'linux'
    ? readdirSync('/usr/lib')
        .map((folder) => join('/usr/lib', folder, 'webkit2gtk-4.1/MiniBrowser'))
        .find((path) => existsSync(path))
    : undefined;

function launchFirefox() {
  const executablePath = process.env['FIREFOX_PATH'] || findProgram('firefox-esr', 'firefox');
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

function launchWebKit() {
  const driver = findProgram('WebKitWebDriver');
  const xvfb = findProgram('Xvfb');
  const browser = findMiniBrowser();
  return driver && xvfb && browser ? webkitLauncher({ driver, xvfb, browser }) : undefined;
}

const BROWSERS = {
  firefox: { launch: launchFirefox, packages: ['firefox-esr'] },
  webkit: { launch: launchWebKit, packages: ['webkit2gtk-driver', 'xvfb'] },
};

/**
 * The browsers beside Chromium, each with its launcher, and those that are missing. They run the same test files as Chromium.
 * `ENGINES=firefox` selects one of them, which must then be installed; `ENGINES=` selects none.
 */
export function firefoxAndWebKit() {
  const selected = process.env['ENGINES'];
  const isCi = process.env['CI'] === 'true';
  const groups = [];
  /** @type {string[]} */
  const missing = [];
  for (const [name, { launch, packages }] of Object.entries(BROWSERS)) {
    if (selected !== undefined && !selected.split(',').includes(name)) continue;
    let launcher = launch();
    if (!launcher && isCi && installPackages(...packages)) launcher = launch();
    if (launcher) {
      groups.push({ name, browsers: [launcher] });
      continue;
    }
    const message = `${name} is not installed (Debian: ${packages.join(', ')})`;
    if (isCi || selected) throw new Error(message);
    missing.push(name);
    console.log(`${message}: its tests are skipped.`);
  }
  return { groups, missing };
}

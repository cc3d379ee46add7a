/**
 * Finds Chromium, Chrome or Edge for the tests and benches, or installs one: from Debian as root, otherwise from an npm
 * package that contains one. `CHROME_PATH` overrides the search.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { installPackages } from './debian.mjs';

/** @typedef {{ executablePath: string, args: string[] }} Chromium */

const NPM_PACKAGE = '@sparticuz/chromium';
const NPM_PACKAGE_VERSION = '143.0.4';
const cache = fileURLToPath(new URL('../../node_modules/.cache/chromium', import.meta.url));

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
  'chrome',
];

/** Where browsers are usually installed outside `PATH`. */
const USUAL_PATHS = {
  linux: ['/usr/bin', '/usr/local/bin', '/snap/bin'].flatMap((folder) =>
    NAMES.map((name) => join(folder, name)),
  ),
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: ['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData'].flatMap((variable) => {
    const folder = process.env[variable];
    return folder === undefined
      ? []
      : [
          join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
          join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
        ];
  }),
};

const isRoot = () => process.getuid?.() === 0;

/** @param {string} path */
const isFile = (path) => existsSync(path) && statSync(path).isFile();

/**
 * Flags that stop Chromium's own network traffic and simulate a camera. Its sandbox does not start as root.
 * @param {string[]} more
 */
const flags = (...more) => [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
  ...(isRoot() ? ['--no-sandbox'] : []),
  ...more,
];

/**
 * The Chromium, Chrome or Edge that is installed, if any.
 * @returns {Chromium | undefined}
 */
export function findChromium() {
  const configured = process.env['CHROME_PATH'];
  if (configured) {
    if (!isFile(configured)) throw new Error(`CHROME_PATH is ${configured}, but there is no such file`);
    return configured.startsWith(cache)
      ? headlessShell(configured)
      : { executablePath: configured, args: flags() };
  }
  const inPath = (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) =>
      NAMES.map((name) => join(folder, process.platform === 'win32' ? `${name}.exe` : name)),
    );
  const usual = USUAL_PATHS[/** @type {keyof typeof USUAL_PATHS} */ (process.platform)] ?? [];
  const executablePath = [...inPath, ...usual].find(isFile);
  return executablePath === undefined ? undefined : { executablePath, args: flags() };
}

/**
 * The flags that the npm package's Chromium needs. We do not use the package's own, which disable web security.
 * @param {string} executablePath
 * @returns {Chromium}
 */
const headlessShell = (executablePath) => ({
  executablePath,
  args: flags('--headless=shell', '--no-zygote', '--no-sandbox'),
});

/**
 * Installs a Chromium from npm into the cache. Linux on x64 only.
 * @returns {Promise<Chromium>}
 */
async function installFromNpm() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No Chromium, Chrome or Edge found. Install one, or set CHROME_PATH to its path.');
  }
  const packageFolder = join(cache, 'node_modules', NPM_PACKAGE);
  if (!existsSync(join(packageFolder, 'package.json'))) {
    console.log(`No Chromium found: installing ${NPM_PACKAGE}@${NPM_PACKAGE_VERSION} …`);
    mkdirSync(cache, { recursive: true });
    execFileSync(
      'npm',
      [
        'install',
        '--no-save',
        '--no-package-lock',
        '--prefix',
        cache,
        `${NPM_PACKAGE}@${NPM_PACKAGE_VERSION}`,
      ],
      { stdio: ['ignore', 2, 2], cwd: cache },
    );
  }
  // The package unpacks into the folder for temporary files. If it believes that it runs on AWS Lambda, it also unpacks
  // libraries (nss, expat) that a minimal machine lacks.
  process.env['TMPDIR'] = cache;
  process.env['AWS_LAMBDA_JS_RUNTIME'] = 'nodejs20.x';
  const { default: chromium } = await import(
    pathToFileURL(join(packageFolder, 'build', 'esm', 'index.js')).href
  );
  const executablePath = await chromium.executablePath();
  useFonts();
  return headlessShell(executablePath);
}

/**
 * Configures both the package's fonts and the machine's own. The package's configuration finds neither, and without a font
 * text has no width.
 */
function useFonts() {
  const configuration = join(cache, 'fonts.conf');
  writeFileSync(
    configuration,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${join(cache, 'fonts')}</dir>
  <cachedir>${join(cache, 'fonts-cache')}</cachedir>
</fontconfig>
`,
  );
  process.env['FONTCONFIG_FILE'] = configuration;
}

/**
 * A Chromium, which is installed first if there is none.
 * @returns {Promise<Chromium>}
 */
export async function ensureChromium() {
  const found = findChromium() ?? (installPackages('chromium') ? findChromium() : undefined);
  return found ?? (await installFromNpm());
}

/**
 * Finds a Chromium for the browser tests, the journeys and the benches, or gets one: from Debian as root, else
 * from a package that carries one. `CHROME_PATH` goes before everything.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** @typedef {{ executablePath: string, args: string[] }} Chromium */

const CARRIER = '@sparticuz/chromium';
const CARRIER_VERSION = '143.0.4';
const cache = fileURLToPath(new URL('../node_modules/.cache/chromium', import.meta.url));

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
  'chrome',
];

/** The usual places outside `PATH`. */
const PLACES = {
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
 * No network of its own, a camera that is always there; as root Chromium's sandbox can't start.
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
 * The Chromium, Chrome or Edge of this machine; undefined where there is none.
 * @returns {Chromium | undefined}
 */
export function findChromium() {
  const asked = process.env['CHROME_PATH'];
  if (asked !== undefined && asked !== '') {
    if (!isFile(asked)) throw new Error(`CHROME_PATH is ${asked}, and there is no file of that name`);
    return asked.startsWith(cache) ? carried(asked) : { executablePath: asked, args: flags() };
  }
  const inPath = (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) =>
      NAMES.map((name) => join(folder, process.platform === 'win32' ? `${name}.exe` : name)),
    );
  const usual = PLACES[/** @type {keyof typeof PLACES} */ (process.platform)] ?? [];
  const executablePath = [...inPath, ...usual].find(isFile);
  return executablePath === undefined ? undefined : { executablePath, args: flags() };
}

/** Debian's own package. Says whether it is there now. */
function installFromDebian() {
  if (!isRoot() || !existsSync('/etc/debian_version')) return false;
  const lock = ['-o', 'DPkg::Lock::Timeout=300'];
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  try {
    console.log('No Chromium here: installing the one of Debian …');
    execFileSync('apt-get', [...lock, 'update'], { stdio: ['ignore', 2, 2], env });
    execFileSync('apt-get', [...lock, 'install', '-y', '--no-install-recommends', 'chromium'], {
      stdio: ['ignore', 2, 2],
      env,
    });
    return true;
  } catch (error) {
    console.log(`apt-get did not succeed: ${String(error)}`);
    return false;
  }
}

/**
 * What the carried Chromium wants. Its package has arguments of its own, which switch web security off.
 * @param {string} executablePath
 * @returns {Chromium}
 */
const carried = (executablePath) => ({
  executablePath,
  args: flags('--headless=shell', '--no-zygote', '--no-sandbox'),
});

/**
 * A Chromium that comes inside an npm package, kept out of the project's own tree. Linux on x64 only.
 * @returns {Promise<Chromium>}
 */
async function fromPackage() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No Chromium, Chrome or Edge found. Install one, or say in CHROME_PATH where it is.');
  }
  const home = join(cache, 'node_modules', CARRIER);
  if (!existsSync(join(home, 'package.json'))) {
    console.log(`No Chromium here: getting ${CARRIER}@${CARRIER_VERSION} …`);
    mkdirSync(cache, { recursive: true });
    execFileSync(
      'npm',
      ['install', '--no-save', '--no-package-lock', '--prefix', cache, `${CARRIER}@${CARRIER_VERSION}`],
      { stdio: ['ignore', 2, 2], cwd: cache },
    );
  }
  // It unpacks into the folder for temporary files; told that it runs on a bare cloud machine, it also brings the
  // libraries (nss, expat) that a bare machine has not.
  process.env['TMPDIR'] = cache;
  process.env['AWS_LAMBDA_JS_RUNTIME'] = 'nodejs20.x';
  const { default: carrier } = await import(pathToFileURL(join(home, 'build', 'esm', 'index.js')).href);
  const executablePath = await carrier.executablePath();
  useFonts();
  return carried(executablePath);
}

/**
 * The carried fonts beside the machine's own. The carrier's list of folders knows neither, and without a font no text
 * takes any room.
 */
function useFonts() {
  const list = join(cache, 'fonts.conf');
  writeFileSync(
    list,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${join(cache, 'fonts')}</dir>
  <cachedir>${join(cache, 'fonts-cache')}</cachedir>
</fontconfig>
`,
  );
  process.env['FONTCONFIG_FILE'] = list;
}

/**
 * A Chromium, installed first where there is none.
 * @returns {Promise<Chromium>}
 */
export async function ensureChromium() {
  const found = findChromium() ?? (installFromDebian() ? findChromium() : undefined);
  return found ?? (await fromPackage());
}

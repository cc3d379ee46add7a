import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../../scripts/root.mjs';
import { pack } from '../../scripts/pack.mjs';
import { contents, fingerprint } from './fingerprint.js';

const apps = join(root, 'test/consumers');
const examples = join(root, 'demo/frameworks');
// Not below node_modules, because frameworks do not compile what is there.
const cache = join(root, '.cache/consumers');

/** Packs the built package as it would be published. The file name has a hash of the content, so that npm installs a changed one. */
function packArchive(): string {
  const { tarball } = pack();
  const path = join(cache, `baanx-kyc-step-${fingerprint(tarball)}.tgz`);
  mkdirSync(cache, { recursive: true });
  if (!existsSync(path)) writeFileSync(path, tarball);
  return path;
}

/** Runs npm in an app's folder. If it fails, the error contains the end of its output. */
export const runNpm = async (home: string, ...args: string[]): Promise<void> => {
  // With the test runner's NODE_ENV, frameworks would build for development.
  const { NODE_ENV: _mode, ...env } = process.env;
  await promisify(execFile)('npm', args, { cwd: home, env: { ...env, NEXT_TELEMETRY_DISABLED: '1' } }).catch(
    (error: unknown) => {
      const { stdout, stderr } = error as { stdout: string; stderr: string };
      throw new Error(`npm ${args.join(' ')}: ${stdout.slice(-2000)}${stderr.slice(-2000)}`);
    },
  );
};

/**
 * Copies an app of test/consumers, installs the package in it from its archive, and builds the app. The demo's example
 * for the same framework is copied into its source, so that the framework's compiler checks the example too. An app that
 * was already built from the same sources and the same archive is reused.
 * @returns the folder of the app
 */
export async function installApp(name: string): Promise<string> {
  const source = join(apps, name);
  const example = join(examples, name.replace(/-\d+$/, ''));
  const home = join(cache, name);
  const stamp = join(home, '.stamp');
  const path = packArchive();
  const app = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')) as {
    scripts?: { build?: string };
    dependencies?: Record<string, string>;
  };
  const manifest = JSON.stringify({
    ...app,
    dependencies: { ...app.dependencies, 'baanx-kyc-step': `file:${path}` },
  });
  const isCompiled = app.scripts?.build !== undefined;
  const hasExample = isCompiled && existsSync(example);
  const key = fingerprint(manifest, ...contents(source), ...(hasExample ? contents(example) : []));
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === key) return home;

  // Files that were removed from the sources must not be built.
  for (const entry of existsSync(home) ? readdirSync(home) : [])
    if (entry !== 'node_modules') rmSync(join(home, entry), { recursive: true });
  cpSync(source, home, { recursive: true });
  writeFileSync(join(home, 'package.json'), manifest);
  await runNpm(
    home,
    'install',
    '--ignore-scripts',
    '--no-package-lock',
    '--no-audit',
    '--no-fund',
    '--prefer-offline',
  );
  if (isCompiled) {
    if (hasExample) {
      cpSync(example, join(home, existsSync(join(home, 'app')) ? 'app' : 'src', 'example'), {
        recursive: true,
      });
    }
    await runNpm(home, 'run', 'build');
  }
  writeFileSync(stamp, key);
  return home;
}

import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../../scripts/bundle.mjs';
import { pack } from '../../scripts/pack.mjs';

const sources = join(root, 'test/consumers');
const examples = join(root, 'demo/frameworks');
// Not below node_modules: what lies there, no framework compiles.
const cache = join(root, '.cache/consumers');

const hash = (...parts: (string | Buffer)[]): string => {
  const sum = createHash('sha256');
  for (const part of parts) sum.update(part).update('\0');
  return sum.digest('hex').slice(0, 16);
};

/** The package as it would be published of what is built, under a name that tells its content. */
function archive(): string {
  const { tarball } = pack();
  const path = join(cache, `baanx-kyc-step-${hash(tarball)}.tgz`);
  mkdirSync(cache, { recursive: true });
  if (!existsSync(path)) writeFileSync(path, tarball);
  return path;
}

/** Runs npm in an app; throws with what it printed. */
export const npm = async (home: string, ...args: string[]): Promise<void> => {
  // A test runner's own mode would make a framework build for development.
  const { NODE_ENV: _mode, ...env } = process.env;
  await promisify(execFile)('npm', args, { cwd: home, env: { ...env, NEXT_TELEMETRY_DISABLED: '1' } }).catch(
    (error: unknown) => {
      const { stdout, stderr } = error as { stdout: string; stderr: string };
      throw new Error(`npm ${args.join(' ')}: ${stdout.slice(-2000)}${stderr.slice(-2000)}`);
    },
  );
};

/** What lies in a folder, with what is in it. */
const contents = (folder: string): Buffer[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => readFileSync(join(file.parentPath, file.name)));

/**
 * An app of test/consumers, copied, with the package installed from its archive, and built. The demo's example for the
 * same framework lies beside its code, so that its compiler sees that too. What was installed and built before of the
 * same sources and the same archive is taken as it is.
 */
export async function install(name: string): Promise<string> {
  const source = join(sources, name);
  const example = join(examples, name.replace(/-\d+$/, ''));
  const home = join(cache, name);
  const stamp = join(home, '.stamp');
  const path = archive();
  const app = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')) as {
    scripts?: { build?: string };
    dependencies?: Record<string, string>;
  };
  const wanted = JSON.stringify({
    ...app,
    dependencies: { ...app.dependencies, 'baanx-kyc-step': `file:${path}` },
  });
  const isCompiled = app.scripts?.build !== undefined;
  const hasExample = isCompiled && existsSync(example);
  const key = hash(wanted, ...contents(source), ...(hasExample ? contents(example) : []));
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === key) return home;

  // What is no longer among the sources must not be built either.
  for (const entry of existsSync(home) ? readdirSync(home) : [])
    if (entry !== 'node_modules') rmSync(join(home, entry), { recursive: true });
  cpSync(source, home, { recursive: true });
  writeFileSync(join(home, 'package.json'), wanted);
  await npm(
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
    await npm(home, 'run', 'build');
  }
  writeFileSync(stamp, key);
  return home;
}

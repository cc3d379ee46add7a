#!/usr/bin/env node
/** `baanx-kyc-doctor`: finds what is wrong with an integration. */
import { HELP, readArguments } from './arguments.js';
import { diagnose } from './diagnose.js';
import { nodeFetch } from './node-fetch.js';
import { ownBuild, ownVersion } from './published-build.js';
import { formatReport } from './report.js';
import { describeError } from './request-failure.js';

const EXIT = { findings: 1, misuse: 2 } as const;

async function main(): Promise<void> {
  const args = readArguments(process.argv.slice(2), process.env);
  if (args.kind === 'help') {
    process.stdout.write(HELP);
    return;
  }
  if (args.kind === 'version') {
    process.stdout.write(`${ownVersion()}\n`);
    return;
  }
  if (args.kind === 'misuse') {
    process.stderr.write(`baanx-kyc-doctor: ${args.problem}\nSee baanx-kyc-doctor --help.\n`);
    process.exitCode = EXIT.misuse;
    return;
  }
  const { options, isJson, isVerbose, isInsecure } = args;
  // Chromium's sandbox does not start as root, which is the user in most containers.
  const browser = options.browser && {
    ...options.browser,
    acceptsAnyCertificate: isInsecure,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  };
  const fetch = nodeFetch(isInsecure, `baanx-kyc-doctor/${ownVersion()}`);
  const report = await diagnose({ ...options, browser, build: ownBuild(), fetch });
  const isColored = process.stdout.isTTY && !process.env['NO_COLOR'];
  process.stdout.write(
    isJson ? `${JSON.stringify(report, null, 2)}\n` : formatReport(report, { isColored, isVerbose }),
  );
  if (report.checks.some(({ status }) => status === 'failed')) process.exitCode = EXIT.findings;
}

/** A pipe that was closed, such as `| head`, ends the command quietly. Another error, such as a full disk, has a message. */
process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => {
  process.exitCode = EXIT.findings;
  if (code !== 'EPIPE')
    process.stderr.write(`baanx-kyc-doctor: the report could not be written (${code ?? 'unknown error'})\n`);
});
process.stderr.on('error', () => (process.exitCode = EXIT.findings));

try {
  await main();
} catch (error) {
  process.stderr.write(`baanx-kyc-doctor: ${describeError(error)}\nThis is a bug: please report it.\n`);
  process.exitCode = EXIT.findings;
}

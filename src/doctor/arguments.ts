import { parseArgs } from 'node:util';
import { CHECKS } from './checks/table.js';
import { isLoopback } from './context.js';
import type { DoctorOptions } from './options.js';

export const HELP = `Usage: baanx-kyc-doctor URL [options]

Checks a page with <baanx-kyc-step>, its proxy, and its webhook from the outside, as a browser and Baanx would. Prints
what is wrong and how to fix it.

URL                       the page with the step

  --proxy URL             the proxy [the tag's proxy-url, or /api/baanx]
  --open-in MODE          modal, popup or redirect [the tag's open-in, or modal]
  --veriff-origins LIST   origins that Veriff may be on [the tag's veriff-origins, or the element's default]
  --onboarding-id ID      the onboarding whose status is requested, but not by the browser [the tag's ID, or one that
                          does not exist]
  --header "NAME: VALUE"  a signed-in person's header, such as the cookie, for the page and the proxy; repeatable
  --expect-authorize      require the proxy to refuse requests without that header, on this machine too
  --allow-anyone          accept a proxy that serves anyone who knows an onboarding ID
  --create-session        check the session URL's origin: creates a session for --onboarding-id, which becomes PENDING
  --push                  check the event stream, even if the tag has no push attribute
  --framed-by URL         the page that shows this page in a frame
  --webhook URL           check that your webhook refuses requests that Baanx did not send
  --browser               also open the page in Chrome or Edge (npm install playwright-core)
  --browser-path PATH     path of the browser's executable, which may be Chromium
  --skip ID               skip a check; repeatable
  --timeout MS            time limit for each request [10000]
  --insecure              accept any certificate; self-signed ones are always accepted on this machine
  --verbose               print every skipped check and the reason
  --json                  print the report as JSON, with every check
  --version, --help

Environment:
  BAANX_WEBHOOK_KEYS      the webhook's keys; the first one signs the old request that --webhook sends

Its requests are harmless, and the report lists them at the end: GET requests; a POST to the proxy without an onboarding
ID; a CORS preflight; two POSTs to --webhook that must be refused. Only --create-session changes anything. With
--browser, the page's own scripts run, but stand-ins for the proxy and Veriff respond inside the browser.

Exit code: 0 without findings, 1 with findings, 2 for wrong usage. A check that you requested and that could not run is
a finding.
`;

/** The parsed command line. */
export type Arguments =
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | { readonly kind: 'misuse'; readonly problem: string }
  | {
      readonly kind: 'diagnose';
      readonly options: DoctorOptions;
      readonly isJson: boolean;
      readonly isVerbose: boolean;
      readonly isInsecure: boolean;
    };

const text = { type: 'string' } as const;
const flag = { type: 'boolean', default: false } as const;
const list = { type: 'string', multiple: true, default: [] as string[] } as const;

function parse(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      proxy: text,
      'open-in': text,
      'veriff-origins': text,
      'onboarding-id': text,
      header: list,
      'expect-authorize': flag,
      'allow-anyone': flag,
      'create-session': flag,
      push: flag,
      'framed-by': text,
      webhook: text,
      browser: flag,
      'browser-path': text,
      skip: list,
      timeout: text,
      insecure: flag,
      json: flag,
      verbose: flag,
      help: { ...flag, short: 'h' },
      version: flag,
    },
  });
}

/** An error in the command line. Its message is printed. */
class Misuse extends Error {}

/** Reads the command line. A problem never contains a value, because it may be secret. */
export function readArguments(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Arguments {
  try {
    return read(args, env);
  } catch (error) {
    const problem = error instanceof Misuse ? error.message : problemOf(error as NodeJS.ErrnoException);
    if (problem === undefined) throw error;
    return { kind: 'misuse', problem };
  }
}

/** The problem behind an error of `parseArgs`; undefined for any other error. */
function problemOf({ code, message }: NodeJS.ErrnoException): string | undefined {
  const option = /'(--?[\w-]+)/.exec(message)?.[1] ?? 'an option';
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `There is no option ${option}.`;
  if (code !== 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') return undefined;
  if (message.includes('does not take')) return `${option} takes no value.`;
  return message.includes('ambiguous')
    ? `${option} needs a value. If the value begins with a dash, write ${option}=….`
    : `${option} needs a value.`;
}

function read(args: readonly string[], env: Readonly<Record<string, string | undefined>>): Arguments {
  const { values, positionals } = parse(args);
  if (values.help) return { kind: 'help' };
  if (values.version) return { kind: 'version' };
  const [url, ...more] = positionals;
  if (url === undefined) throw new Misuse('The URL is missing. Pass the URL of the page that has the step.');
  if (more.length > 0) throw new Misuse('Pass only one URL.');
  const page = pageUrl(url);
  if (values['onboarding-id']?.trim() === '') throw new Misuse('--onboarding-id must not be empty.');
  if (values['create-session'] && values['onboarding-id'] === undefined)
    throw new Misuse('--create-session needs --onboarding-id.');
  if (values['expect-authorize'] && values['allow-anyone'])
    throw new Misuse('--expect-authorize and --allow-anyone contradict each other.');
  return {
    kind: 'diagnose',
    isJson: values.json,
    isVerbose: values.verbose,
    isInsecure: values.insecure,
    options: {
      url: page.href,
      proxyUrl: urlOf('--proxy', values.proxy, page),
      openIn: oneOf('--open-in', values['open-in'], ['modal', 'popup', 'redirect'] as const),
      veriffOrigins: originsOf('--veriff-origins', values['veriff-origins']),
      onboardingId: values['onboarding-id'],
      headers: headersOf(values.header),
      expectAuthorize: values['expect-authorize'],
      allowAnyone: values['allow-anyone'],
      createSession: values['create-session'],
      push: values.push || undefined,
      framedBy: urlOf('--framed-by', values['framed-by']),
      webhookUrl: urlOf('--webhook', values.webhook),
      webhookKey: env['BAANX_WEBHOOK_KEYS']?.trim().split(/\s+/)[0] || undefined,
      browser:
        values.browser || values['browser-path'] !== undefined
          ? { executablePath: values['browser-path'] }
          : undefined,
      skip: values.skip.map(skippedId),
      timeout: millisecondsOf('--timeout', values.timeout),
    },
  };
}

/** The page's URL. A host without a scheme means https, and http on this machine. */
function pageUrl(value: string): URL {
  const hasScheme = /^[a-z][a-z\d+.-]*:\/\//i.test(value);
  const url = new URL(urlOf('The page', hasScheme ? value : `https://${value}`) ?? '');
  return hasScheme || !isLoopback(url) ? url : new URL(`http://${value}`);
}

function urlOf(name: string, value: string | undefined, base?: URL): string | undefined {
  if (value === undefined) return undefined;
  if (!URL.canParse(value, base?.href)) throw new Misuse(`${name} must be a URL.`);
  const url = new URL(value, base?.href);
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    throw new Misuse(`${name} must be an http(s) URL.`);
  if (url.username || url.password)
    throw new Misuse(`${name} must not contain credentials. Pass them with --header "authorization: …".`);
  return url.href;
}

/** An origin, or all subdomains of one: `https://*.host`. */
const ORIGIN = /^https?:\/\/(?:\*\.)?[^\s/?#@*]+$/i;

function originsOf(name: string, value: string | undefined): string[] | undefined {
  if (value === undefined) return undefined;
  const origins = value.split(/[\s,]+/).filter(Boolean);
  const areValid = origins.every(
    (origin) => ORIGIN.test(origin) && URL.canParse(origin.replace('://*.', '://')),
  );
  if (origins.length === 0 || !areValid)
    throw new Misuse(`${name} must be a list of origins, such as "https://*.veriff.me".`);
  return origins;
}

function oneOf<T extends string>(
  name: string,
  value: string | undefined,
  allowed: readonly T[],
): T | undefined {
  if (value === undefined) return undefined;
  const found = allowed.find((one) => one === value);
  if (found === undefined) throw new Misuse(`${name} must be one of: ${allowed.join(', ')}.`);
  return found;
}

function skippedId(id: string): string {
  if (id.includes(',')) throw new Misuse('--skip takes one check. Repeat it for several: --skip a --skip b.');
  const ids = CHECKS.map((check) => check.id);
  return oneOf('--skip', id, ids) ?? id;
}

function millisecondsOf(name: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (!/^[1-9]\d{0,5}$/.test(value)) throw new Misuse(`${name} must be a whole number of milliseconds.`);
  return Number(value);
}

/** Headers that belong to the connection or the body of each request. */
const RESERVED_HEADERS: readonly string[] = [
  'connection',
  'content-length',
  'expect',
  'host',
  'keep-alive',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
];

function headersOf(lines: readonly string[]): Record<string, string> {
  const entries = lines.map((line) => {
    const [, name = '', value = ''] =
      /^\s*([\w-]+)\s*:\s*([\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?)\s*$/.exec(line) ?? [];
    if (!name) throw new Misuse('--header must look like "cookie: sid=…".');
    if (RESERVED_HEADERS.includes(name.toLowerCase()))
      throw new Misuse(`--header must not be ${name.toLowerCase()}: the doctor sets it itself.`);
    return [name.toLowerCase(), value] as const;
  });
  return Object.fromEntries(entries);
}

import { runCheck, type CheckResult } from './check.js';
import { passed } from './outcome.js';
import { CSP_CHECKS } from './checks/csp.js';
import { FRAMING_CHECKS } from './checks/framing.js';
import { ISOLATION_CHECKS } from './checks/isolation.js';
import { PERMISSION_CHECKS } from './checks/permissions.js';
import { contextOf, EMPTY_HTML } from './context.js';
import type { DoctorOptions } from './options.js';

const HEADER_CHECKS = [...CSP_CHECKS, ...PERMISSION_CHECKS, ...ISOLATION_CHECKS, ...FRAMING_CHECKS];

/** Checks that need the page's HTML. */
const NEEDS_HTML = ['csp-script', 'framing-camera'];

/** The page that the headers belong to, and how it uses the step. */
export type HeaderOptions = Pick<DoctorOptions, 'url' | 'proxyUrl' | 'openIn' | 'veriffOrigins'>;

/**
 * Checks the headers of a page. Sends nothing, and runs anywhere.
 * @throws a `TypeError` if the URL cannot be parsed
 */
export async function checkHeaders(headers: Headers, options: HeaderOptions): Promise<CheckResult[]> {
  const page = { url: new URL(options.url), headers, html: EMPTY_HTML, outcome: passed('given') };
  const context = contextOf(page, options, () => undefined);
  const checks = HEADER_CHECKS.filter(({ id }) => !NEEDS_HTML.includes(id));
  return Promise.all(checks.map((check) => runCheck(check, context)));
}

/**
 * Reads headers as they are printed by `curl -I` or copied from a browser's tools: a name and a value on each line.
 * Other lines, such as the status line, are left out.
 */
export function parseHeaders(text: string): Headers {
  const headers = new Headers();
  for (const line of text.split(/\r?\n/)) {
    const [, name, value] = /^\s*([\w-]+)\s*:(.*)$/.exec(line) ?? [];
    // A header value is Latin-1, but pasted text may contain anything.
    if (name !== undefined && value !== undefined)
      headers.append(name, value.replace(/[^\x20-\x7e]/g, '').trim());
  }
  return headers;
}

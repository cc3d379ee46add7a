/**
 * What a page wants to load: an origin, all subdomains of a host (`https://*.veriff.me`), or the URL of one file.
 */
export type Target = string;

interface Address {
  readonly scheme: string;
  readonly host: string;
  readonly port: string;
  /** Empty for every path. */
  readonly path: string;
}

const DEFAULT_PORTS: Readonly<Record<string, string>> = { http: '80', ws: '80', https: '443', wss: '443' };

/** `https://*.host:port/path`; the scheme, the port and the path may be missing. */
const HOST_SOURCE =
  /^(?:([a-z][a-z\d+.-]*):\/\/)?((?:\*\.)?[^\s:/*[]+|\[[\da-f:.]+\]|\*)(?::(\d+|\*))?(\/.*)?$/i;

function addressOf(text: string): Address | undefined {
  const [, scheme = '', host = '', port = '', path = ''] = HOST_SOURCE.exec(text) ?? [];
  if (!host) return undefined;
  return { scheme: scheme.toLowerCase(), host: host.toLowerCase(), port, path };
}

/**
 * Whether a source expression of a Content Security Policy covers the target. A target with a wildcard is covered only
 * if every host that it matches is.
 * @param isRedirected whether the target is where a redirect leads: then the path in the source does not count
 * @see https://www.w3.org/TR/CSP3/#match-url-to-source-expression
 */
export function matchesSource(source: string, target: Target, page: URL, isRedirected = false): boolean {
  const wanted = addressOf(target);
  if (!wanted) return false;
  if (source === '*') return /^(?:https?|wss?)$/.test(wanted.scheme) || `${wanted.scheme}:` === page.protocol;
  if (source.toLowerCase() === "'self'") return covers(addressOf(page.origin), wanted, '');
  if (/^[a-z][a-z\d+.-]*:$/i.test(source))
    return coversScheme(source.slice(0, -1).toLowerCase(), wanted.scheme);
  if (source.startsWith("'")) return false;
  const allowed = addressOf(source);
  return covers(
    isRedirected && allowed ? { ...allowed, path: '' } : allowed,
    wanted,
    page.protocol.slice(0, -1),
  );
}

function covers(allowed: Address | undefined, wanted: Address, pageScheme: string): boolean {
  if (!allowed) return false;
  const scheme = allowed.scheme || pageScheme;
  return (
    coversScheme(scheme, wanted.scheme) &&
    coversHost(allowed.host, wanted.host) &&
    coversPort(allowed.port, wanted) &&
    coversPath(allowed.path, wanted.path)
  );
}

/** A policy for http also allows https, and one for ws also allows wss. */
const coversScheme = (allowed: string, wanted: string): boolean =>
  allowed === wanted || `${allowed}s` === wanted;

const coversHost = (allowed: string, wanted: string): boolean =>
  allowed === '*' ||
  allowed === wanted ||
  (allowed.startsWith('*.') && wanted.endsWith(allowed.slice(1)) && wanted.length > allowed.length - 1);

/** Without a port, only the scheme's default one is allowed. Port 80 also allows 443. */
function coversPort(allowed: string, { scheme, port }: Address): boolean {
  const wanted = port || DEFAULT_PORTS[scheme];
  return (
    allowed === '*' || wanted === (allowed || DEFAULT_PORTS[scheme]) || (allowed === '80' && wanted === '443')
  );
}

/** A path that ends with a slash covers everything below it. */
const coversPath = (allowed: string, wanted: string): boolean =>
  allowed === '' ||
  allowed === '/' ||
  (allowed.endsWith('/') ? wanted.startsWith(allowed) : wanted.split('?')[0] === allowed);

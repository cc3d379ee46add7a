import { matchesOrigin, VERIFF_ORIGINS } from '../baanx/trusted-origin.js';

/** The longest URL that is printed, in characters. */
const MAX_LENGTH = 2_048;

/** What may be secret in a path: parameters, such as `;jsessionid=…`, and JSON Web Tokens. */
const SECRET_PARTS = /;[^/]*|(\/)eyJ[^/]*/g;

/** A URL's path as it is printed: without parameters and tokens. */
export const shownPath = ({ pathname }: URL): string => pathname.replace(SECRET_PARTS, '$1…');

/**
 * A URL as it is printed: without user name, password, query and hash, which may contain secrets. The path of a URL of
 * Veriff's is a session, so only its origin is printed.
 */
export function shownUrl(url: URL): string {
  if (matchesOrigin(url.origin, VERIFF_ORIGINS)) return url.origin;
  const text = url.origin + shownPath(url);
  return text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}…` : text;
}

/** A URL of the page's HTML, which may be relative, as it is printed. */
export const shownReference = (url: string): string =>
  url
    .replace(/(\/\/)[^/@]*@/, '$1…@')
    .replace(/[?#].*/s, '?…')
    .replace(SECRET_PARTS, '$1…');

import { failed, type Outcome } from './outcome.js';
import type { RequestFailure } from './request-failure.js';

/** The fix if only a signed-in person gets a response. */
export const PASS_COOKIE = 'Pass the cookie of a signed-in person: --header "cookie: …"';

/** The finding that a URL does not respond. */
export const noResponse = (where: string, failure: RequestFailure): Outcome =>
  failed(`${where}: ${failure.text}`, fixOf(failure));

function fixOf({ kind }: RequestFailure): string {
  switch (kind) {
    case 'certificate':
      return 'Browsers refuse it too. If it is from your own certificate authority, set NODE_EXTRA_CA_CERTS=ca.pem or use --insecure';
    case 'host':
      return 'Correct the host name of the URL, or its DNS record';
    case 'redirects':
      return 'The doctor keeps no cookies. If the redirect sets or needs one, pass it: --header "cookie: …"';
    case 'size':
      return 'Correct the URL: this is not a page, a script, or a response from the proxy';
    default:
      return 'Correct the URL, or start the server';
  }
}

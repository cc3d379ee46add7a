import { failed, type Outcome } from './outcome.js';
import type { RequestFailure } from './requests.js';

/** The finding that a URL does not respond. */
export const noResponse = (where: string, failure: RequestFailure): Outcome =>
  failed(`${where}: ${failure.text}`, fixOf(failure));

function fixOf({ kind }: RequestFailure): string {
  switch (kind) {
    case 'certificate':
      return 'Browsers refuse it too. If it is from your own certificate authority, set NODE_EXTRA_CA_CERTS=ca.pem or use --insecure';
    case 'host':
      return 'Correct the host name of the URL, or its DNS record';
    default:
      return 'Correct the URL, or start the server';
  }
}

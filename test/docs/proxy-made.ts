import {
  createKycProxy as create,
  type FetchHandler,
  type KycProxyOptions,
} from '../../src/proxy/handler.js';
import { createSandbox } from '../../src/sandbox/index.js';

const { baanx } = createSandbox({ veriffOrigin: 'https://magic.veriff.me' });

/** Stands in for the proxy's entry where a snippet makes one: it asks the sandbox, and is kept to be asked. */
export function createKycProxy(options: KycProxyOptions): FetchHandler {
  const proxy = create({
    ...options,
    clientKey: 'sandbox',
    fetch: (input, init) => baanx(new Request(input, init)),
  });
  (globalThis as { made?: FetchHandler }).made = proxy;
  return proxy;
}

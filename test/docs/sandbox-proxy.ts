import {
  createKycProxy as create,
  type FetchHandler,
  type KycProxyOptions,
} from '../../src/proxy/handler.js';
import { createSandbox } from '../../src/sandbox/index.js';

const { baanx } = createSandbox({ veriffOrigin: 'https://magic.veriff.me' });

/** Replaces `baanx-kyc-step/proxy` when a snippet runs: its proxy uses the sandbox, and is stored with its options. */
export function createKycProxy(options: KycProxyOptions): FetchHandler {
  const proxy = create({
    ...options,
    clientKey: 'sandbox',
    fetch: (input, init) => baanx(new Request(input, init)),
  });
  Object.assign(globalThis, { createdProxy: proxy, createdOptions: options });
  return proxy;
}

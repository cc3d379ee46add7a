import { createKycProxy } from 'baanx-kyc-step/proxy';

// Made at the first request: the build loads this file too, and has no key.
let proxy;
const answer = (request) =>
  (proxy ??= createKycProxy({
    clientKey: process.env.BAANX_CLIENT_KEY,
    baseUrl: process.env.BAANX_BASE_URL,
  }))(request);

export const GET = answer;
export const POST = answer;
export const OPTIONS = answer; // asked by pages of `allowedOrigins`

import { createKycProxy } from 'baanx-kyc-step/proxy';
import { authorize } from './session.mjs';

// Created with the first request: the build loads this file too, and has no key.
let proxy;
const handle = (request) =>
  (proxy ??= createKycProxy({
    clientKey: process.env.BAANX_CLIENT_KEY,
    baseUrl: process.env.BAANX_BASE_URL,
    authorize,
  }))(request);

export const GET = handle;
export const POST = handle;
export const OPTIONS = handle; // for pages of `allowedOrigins`

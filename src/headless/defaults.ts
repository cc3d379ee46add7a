/** The defaults that the element and the flow without an element share. Times are in ms. */
export const PROXY_URL = '/api/baanx';
export const POLL_INTERVAL_MS = 5_000;
export const POLL_TIMEOUT_MS = 300_000;

/** A smaller value was probably meant in seconds, and would flood the proxy. */
export const MIN_POLL_INTERVAL_MS = 100;
/** A shorter timeout was meant in seconds, and would call every review overdue. */
export const MIN_POLL_TIMEOUT_MS = 1_000;

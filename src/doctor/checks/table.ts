import type { Check } from '../check.js';
import { ADDRESS_CHECKS } from './address.js';
import { BAANX_CHECKS } from './baanx.js';
import { BROWSER_CHECKS } from './browser.js';
import { CSP_CHECKS } from './csp.js';
import { FRAMING_CHECKS } from './framing.js';
import { ISOLATION_CHECKS } from './isolation.js';
import { PERMISSION_CHECKS } from './permissions.js';
import { PROCESS_CHECKS } from './process.js';
import { PROXY_CHECKS } from './proxy.js';
import { TAG_CHECKS } from './tag.js';
import { WEBHOOK_CHECKS } from './webhook.js';

/** Every check, in the order of the report. */
export const CHECKS: readonly Check[] = [
  ...ADDRESS_CHECKS,
  ...TAG_CHECKS,
  ...CSP_CHECKS,
  ...PERMISSION_CHECKS,
  ...ISOLATION_CHECKS,
  ...FRAMING_CHECKS,
  ...PROXY_CHECKS,
  ...BAANX_CHECKS,
  ...PROCESS_CHECKS,
  ...WEBHOOK_CHECKS,
  ...BROWSER_CHECKS,
];

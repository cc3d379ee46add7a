import { expect } from 'vitest';
import { REFUSALS } from '../../../src/proxy/refusal.js';

const reasons = Object.keys(REFUSALS).join('|');

/** The only shape that a log line may have: whatever is not listed here fails, whatever it looks like. */
const RECORD = new RegExp(
  '^\\{("time":"[\\dT:.Z-]+",)?"requestId":"[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}"' +
    '(,"route":"(registration-(session|status|events)|account-(session|status))")?,"method":"(GET|POST|OPTIONS|OTHER)","status":\\d{3}' +
    `(,"reason":"(${reasons})")?,"durationMs":\\d{1,6}(,"onboarding":"[\\da-f]{12}")?` +
    '(,"traceparent":"00-[\\da-f]{32}-[\\da-f]{16}-[\\da-f]{2}")?(,"warning":"address-(header-unreadable|unknown)")?\\}$',
);

/** Fails if a log line says more than it may, if a failed request has no reason, or if there is no line at all. */
export function expectHarmless(lines: readonly string[]): void {
  expect(lines.length).toBeGreaterThan(0);
  expect(lines.filter((line) => !RECORD.test(line))).toEqual([]);
  expect(lines.filter((line) => /"status":[45]/.test(line) && !line.includes('"reason"'))).toEqual([]);
}

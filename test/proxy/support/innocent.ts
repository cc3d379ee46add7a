import { expect } from 'vitest';

/** All that a line of the log may be: nothing that is not in this list passes, whatever it looks like. */
const RECORD =
  /^\{("time":"[\dT:.Z-]+",)?("route":"(registration|account)-(session|status)",)?"method":"(GET|POST|OPTIONS|OTHER)","status":\d{3},"durationMs":\d{1,6}(,"onboarding":"[\da-f]{12}")?(,"threw":"(authorize|accessToken)")?\}$/;

/** Fails where a line of the log tells more than it may, or there is none. */
export function expectInnocent(lines: readonly string[]): void {
  expect(lines.length).toBeGreaterThan(0);
  expect(lines.filter((line) => !RECORD.test(line))).toEqual([]);
}

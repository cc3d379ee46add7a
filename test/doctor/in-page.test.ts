import { afterEach, describe, expect, it, vi } from 'vitest';
import { reportViolations } from '../../src/doctor/in-page.js';

afterEach(() => vi.unstubAllGlobals());

/** What the doctor reports of a violation. */
function textOf(violation: { effectiveDirective: string; blockedURI: string; sample: string }): unknown {
  const report = vi.fn();
  vi.stubGlobal('baanxKycDoctorViolation', report);
  vi.stubGlobal('document', {
    addEventListener: (_: string, listener: (event: object) => void) =>
      listener({ ...violation, disposition: 'enforce' }),
  });
  reportViolations();
  return report.mock.calls[0]?.[0];
}

describe('A violation that the doctor sees in a browser', () => {
  it.each([
    ['frame-src', 'https://a.example/v/s3cr3t', '', 'frame-src https://a.example'],
    ['script-src-elem', 'inline', '', 'script-src-elem inline'],
    ['trusted-types', 'trusted-types-policy', 'lit-html', 'trusted-types lit-html'],
    [
      'require-trusted-types-for',
      'trusted-types-sink',
      'Element innerHTML|<b>s3cr3t',
      'require-trusted-types-for (Element innerHTML)',
    ],
  ])('of %s by %s is named without secrets', (effectiveDirective, blockedURI, sample, text) => {
    expect(textOf({ effectiveDirective, blockedURI, sample })).toEqual({ text, isEnforced: true });
  });
});

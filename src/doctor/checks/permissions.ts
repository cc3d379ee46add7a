import type { Check } from '../check.js';
import { failed, passed, skipped, type Outcome } from '../outcome.js';
import type { Context } from '../context.js';
import {
  leftOut,
  readFeaturePolicy,
  readPermissionsPolicy,
  type Allowlist,
} from '../policies/permissions.js';

/** The features that Veriff’s frame needs. */
const FEATURES = ['camera', 'microphone'] as const;

/** Whether the page lets Veriff's frame use the camera and the microphone. */
export const PERMISSION_CHECKS: readonly Check[] = [
  { id: 'permissions-policy', part: 'page', title: 'Permissions-Policy', run: checkPermissionsPolicy },
  { id: 'feature-policy', part: 'page', title: 'Feature-Policy (the old header)', run: checkFeaturePolicy },
];

function checkPermissionsPolicy({ step, headers, pageUrl }: Context): Outcome {
  if (step.openIn !== 'modal') return skipped(notInFrame(step.openIn));
  return permissionsOutcome(headers, step.veriffOrigins, pageUrl.origin);
}

const notInFrame = (openIn: string) => `with open-in="${openIn}" Veriff is not in a frame`;

/**
 * Whether a page's Permissions-Policy lets a frame on these origins use the features.
 * @param self the page's own origin
 */
export function permissionsOutcome(headers: Headers, origins: readonly string[], self: string): Outcome {
  const others = origins.filter((origin) => origin !== self);
  const value = headers.get('permissions-policy');
  if (value === null) return passed('not sent, so the frame’s own allow attribute decides');
  const policy = readPermissionsPolicy(value);
  if (policy === 'unreadable')
    return failed(
      'it cannot be parsed, so browsers ignore all of it; origins need double quotes, lists need parentheses and commas between them',
      `Permissions-Policy: ${FEATURES.map((feature) => allowing(feature, others)).join(', ')}`,
    );
  const faults = FEATURES.flatMap((feature) => {
    const list = policy.get(feature);
    if (!list) return [];
    // A page that may not use a feature itself cannot pass it on to a frame.
    const missing = leftOut(list, [self, ...origins], self);
    return missing.length > 0 ? [{ feature, list, missing }] : [];
  });
  if (faults.length === 0) return passed(`it allows ${describe(policy)}`);
  return failed(
    faults.map(({ feature, list, missing }) => sentence(feature, list, missing)).join('; '),
    `In Permissions-Policy: ${faults.map(({ feature, list }) => allowing(feature, others, list)).join(', ')}`,
  );
}

const describe = (policy: ReadonlyMap<string, Allowlist>): string =>
  FEATURES.some((feature) => policy.has(feature))
    ? 'Veriff the camera and the microphone'
    : 'whatever the frame’s allow attribute says';

function sentence(
  feature: string,
  { isEveryone, hasSelf, origins, ignored }: Allowlist,
  missing: readonly string[],
): string {
  const listed = [isEveryone && '*', hasSelf && 'self', ...origins].filter(Boolean).join(' ');
  const unquoted =
    ignored.length > 0 ? ` (browsers ignore ${ignored.join(' ')}: origins need double quotes)` : '';
  if (listed === '') return `${feature} is not allowed for any origin${unquoted}`;
  return `${feature} is allowed for ${listed}${unquoted}, but not for ${missing.join(' and ')}`;
}

function allowing(feature: string, wanted: readonly string[], list?: Allowlist): string {
  const origins = new Set([...(list?.origins ?? []), ...wanted]);
  return `${feature}=(${['self', ...[...origins].map((origin) => `"${origin}"`)].join(' ')})`;
}

function checkFeaturePolicy({ step, headers, pageUrl }: Context): Outcome {
  const value = headers.get('feature-policy');
  if (value === null) return skipped('the page does not send it');
  if (step.openIn !== 'modal') return skipped(notInFrame(step.openIn));
  const old = readFeaturePolicy(value);
  const current = readPermissionsPolicy(headers.get('permissions-policy') ?? '');
  const faults = FEATURES.filter((feature) => {
    const list = old.get(feature);
    // Where both headers name a feature, the new one counts.
    const isReplaced = current !== 'unreadable' && current.has(feature);
    return list && !isReplaced && leftOut(list, step.veriffOrigins, pageUrl.origin).length > 0;
  });
  if (faults.length === 0) return passed('it denies Veriff nothing');
  return failed(
    `it denies Veriff the ${faults.join(' and the ')}`,
    `Remove ${faults.join(' and ')} from Feature-Policy, and send:\nPermissions-Policy: ${faults.map((feature) => allowing(feature, step.veriffOrigins)).join(', ')}`,
  );
}

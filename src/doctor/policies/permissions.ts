import { parseDictionary, Token, type InnerList, type Item } from 'structured-headers';
import { matchesOrigin } from '../../baanx/trusted-origin.js';

/** The origins that a page's policy lets use a feature, such as the camera. */
export interface Allowlist {
  readonly isEveryone: boolean;
  readonly hasSelf: boolean;
  readonly origins: readonly string[];
  /** What the browser ignores, such as an origin without double quotes. */
  readonly ignored: readonly string[];
}

/** The allowlists of a header by feature. A header that cannot be parsed has no effect at all. */
export type PermissionsPolicy = ReadonlyMap<string, Allowlist> | 'unreadable';

/** Reads `Permissions-Policy: camera=(self "https://…"), microphone=()`. */
export function readPermissionsPolicy(value: string): PermissionsPolicy {
  try {
    const entries = [...parseDictionary(value)];
    return new Map(entries.map(([feature, member]) => [feature, allowlistOf(itemsOf(member))]));
  } catch {
    return 'unreadable';
  }
}

const itemsOf = (member: Item | InnerList): readonly unknown[] =>
  Array.isArray(member[0]) ? member[0].map(([value]) => value) : [member[0]];

function allowlistOf(values: readonly unknown[]): Allowlist {
  const tokens = values.filter((value) => value instanceof Token).map(String);
  return {
    isEveryone: tokens.includes('*'),
    hasSelf: tokens.includes('self'),
    origins: values.filter((value) => typeof value === 'string'),
    ignored: tokens.filter((token) => token !== '*' && token !== 'self' && token !== 'src'),
  };
}

/** Reads the old header: `Feature-Policy: camera 'self' https://…; microphone 'none'`. */
export function readFeaturePolicy(value: string): ReadonlyMap<string, Allowlist> {
  // Names, keywords and hosts may be written in any case.
  const policies = value
    .toLowerCase()
    .split(/[;,]/)
    .map((policy) => policy.trim().split(/\s+/));
  return new Map(
    policies
      .filter(([feature]) => feature)
      .map(([feature = '', ...sources]) => [
        feature,
        {
          isEveryone: sources.includes('*'),
          hasSelf: sources.length === 0 || sources.includes("'self'"),
          origins: sources.filter((source) => /^https?:\/\//.test(source)),
          ignored: [],
        },
      ]),
  );
}

/**
 * The wanted origins that are missing from an allowlist. Both may contain wildcards: `https://*.veriff.me`.
 * @param self the origin of the page that sends the policy
 */
export function leftOut(
  { isEveryone, hasSelf, origins }: Allowlist,
  wanted: readonly string[],
  self: string,
): string[] {
  if (isEveryone) return [];
  const allowed = hasSelf ? [self, ...origins] : origins;
  return wanted.filter((origin) => !allowed.includes(origin) && !matchesOrigin(origin, allowed));
}

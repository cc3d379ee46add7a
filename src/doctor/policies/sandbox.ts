import type { OpenIn } from '../options.js';

/** What the step needs in a sandbox, of a `Content-Security-Policy` or of an `<iframe>`. */
export const sandboxFlags = (openIn: OpenIn): string[] => [
  'allow-scripts',
  'allow-same-origin',
  ...(openIn === 'popup' ? ['allow-popups'] : []),
];

/** The flags that a sandbox lacks. They may be written in any case. */
export function missingFlags(flags: readonly string[], openIn: OpenIn): string[] {
  const present = flags.map((flag) => flag.toLowerCase());
  return sandboxFlags(openIn).filter((flag) => !present.includes(flag));
}

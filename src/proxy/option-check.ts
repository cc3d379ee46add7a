/** Whether a value may be given as an option, and how the error goes on after the option's name. */
export type OptionRule = readonly [isRight: (value: unknown) => boolean, complaint: string];

/** The rule of every option that there is. */
export type OptionRules<T> = { readonly [Name in keyof T]-?: OptionRule };

/**
 * Checks options that untyped callers may have got wrong. Throws a `TypeError` that begins with the caller's name: for a
 * misspelled option, which must not go unnoticed, and for a value that is not right.
 */
export function checkOptions<T extends object>(caller: string, options: T, rules: OptionRules<T>): void {
  const fail = (message: string) => {
    throw new TypeError(`${caller}: ${message}`);
  };
  if (typeof options !== 'object' || options === null) fail('the options must be an object');
  const given = Object.entries(options).filter(([, value]) => value !== undefined);
  for (const [name] of given) if (!Object.hasOwn(rules, name)) fail(`there is no option ${name}`);
  const values: Readonly<Record<string, unknown>> = Object.fromEntries(given);
  for (const [name, [isRight, complaint]] of Object.entries<OptionRule>(rules))
    if (!isRight(values[name])) fail(`${name} ${complaint}`);
}

/** The rule of an option that has a default. */
export const optional = ([isRight, complaint]: OptionRule): OptionRule => [
  (value) => value === undefined || isRight(value),
  complaint,
];

export const aFunction: OptionRule = [(value) => typeof value === 'function', 'must be a function'];

export const aBoolean: OptionRule = [(value) => typeof value === 'boolean', 'must be true or false'];

/** A number above zero. */
export const aNumber = (max: number, unit: string): OptionRule => [
  (value) => typeof value === 'number' && value > 0 && value <= max,
  `must be a number of ${unit} above zero, at most ${max}`,
];

export const aCount: OptionRule = [
  (value) => Number.isSafeInteger(value) && Number(value) > 0,
  'must be a whole number above zero',
];

/** An object that has these methods, if any. */
export const anObjectWith = (...methods: readonly string[]): OptionRule => [
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    methods.every((method) => typeof Reflect.get(value, method) === 'function'),
  ['must be an object', methods.join(', ')].filter(Boolean).join(' with '),
];

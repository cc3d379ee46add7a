/** The names of methods that the value does not have; all of them if it is not an object. */
export const missingMethods = (value: unknown, names: readonly string[]): string[] =>
  names.filter(
    (name) => typeof value !== 'object' || value === null || typeof Reflect.get(value, name) !== 'function',
  );

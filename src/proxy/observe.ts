/**
 * Calls a function of the host's whose failure is not the caller's: it is printed instead.
 * @param name whose option it is, and its name: `createKycProxy: log`
 */
export function observe(name: string, call: () => unknown): void {
  const report = (error: unknown) => console.error(`${name} threw an error`, error);
  try {
    void Promise.resolve(call()).catch(report);
  } catch (error) {
    report(error);
  }
}

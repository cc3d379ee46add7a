import type { OpenVeriff, VeriffOutcome } from '../flow/ports.js';
import { failed, success, type Result } from '../baanx/result.js';
import type { OpenIn } from '../flow/snapshot.js';
import { forSessions, type OpenedWindow, type SessionPolicy } from '../veriff/window.js';

/** A way to show Veriff. `modalWindow`, `popupWindow` and `redirectWindow` are ready-made ones for web pages. */
export interface WindowPort {
  /**
   * What the flow may expect of the window.
   * - `modal`: it is shown over the page, and Veriff's page in it reports to us what happens.
   * - `popup`: it is a window, tab or app of its own, which reports nothing, or only that it was closed.
   * - `redirect`: it replaces the page.
   */
  readonly openIn: OpenIn;
  /**
   * Opens an empty window, synchronously in the person's click. The flow sends it to the session when there is one.
   * @param report reports what happens in the window, until it is closed; later reports are ignored
   * @returns the window, at once: a promise is refused
   */
  open(report: (outcome: VeriffOutcome) => void, policy: SessionPolicy): Result<OpenedWindow>;
  /**
   * Whether it can work on this page. If not, `start()` opens the next one in the list.
   * @default it can
   */
  isAvailable?(policy: SessionPolicy): boolean;
}

/** The mode that `start()` opens: of the first window that is available, or of the first one. */
export const modeOf = (ports: readonly WindowPort[], policy: SessionPolicy): OpenIn =>
  (ports.find((port) => port.isAvailable?.(policy) ?? true) ?? ports[0])?.openIn ?? 'popup';

/** The names of methods that the value does not have; all of them if it is not an object. */
export const missingMethods = (value: unknown, names: readonly string[]): string[] =>
  names.filter(
    (name) => typeof value !== 'object' || value === null || typeof Reflect.get(value, name) !== 'function',
  );

const misconfigured = (hint: string): Result<never> => failed({ code: 'misconfigured', hint });

/** What a port's `open` returned, if it is a window. Untyped callers, and ports that are `async`, may return anything. */
function checkOpened(
  { openIn }: WindowPort,
  returned: unknown,
  reportError: (error: unknown) => void,
): Result<OpenedWindow> {
  const port = `open() of the window "${openIn}"`;
  if (missingMethods(returned, ['then']).length === 0) {
    // What it opens later must not stay open.
    Promise.resolve(returned as PromiseLike<Partial<Result<Partial<OpenedWindow>>> | undefined>)
      .then((late) => late?.ok && late.value?.close?.())
      .catch(reportError);
    return misconfigured(`${port} returned a promise. It must return { ok, value } at once, in the click.`);
  }
  const { ok, value, failure } = (returned ?? {}) as { ok?: unknown; value?: unknown; failure?: unknown };
  if (ok === false && typeof failure === 'object' && failure !== null && 'code' in failure)
    return returned as Result<never>;
  if (ok !== true)
    return misconfigured(
      `${port} must return { ok: true, value: { navigate, focus, close } } or { ok: false, failure: { code } }.`,
    );
  const missing = missingMethods(value, ['navigate', 'focus', 'close']);
  if (missing.length === 0) return returned as Result<OpenedWindow>;
  if (!missing.includes('close')) (value as OpenedWindow).close();
  return misconfigured(`${port} returned a value without ${missing.join(', ')}.`);
}

/** Opens the window for a mode. A window that throws when it is shown or closed must not stop the flow. */
export const openWindowOf =
  (
    ports: () => readonly WindowPort[],
    policy: () => SessionPolicy,
    reportError: (error: unknown) => void,
  ): OpenVeriff =>
  (openIn, onOutcome) => {
    const port = ports().find((port) => port.openIn === openIn);
    if (!port) return failed({ code: 'misconfigured', hint: `openWindow has no window for "${openIn}".` });
    const opened = checkOpened(port, port.open(onOutcome, policy()), reportError);
    if (!opened.ok) return opened;
    const { navigate, focus, close } = opened.value;
    const guarded = (action: () => unknown) => () => {
      try {
        return action();
      } catch (error) {
        reportError(error);
      }
    };
    return success(forSessions({ navigate, focus: guarded(focus), close: guarded(close) }, policy()));
  };

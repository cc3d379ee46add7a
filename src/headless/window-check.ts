import { failed, success, type Result } from '../baanx/result.js';
import type { OpenedWindow } from '../veriff/window.js';
import { missingMethods } from './missing-methods.js';
import type { WindowPort } from './window-port.js';

/**
 * A host's port whose windows are checked, because untyped callers and `async` ports may return anything. A window that
 * throws when it is shown or closed must not stop the flow.
 */
export function checkedPort(port: WindowPort, reportError: (error: unknown) => void): WindowPort {
  const guarded = (action: () => unknown) => () => {
    try {
      return action();
    } catch (error) {
      reportError(error);
    }
  };
  return {
    openIn: port.openIn,
    open(report, policy) {
      const opened = checkOpened(port, port.open(report, policy), reportError);
      if (!opened.ok) return opened;
      const { navigate, focus, close } = opened.value;
      return success({ navigate, focus: guarded(focus), close: guarded(close) });
    },
  };
}

const misconfigured = (hint: string): Result<never> => failed({ code: 'misconfigured', hint });

/** What a port's `open` returned, if it is a window. */
function checkOpened(
  { openIn }: WindowPort,
  returned: unknown,
  reportError: (error: unknown) => void,
): Result<OpenedWindow> {
  const port = `open() of the window "${openIn}"`;
  if (missingMethods(returned, ['then']).length === 0) {
    // A window that it opens later must not stay open.
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

import { failed, success, type Result } from '../baanx/result.js';
import type { VeriffOutcome } from '../flow/ports.js';
import type { OpenedWindow } from '../veriff/window.js';
import { missingMethods } from './missing-methods.js';
import type { WindowPort } from './window-port.js';

/** Everything that a window may report. A status is not among it: whatever a page says, the verdict comes from Baanx. */
const OUTCOMES: Readonly<Record<VeriffOutcome['type'], true>> = {
  handshake: true,
  started: true,
  submitted: true,
  finished: true,
  canceled: true,
  leave: true,
  'window-closed': true,
  'reload-requested': true,
  'reload-forced': true,
  'window-silent': true,
  'window-lost': true,
};

/**
 * A host's port whose windows and reports are checked, because untyped callers and `async` ports may return anything, and
 * may pass on what a page in the window says. A window that fails when it is shown or closed must not stop the flow.
 */
export function checkedPort(port: WindowPort, reportError: (error: unknown) => void): WindowPort {
  /** Also reports the rejection of an `async` method, for which nobody waits. */
  const observed = (result: unknown) => void Promise.resolve(result).catch(reportError);
  const guarded = (action: () => unknown) => () => {
    try {
      observed(action());
    } catch (error) {
      reportError(error);
    }
  };
  return {
    openIn: port.openIn,
    open(report, policy) {
      const checkedReport = (outcome: unknown) => {
        const { type } = Object(outcome) as { readonly type?: unknown };
        if (typeof type === 'string' && Object.hasOwn(OUTCOMES, type)) report(outcome as VeriffOutcome);
        else reportError(new TypeError(`The window "${port.openIn}" reported an unknown outcome`));
      };
      const opened = checkOpened(port, port.open(checkedReport, policy), reportError);
      if (!opened.ok) return opened;
      const { navigate, focus, close } = opened.value;
      return success({
        navigate: (url) => observed(navigate(url)),
        focus: guarded(focus),
        close: guarded(close),
      });
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

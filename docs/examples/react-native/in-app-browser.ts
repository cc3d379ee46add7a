import { Linking } from 'react-native';
import { InAppBrowser } from 'react-native-inappbrowser-reborn';
import type { WindowPort } from 'baanx-kyc-step/headless';

/**
 * Shows Veriff in a Custom Tab or in SFSafariViewController, with `react-native-inappbrowser-reborn`, or in the system's
 * browser where there is neither. Veriff reports nothing from there: the flow checks the status when the person comes back.
 * @param returnsTo the deep link that brings the person back to the app, if Baanx has configured one, such as `wallet://kyc`
 */
export const inAppBrowser = (returnsTo?: string): WindowPort => ({
  openIn: 'popup',
  open(report) {
    let link: { remove(): void } | undefined;
    let isClosed = false;
    return {
      ok: true,
      value: {
        navigate(url) {
          // The session may arrive when the window is already closed.
          if (isClosed) return;
          if (returnsTo)
            link = Linking.addEventListener('url', (event) => {
              if (event.url.startsWith(returnsTo)) report({ type: 'window-closed' });
            });
          show(url, () => isClosed).then(
            (wasInApp) => wasInApp && report({ type: 'window-closed' }),
            // Not the error: its message may hold the address, which is secret.
            () => report({ type: 'window-lost', hint: 'The in-app browser could not be opened.' }),
          );
        },
        focus: () => undefined,
        close() {
          if (isClosed) return;
          isClosed = true;
          link?.remove();
          InAppBrowser.close();
        },
      },
    };
  },
});

/** Resolves when the person has closed the in-app browser, or at once where the system's browser was opened. */
async function show(url: string, isClosed: () => boolean): Promise<boolean> {
  const isAvailable = await InAppBrowser.isAvailable();
  if (isClosed()) return false;
  if (isAvailable) await InAppBrowser.open(url, { showTitle: true });
  else await Linking.openURL(url);
  return isAvailable;
}

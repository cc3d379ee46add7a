import * as WebBrowser from 'expo-web-browser';
import { Linking } from 'react-native';
import type { WindowPort } from 'baanx-kyc-step/headless';

/**
 * Shows Veriff in a Custom Tab or in SFSafariViewController, with Expo's `expo-web-browser`. Veriff reports nothing from
 * there: the flow checks the status when the person comes back.
 * @param returnsTo the deep link that brings the person back to the app, if Baanx has configured one, such as `wallet://kyc`
 */
export const expoBrowser = (returnsTo?: string): WindowPort => ({
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
          WebBrowser.openBrowserAsync(url).then(
            // On Android it resolves with `opened` at once: the person's return is noticed by `AppState`.
            ({ type }) =>
              type === WebBrowser.WebBrowserResultType.OPENED || report({ type: 'window-closed' }),
            // Not the error: its message may hold the address, which is secret.
            () => report({ type: 'window-lost', hint: 'The browser could not be opened.' }),
          );
        },
        focus: () => undefined,
        close() {
          if (isClosed) return;
          isClosed = true;
          link?.remove();
          // Only iOS can close it. Elsewhere it rejects.
          Promise.resolve(WebBrowser.dismissBrowser()).catch(() => undefined);
        },
      },
    };
  },
});

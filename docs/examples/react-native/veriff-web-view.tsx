import { WebView } from 'react-native-webview';

export interface VeriffWebViewProps {
  /** Your page with the step, with `open-in="redirect"`. */
  readonly url: string;
  /** Your callback URL without its query string, if Baanx has configured one. It must not be the address in `url`. */
  readonly callbackUrl?: string;
  /** The person is done with Veriff: close the WebView, and check the status. */
  readonly onDone: () => void;
}

/** Whether Veriff has left the person on its own last page, or on yours. */
function isLastPage(url: string, callbackUrl: string | undefined): boolean {
  // Without `URL`, because React Native's own is incomplete.
  if (url.split(/[?#]/)[0] === callbackUrl) return true;
  return /^https:\/\/(?:www\.)?veriff\.com\/get-verified(?:[/?#]|$)/.test(url);
}

/** Shows the page with the step until the person is done with Veriff. */
export function VeriffWebView({ url, callbackUrl, onDone }: VeriffWebViewProps) {
  return (
    <WebView
      source={{ uri: url }}
      sharedCookiesEnabled
      originWhitelist={['https://*']}
      allowsInlineMediaPlayback
      mediaCapturePermissionGrantType="grantIfSameHostElsePrompt"
      onShouldStartLoadWithRequest={({ url: next, isTopFrame }) => {
        if (!isTopFrame || !isLastPage(next, callbackUrl)) return true;
        onDone();
        return false;
      }}
    />
  );
}

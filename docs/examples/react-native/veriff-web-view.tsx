import { WebView } from 'react-native-webview';

export interface VeriffWebViewProps {
  /** Your page with the step, with `open-in="redirect"`. */
  readonly url: string;
  /** The person is done with Veriff: close the WebView, and check the status. */
  readonly onDone: () => void;
}

/** Whether Veriff has left the person on its own last page. */
function isLastPage(url: string): boolean {
  // React Native's own `URL` is incomplete.
  return /^https:\/\/(?:www\.)?veriff\.com\/get-verified(?:[/?#]|$)/.test(url);
}

/** Shows the page with the step until the person is done with Veriff. */
export function VeriffWebView({ url, onDone }: VeriffWebViewProps) {
  return (
    <WebView
      source={{ uri: url }}
      originWhitelist={['https://*']}
      allowsInlineMediaPlayback
      mediaCapturePermissionGrantType="grantIfSameHostElsePrompt"
      onShouldStartLoadWithRequest={({ url: next, isTopFrame }) => {
        if (!isTopFrame || !isLastPage(next)) return true;
        onDone();
        return false;
      }}
    />
  );
}

import type { ReactElement } from 'react';
import { expect, it, vi } from 'vitest';

vi.mock('react-native-webview', () => ({ WebView: 'web-view' }));

// Compiled in test/consumers, where React Native is installed.
const example = '../../docs/examples/react-native/veriff-web-view.tsx';
const { VeriffWebView } = (await import(example)) as {
  VeriffWebView: (props: {
    url: string;
    callbackUrl?: string;
    onDone: () => void;
  }) => ReactElement<WebViewProps>;
};

interface WebViewProps {
  readonly source: { readonly uri: string };
  onShouldStartLoadWithRequest(request: { readonly url: string; readonly isTopFrame: boolean }): boolean;
}

it.each([
  ['https://www.veriff.com/get-verified?navigation=slim', true, true],
  ['https://veriff.com/get-verified', true, true],
  ['https://www.veriff.com/get-verified?navigation=slim', false, false],
  ['http://www.veriff.com/get-verified', true, false],
  ['https://www.veriff.com/get-verified-now', true, false],
  ['https://www.veriff.com/privacy', true, false],
  ['https://magic.veriff.me/v/token', true, false],
  ['https://evil.example/www.veriff.com/get-verified', true, false],
  ['https://www.veriff.com.evil.example/get-verified', true, false],
  ['https://app.example/kyc/done?lang=de', true, true],
  ['https://app.example/kyc/done', false, false],
  ['https://app.example/kyc', true, false],
])('The WebView of docs/devices.md at %s (top frame: %s) is done: %s', (url, isTopFrame, isDone) => {
  const onDone = vi.fn();
  const { props } = VeriffWebView({
    url: 'https://app.example/kyc',
    callbackUrl: 'https://app.example/kyc/done',
    onDone,
  });
  expect(props.source).toEqual({ uri: 'https://app.example/kyc' });
  expect(props.onShouldStartLoadWithRequest({ url, isTopFrame })).toBe(!isDone);
  expect(onDone).toHaveBeenCalledTimes(isDone ? 1 : 0);
});

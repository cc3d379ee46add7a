import { expect, it } from 'vitest';
import { inAppBrowser } from '../../src/element/in-app-browser.js';
import { androidBrowserUrl } from '../../src/element/handoff-link.js';

const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const ANDROID = 'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko)';
const WEBVIEW =
  'Mozilla/5.0 (Linux; Android 14; Pixel 8; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/126.0.0.0 Mobile Safari/537.36';
const CHROME = `${ANDROID} Chrome/126.0.0.0 Mobile Safari/537.36`;
const SAFARI = `${IPHONE} Version/17.5 Mobile/15E148 Safari/604.1`;
const DESKTOP =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36';

it.each<[app: string, sign: string, userAgent: string]>([
  ['Facebook', 'FBAN', `${IPHONE} Mobile/15E148 [FBAN/FBIOS;FBAV/465.0.0;FBBV/1;FBDV/iPhone14,5]`],
  ['Facebook', 'FB_IAB', `${WEBVIEW} [FB_IAB/FB4A;FBAV/465.0.0.1;]`],
  ['Instagram', 'Instagram', `${IPHONE} Mobile/15E148 Instagram 331.0.3.29.90 (iPhone14,5; iOS 17_5)`],
  ['Instagram', 'Instagram', `${WEBVIEW} Instagram 331.0.0.0 Android (34/14; 420dpi; Google; Pixel 8)`],
  [
    'TikTok',
    'musical_ly',
    `${IPHONE} Mobile/15E148 musical_ly_35.1.0 JsSdk/2.0 NetType/WIFI Channel/App Store BytedanceWebview/d8a21c6`,
  ],
  ['TikTok', 'trill_', `${WEBVIEW} trill_350103 BytedanceWebview/d8a21c6`],
  ['LINE', 'Line/', `${IPHONE} Mobile/15E148 Safari Line/14.9.0`],
  [
    'WeChat',
    'MicroMessenger',
    `${IPHONE} Mobile/15E148 MicroMessenger/8.0.49(0x18003130) NetType/WIFI Language/en`,
  ],
  ['Snapchat', 'Snapchat', `${IPHONE} Mobile/15E148 Snapchat/12.92.0.32 (like Safari/8617.1, panda)`],
  ['X', 'Twitter', `${IPHONE} Mobile/15E148 Twitter for iPhone/10.48`],
  ['X', 'Twitter', `${WEBVIEW} TwitterAndroid`],
  ['LinkedIn', 'LinkedInApp', `${IPHONE} Mobile/15E148 [LinkedInApp]/9.29.1`],
  ['KakaoTalk', 'KAKAOTALK', `${WEBVIEW};KAKAOTALK 2410800`],
  ['MetaMask', 'MetaMaskMobile', `${CHROME} MetaMaskMobile`],
  ['Trust Wallet', 'Trust/', `${IPHONE} Mobile/15E148 Trust/8.20`],
  ['Coinbase Wallet', 'CoinbaseWallet', `${IPHONE} Mobile/15E148 CoinbaseWallet/28.70`],
  ['Phantom', 'Phantom/', `${IPHONE} Mobile/15E148 Phantom/ios.24.13`],
  ['Rainbow', 'Rainbow', `${IPHONE} Mobile/15E148 Rainbow/1.9.27`],
  ['Android WebView', '; wv)', WEBVIEW],
  ['iOS WebView', 'iOS WebView', `${IPHONE} Mobile/15E148`],
])('%s is recognized by its user agent', (_, sign, userAgent) => {
  expect(inAppBrowser({ navigator: { userAgent } })).toBe(sign);
});

it.each([
  ['Trust Wallet', 'isTrust'],
  ['Trust Wallet', 'isTrustWallet'],
  ['Coinbase Wallet', 'isCoinbaseBrowser'],
  ['Phantom', 'isPhantom'],
  ['Rainbow', 'isRainbow'],
  ['MetaMask', 'isMetaMask'],
])('%s is recognized on Android by %s', (_, flag) => {
  expect(inAppBrowser({ navigator: { userAgent: CHROME }, ethereum: { [flag]: true } })).toBe(flag);
});

it.each<[browser: string, userAgent: string]>([
  ['Safari on an iPhone', SAFARI],
  ['Chrome on an iPhone', `${IPHONE} CriOS/126.0.6478.54 Mobile/15E148 Safari/604.1`],
  ['Firefox on an iPhone', `${IPHONE} FxiOS/127.0 Mobile/15E148 Safari/605.1.15`],
  ['Chrome on Android', CHROME],
  ['Samsung Internet', `${ANDROID} SamsungBrowser/25.0 Chrome/121.0.0.0 Mobile Safari/537.36`],
  ['Opera Mini', `${WEBVIEW} OPR/71.0.2254`],
  ['Vivo’s browser', `${WEBVIEW} VivoBrowser/15.4.0`],
  ['UC Browser on an iPhone', `${IPHONE} Mobile/15E148 UCBrowser/11.3.5.1203 Mobile`],
  ['Firefox on Android', 'Mozilla/5.0 (Android 14; Mobile; rv:127.0) Gecko/127.0 Firefox/127.0'],
  ['Chrome on a desktop', DESKTOP],
  [
    'Safari on a Mac, and on an iPad',
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15',
  ],
])('%s is the person’s own browser', (_, userAgent) => {
  expect(inAppBrowser({ navigator: { userAgent, maxTouchPoints: 5 } })).toBeUndefined();
});

it('a wallet on a desktop, and in Safari and Firefox on a phone, is an extension', () => {
  for (const userAgent of [
    DESKTOP,
    SAFARI,
    'Mozilla/5.0 (Android 14; Mobile; rv:127.0) Gecko/127.0 Firefox/127.0',
  ])
    expect(inAppBrowser({ navigator: { userAgent }, ethereum: { isMetaMask: true } })).toBeUndefined();
});

it('Brave has a wallet of its own', () => {
  expect(
    inAppBrowser({
      navigator: { userAgent: CHROME },
      ethereum: { isBraveWallet: true, isMetaMask: true },
    }),
  ).toBeUndefined();
});

it('Telegram on Android, whose user agent is Chrome’s, is recognized by what it injects', () => {
  expect(inAppBrowser({ navigator: { userAgent: CHROME }, TelegramWebview: {} })).toBe('TelegramWebview');
});

it('an app on an iPad with the user agent of a Mac is recognized by the touch screen', () => {
  const userAgent =
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)';
  expect(inAppBrowser({ navigator: { userAgent, maxTouchPoints: 5 } })).toBe('iOS WebView');
  expect(inAppBrowser({ navigator: { userAgent, maxTouchPoints: 0 } }), 'an app on a Mac').toBeUndefined();
});

it('a wallet that denies access to itself is ignored', () => {
  const page = {
    navigator: { userAgent: CHROME },
    get ethereum(): object {
      throw new Error('Denied');
    },
  };
  expect(inAppBrowser(page)).toBeUndefined();
});

it('a web app on the home screen of an iPhone is no WebView', () => {
  expect(
    inAppBrowser({ navigator: { userAgent: `${IPHONE} Mobile/15E148`, standalone: true } }),
  ).toBeUndefined();
});

it('Android opens a link in the person’s own browser', () => {
  expect(androidBrowserUrl('https://app.example/c/token?a=b', WEBVIEW)).toBe(
    'intent://app.example/c/token?a=b#Intent;scheme=https;action=android.intent.action.VIEW;category=android.intent.category.BROWSABLE;end',
  );
  expect(androidBrowserUrl('https://app.example/c/token', IPHONE)).toBeUndefined();
  expect(androidBrowserUrl('https://app.example/c#token', WEBVIEW)).toBeUndefined();
});

/** Browsers inside apps by their user agent. They often deny the camera without a word, or have no popups. */
const USER_AGENTS: Readonly<Record<string, RegExp>> = {
  Facebook: /\bFB(AN|AV|_IAB)\b/,
  Instagram: /\bInstagram\b/,
  TikTok: /\b(musical_ly|BytedanceWebview|trill_)/,
  LINE: /\bLine\//,
  WeChat: /\bMicroMessenger\b/,
  Snapchat: /\bSnapchat\b/,
  X: /\bTwitter/,
  LinkedIn: /\bLinkedInApp\b/,
  KakaoTalk: /\bKAKAOTALK\b/,
  MetaMask: /\bMetaMaskMobile\b/,
  'Trust Wallet': /\bTrust(Wallet)?\//,
  'Coinbase Wallet': /\b(CoinbaseWallet|CoinbaseBrowser|Toshi)\b/,
  Phantom: /\bPhantom\//,
  Rainbow: /\bRainbow\b/,
  // Opera Mini and Vivo's browser are built on the WebView.
  'Android WebView': /; wv\)(?!.*\b(OPR|VivoBrowser)\/)/,
  'iOS WebView': /\b(iPhone|iPad|iPod)\b(?!.*\b(Safari|UCBrowser)\/)/,
};

/** The flags by which wallets announce themselves on `window.ethereum`. */
const WALLETS: Readonly<Record<string, string>> = {
  isTrust: 'Trust Wallet',
  isTrustWallet: 'Trust Wallet',
  isCoinbaseBrowser: 'Coinbase Wallet',
  isPhantom: 'Phantom',
  isRainbow: 'Rainbow',
  isMetaMask: 'MetaMask',
};

/** What tells one browser from another. */
export interface BrowserSigns {
  readonly userAgent: string;
  /** A web app on the home screen of an iPhone, whose user agent looks like a WebView's. */
  readonly standalone?: boolean | undefined;
  /** What a wallet injects. */
  readonly ethereum?: object | undefined;
}

/** The app whose browser this is; undefined in a person's own browser. */
export function inAppBrowser({ userAgent, standalone, ethereum }: BrowserSigns): string | undefined {
  if (standalone) return undefined;
  for (const [name, pattern] of Object.entries(USER_AGENTS)) if (pattern.test(userAgent)) return name;
  // On desktops, and in Safari and Firefox on phones, a wallet is an extension. Brave is a browser with a wallet.
  if (!ethereum || Reflect.get(ethereum, 'isBraveWallet') || !/Android.*Chrome\//.test(userAgent))
    return undefined;
  for (const [flag, name] of Object.entries(WALLETS)) if (Reflect.get(ethereum, flag) === true) return name;
  return undefined;
}

/** The app whose browser shows this page. */
export function currentInAppBrowser(): string | undefined {
  const { standalone } = navigator as { readonly standalone?: boolean };
  return inAppBrowser({ userAgent: navigator.userAgent, standalone, ethereum: injectedWallet() });
}

/** Several wallets compete for the property, and some define it so that it throws. */
function injectedWallet(): object | undefined {
  try {
    return (window as { readonly ethereum?: object }).ethereum;
  } catch {
    return undefined;
  }
}

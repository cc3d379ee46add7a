/** Browsers inside apps by their user agent. They often deny the camera silently, or have no popups. */
const USER_AGENTS: readonly RegExp[] = [
  // Facebook, Instagram, TikTok, LINE, WeChat, Snapchat, X, LinkedIn, KakaoTalk
  /\bFB(AN|AV|_IAB)\b/,
  /\bInstagram\b/,
  /\b(musical_ly|BytedanceWebview|trill_)/,
  /\bLine\//,
  /\bMicroMessenger\b/,
  /\bSnapchat\b/,
  /\bTwitter/,
  /\bLinkedInApp\b/,
  /\bKAKAOTALK\b/,
  // MetaMask, Trust Wallet, Coinbase Wallet, Phantom, Rainbow
  /\bMetaMaskMobile\b/,
  /\bTrust(Wallet)?\//,
  /\b(CoinbaseWallet|CoinbaseBrowser|Toshi)\b/,
  /\bPhantom\//,
  /\bRainbow\b/,
  // Android's WebView, which Opera Mini and Vivo's browser are built on.
  /; wv\)(?!.*\b(OPR|VivoBrowser)\/)/,
];

const IOS = /\b(iPhone|iPad|iPod)\b/;
/** Names that browsers on iOS have in their user agent. A WebView has none of them. */
const IOS_BROWSER = /\b(Safari|UCBrowser)\//;

/** The flags by which wallets identify themselves on `window.ethereum`. */
const WALLET_FLAGS: readonly string[] = [
  'isTrust',
  'isTrustWallet',
  'isCoinbaseBrowser',
  'isPhantom',
  'isRainbow',
  'isMetaMask',
];

/** The parts of `window` that identify the browser. */
export interface BrowserSigns {
  readonly navigator: {
    readonly userAgent: string;
    /** An iPad may have the user agent of a Mac, which has no touch screen. */
    readonly maxTouchPoints?: number;
    /** A web app on the home screen of an iPhone, whose user agent looks like a WebView's. */
    readonly standalone?: boolean;
  };
  /** What a wallet injects. */
  readonly ethereum?: object;
  /** What Telegram injects on Android, where its user agent is Chrome's. */
  readonly TelegramWebview?: unknown;
}

/** What identifies this as an app's browser; undefined in a person's own browser. */
export function inAppBrowser(page: BrowserSigns): string | undefined {
  const { userAgent, maxTouchPoints = 0, standalone } = page.navigator;
  if (standalone) return undefined;
  if (page.TelegramWebview) return 'TelegramWebview';
  for (const pattern of USER_AGENTS) {
    const [sign] = pattern.exec(userAgent) ?? [];
    if (sign) return sign;
  }
  const isIos = IOS.test(userAgent) || (maxTouchPoints > 1 && userAgent.includes('Macintosh'));
  if (isIos && !IOS_BROWSER.test(userAgent)) return 'iOS WebView';
  // On desktops, and in Safari and Firefox on phones, a wallet is an extension.
  return /Android.*Chrome\//.test(userAgent) ? walletFlag(page) : undefined;
}

/** The flag of the wallet app that shows the page. Brave does not count: it is a browser with a wallet. */
function walletFlag(page: BrowserSigns): string | undefined {
  try {
    const { ethereum } = page;
    if (!ethereum || Reflect.get(ethereum, 'isBraveWallet')) return undefined;
    return WALLET_FLAGS.find((flag) => Reflect.get(ethereum, flag) === true);
  } catch {
    // Several wallets compete for the property, and some define it so that it throws.
    return undefined;
  }
}

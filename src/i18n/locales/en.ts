import type { ErrorCode } from '../../baanx/result.js';

/**
 * The English messages. Every other locale has the same keys (see {@link Messages}).
 * Write short sentences in plain words, without blame, and give one thing to do next. Never build a sentence from
 * parts, and keep its numbers inside it, so that each language can use its own word order and plural forms.
 */
export const en = {
  /** The locale's BCP 47 tag, used for `Intl` and for the `lang` attribute that screen readers follow. */
  lang: 'en',
  title: 'Verify your identity',
  intro:
    'By law, we have to confirm who you are before we can issue your card. It also helps protect you from identity fraud.',
  documentsTitle: 'Have one of these ready',
  passport: 'Passport',
  'driving-licence': 'Driving licence',
  'national-id': 'National ID card',
  'residence-permit': 'Residence permit',
  documentsNote: 'Make sure it hasn’t expired and is easy to read. All four corners must be in the photo.',
  selfie:
    'You’ll also take a selfie or record a short video. Your browser will ask before using your camera.',
  proofOfAddress:
    'Later, we may also ask for proof of address from the last 3 months, such as a utility bill, bank statement, official letter or rental agreement.',
  tipsTitle: 'Tips for a good photo',
  tipLight: 'Find a well-lit spot, away from glare.',
  tipClear: 'Keep still until the photo is in focus.',
  tipGlasses: 'Take off your glasses for the selfie.',
  duration: 'About 2 minutes',
  timing:
    'Automatic checks take 5 to 15 minutes. A manual review, if needed, usually takes 15 to 60 minutes, but can occasionally take up to 24 hours.',
  privacy:
    'Your photos and video go straight to Veriff, the company that checks identities for us. They don’t pass through this website.',
  start: 'Start verification',
  continue: 'Continue verification',
  checking: 'Checking your status…',
  starting: 'Opening Veriff…',
  close: 'Close',
  silentTitle: 'Veriff isn’t responding',
  silentText: 'Your connection may be slow, or something on this page may be blocking Veriff.',
  retry: 'Try again',
  openElsewhere: 'Open in a new window',
  openHere: 'Continue in this window',
  redirectNote:
    'When Veriff opens in this window, it may not bring you back. Come back to this page when you’ve finished.',
  elsewhereTitle: 'Continue in the other window',
  elsewhereText: 'This page will update when you’ve finished there.',
  showWindow: 'Reopen the window',
  imDone: 'I’ve finished',
  usePhone: 'Use your phone instead',
  useBrowser: 'Open in your browser',
  startAnyway: 'Continue here anyway',
  noCamera: 'We couldn’t find a camera that works on this page.',
  inAppBrowser: 'This app’s browser may block your camera.',
  phoneTitle: 'Continue on your phone',
  phoneText: 'Scan the code with your phone’s camera. This page will update when you’ve finished there.',
  browserTitle: 'Continue in your browser',
  browserText:
    'Open the link in Safari, Chrome or another browser. This page will update when you’ve finished there.',
  qrCode: 'QR code to continue on your phone',
  copyLink: 'Copy link',
  linkCopied: 'Link copied',
  shareLink: 'Share link',
  newLink: 'Create a new link',
  /** In front of a time of day. */
  linkExpires: 'This link is valid until:',
  continueHere: 'Continue here instead',
  linkFailed: 'We couldn’t create a link. Try again, or continue here.',
  leaveTitle: 'Leave verification?',
  leaveText: 'If you leave now, you may need to repeat some steps later.',
  leave: 'Leave',
  /** Declines leaving. */
  stay: 'Keep going',
  reloadTitle: 'Reload this page?',
  reloadText:
    'Veriff needs to reload this page before it can ask for your camera again. You can then continue, but anything you haven’t saved on this page may be lost.',
  reload: 'Reload',
  /** Declines the reload: Veriff stays open, without the camera. */
  notNow: 'Not now',
  decidingTitle: 'We’re checking your documents',
  decidingText: 'You can wait here. This page will update automatically.',
  pendingTitle: 'Your verification is under review',
  pendingText:
    'You don’t need to do anything else. The review continues if you close this page. When you come back, you may need to sign in or start your registration again.',
  overdueTitle: 'This is taking longer than usual',
  overdueText:
    'Your documents aren’t showing in our records yet. We’ll keep checking. If you haven’t finished, continue your verification.',
  unsureTitle: 'Did you finish verifying your identity?',
  unsureText:
    'If you did, your documents are under review and you don’t need to do anything else. If not, continue where you left off.',
  stageSubmitted: 'Documents sent',
  stageAutomatic: 'Automatic checks',
  stageManual: 'Manual review, if needed',
  stageResult: 'Result',
  stageNote: 'Occasionally, a manual review can take up to 24 hours.',
  done: 'done',
  check: 'Check status',
  verifiedTitle: 'You’re verified',
  verifiedText: 'Thank you. Your identity is confirmed, and you can continue.',
  rejectedTitle: 'We couldn’t verify your identity',
  rejectedText: 'We’re not given the exact reason, but it’s often one of these:',
  reasonDocument: 'Your document had expired, was blurry or cut off, or isn’t accepted for your country.',
  reasonIdentity: 'Your selfie or details didn’t match your document, or you’re under 18.',
  reasonChecks: 'A security check was unsuccessful.',
  rejectedLater:
    'If you’re 18 or over, you can continue your registration and verify your identity again later.',
  rejectedRetry: 'Check your document and the lighting. If you’re 18 or over, you can try again.',
  required: 'Verify your identity to continue.',
  unreachable: 'We can’t connect right now. We’ll keep trying.',
  startNote: 'We couldn’t check your status just now, but you can still go ahead.',
  failedTitle: 'Something went wrong',
  /** In front of the error's code and of the ID of the request, by which support finds it in the proxy's log. */
  reference: 'Reference:',
  support: 'Contact support',
  'error-onboarding-invalid':
    'This registration has expired or is already complete. If you already have an account, sign in. If not, please start again.',
  'error-onboarding-not-found': 'We couldn’t find your registration. Please start again.',
  'error-not-authenticated': 'You’ve been signed out. Please sign in again.',
  'error-not-allowed':
    'You don’t have access to this verification. Please sign in again, or contact support.',
  'error-client-key-invalid': 'Verification isn’t available right now. Please contact support.',
  'error-rate-limited': 'There have been too many attempts. Please wait a minute, then try again.',
  'error-provider-unavailable': 'Verification isn’t available right now. Please try again in a few minutes.',
  'error-network': 'We can’t connect. Check your internet connection, then try again.',
  'error-timeout': 'This is taking too long. Please try again.',
  'error-bad-response': 'There’s a problem on our side. Please try again in a few minutes.',
  'error-untrusted-session-url': 'For your security, we stopped this verification. Please contact support.',
  'error-popup-blocked':
    'Your browser blocked the new window. Allow pop-ups for this site and try again, or continue in this window.',
  'error-veriff-unreachable': 'Veriff isn’t responding. Please try again.',
  'error-insecure-context': 'This page isn’t secure, so your camera can’t be used. Please contact support.',
  'error-camera-blocked-by-page':
    'Your camera can’t be used on this page, and your browser blocked the new window. Allow pop-ups for this site and try again, or continue in this window.',
  'error-misconfigured': 'Verification isn’t available right now. Please contact support.',
} satisfies Record<string, string> & Record<`error-${ErrorCode}`, string>;

/** The messages of one language. */
export type Messages = Readonly<Record<keyof typeof en, string>>;

import { registerEnglish } from '../register-locale.js';

registerEnglish({
  lang: 'en-US',
  'driving-licence': 'Driver’s license',
  proofOfAddress:
    'Later, we may also ask for proof of address from the last 3 months, such as a utility bill, bank statement, government letter, or lease.',
  browserText:
    'Open the link in Safari, Chrome, or another browser. This page will update when you’ve finished there.',
  rejectedLater:
    'If you’re 18 or older, you can continue your registration and verify your identity again later.',
  rejectedRetry: 'Check your document and the lighting. If you’re 18 or older, you can try again.',
});

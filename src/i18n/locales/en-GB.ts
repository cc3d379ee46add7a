import { registerEnglish } from '../register-locale.js';

// The messages are international English. What follows the tag is the time of day, and a screen reader's voice.
registerEnglish({ lang: 'en-GB' });

import { OUTCOMES, type Outcome } from './scenarios.js';
import type { Stage } from './sessions.js';
import { veriffPage } from './veriff-page.js';
import { VERIFF_STYLE } from './veriff-style.js';

/** What a page shows. All values but `next` are inserted without escaping, so the caller must validate them. */
export interface VeriffPageModel {
  /** A valid BCP 47 tag. */
  readonly lang: string;
  readonly stage: Stage;
  /** Where the person goes after the last step, unless the page is in a frame. */
  readonly next: string;
  /** The outcome that is preselected. */
  readonly outcome: Outcome;
  /** The nonce of the Content-Security-Policy, for the page's own style and script. */
  readonly nonce: string;
  /** Leaves out the script: the page loads but never sends a message. */
  readonly isSilent: boolean;
}

const OUTCOME_LABELS: Readonly<Record<Outcome, string>> = {
  approve: 'Approve',
  review: 'Review, then approve',
  reject: 'Reject',
  never: 'Never decide',
};

const outcomeRadios = (selected: Outcome): string =>
  OUTCOMES.map(
    (outcome) =>
      `<label><input type="radio" name="outcome" value="${outcome}" autocomplete="off"${
        outcome === selected ? ' checked' : ''
      }>${OUTCOME_LABELS[outcome]}</label>`,
  ).join('\n');

const step = (id: string, heading: string, content: string): string =>
  `<section id="${id}" aria-labelledby="${id}-heading" hidden>
<h1 id="${id}-heading" tabindex="-1">${heading}</h1>
${content}
</section>`;

const escapeAttribute = (value: string): string => value.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

const head = (lang: string, nonce: string): string => `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Veriff sandbox (simulated)</title>
<style nonce="${nonce}">${VERIFF_STYLE}</style>
</head>`;

/** Returns Veriff's last page, where the person stays after a redirect. It has no link back to the host. */
export const lastPageHtml = (nonce: string): string => `${head('en', nonce)}
<body>
<div id="page">
<header><p>Veriff sandbox — simulated</p></header>
<main>
<section aria-labelledby="heading">
<h1 id="heading">You’re all done</h1>
<div class="sign" aria-hidden="true">✓</div>
<p>Return to the website or app that you came from. It shows you how your verification is going.</p>
</section>
</main>
</div>
</body>
</html>
`;

/** Returns the page. It contains all steps, hidden; the script shows one at a time. */
export const veriffHtml = ({
  lang,
  stage,
  next,
  outcome,
  nonce,
  isSilent,
}: VeriffPageModel): string => `${head(lang, nonce)}
<body data-stage="${stage}" data-outcome="${outcome}" data-next="${escapeAttribute(next)}">
<div id="page" hidden>
<header><p>Veriff sandbox — simulated</p><button type="button" id="cancel" data-action="cancel">Cancel</button></header>
<main>
${step(
  'consent',
  'Let’s check who you are',
  `<p>This page simulates Veriff. Your photos never leave your device.</p>
<ul><li>Have an identity document ready</li><li>Find a well-lit place</li><li>It takes about a minute</li></ul>
<div class="actions"><button type="button" class="main" data-action="begin">Continue</button></div>`,
)}
${step(
  'document',
  'Choose your document',
  `<p>It must be valid and have your photo on it.</p>
<div class="choice">${['Passport', 'Driving licence', 'National ID card', 'Residence permit']
    .map((name) => `<button type="button" data-action="camera">${name}</button>`)
    .join('\n')}</div>`,
)}
${step(
  'camera',
  'Take a photo of your document',
  `<p>Show all four corners, and avoid glare.</p>
<video id="preview" aria-label="Camera preview" muted playsinline></video>
<div id="no-camera" class="note" role="status" hidden>
<p>The camera isn’t available (<span id="no-camera-reason"></span>). You can use a sample photo instead.</p>
<div class="actions"><button type="button" class="main" data-action="photo">Use a sample photo</button></div>
</div>
<div class="actions"><button type="button" class="main" id="shoot" data-action="photo" hidden>Take photo</button></div>`,
)}
${step(
  'review',
  'Is everything readable?',
  `<canvas id="photo" role="img" aria-label="Your photo"></canvas>
<fieldset role="radiogroup" aria-labelledby="outcome-legend">
<legend id="outcome-legend">Outcome</legend>
${outcomeRadios(outcome)}
</fieldset>
<div class="actions"><button type="button" class="main" data-action="submit">Submit</button>
<button type="button" data-action="camera">Retake photo</button></div>`,
)}
${step(
  'done',
  'Thank you, that’s all',
  `<div class="sign" aria-hidden="true">✓</div><p>You’ve submitted your documents. They’re being checked now.</p>
<div class="actions"><button type="button" class="main" data-action="finish">Finish</button></div>`,
)}
${step(
  'over',
  'This session is over',
  `<p>The link has expired or has already been used. Go back to the previous page and start again.</p>
<div class="actions"><button type="button" class="main" data-action="cancel">Close</button></div>`,
)}
${step('left', 'Not finished yet', '<p>Go back to the previous page, or close this window. You can continue later with the same link.</p>')}
${step('ended', 'All done', '<p>Go back to the previous page, or close this window.</p>')}
</main>
<p id="problem" class="note" role="alert" hidden>That didn’t work. Please try again.</p>
<details id="tester">
<summary>Tester</summary>
<div><button type="button" data-action="reload">Ask to reload</button>
<button type="button" data-action="forceReload">Force a reload</button></div>
<p>Rendered by version <span id="parent-version"></span></p>
</details>
</div>
${isSilent ? '' : `<script nonce="${nonce}">(${String(veriffPage)})(window)</script>`}
</body>
</html>
`;

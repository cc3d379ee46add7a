import { OUTCOMES, type Outcome } from './scenarios.js';
import type { Stage } from './sessions.js';
import { veriffPage } from './veriff-page.js';
import { VERIFF_STYLE } from './veriff-style.js';

/** What one page is made of. All but the language is chosen by the sandbox itself. */
export interface PageModel {
  /** Checked by the caller: it stands in an attribute. */
  readonly lang: string;
  readonly stage: Stage;
  /** The outcome that is ticked. */
  readonly outcome: Outcome;
  /** Of the policy that lets this style and this script in, and nothing else. */
  readonly nonce: string;
  /** Without its script the page loads and stays mute. */
  readonly silent: boolean;
}

const OUTCOME_LABELS: Readonly<Record<Outcome, string>> = {
  approve: 'Approve',
  review: 'Review, then approve',
  reject: 'Reject',
  never: 'Never decide',
};

const radios = (ticked: Outcome): string =>
  OUTCOMES.map(
    (outcome) =>
      `<label><input type="radio" name="outcome" value="${outcome}" autocomplete="off"${
        outcome === ticked ? ' checked' : ''
      }>${OUTCOME_LABELS[outcome]}</label>`,
  ).join('\n');

const step = (id: string, heading: string, content: string): string =>
  `<section id="${id}" aria-labelledby="${id}-heading" hidden>
<h1 id="${id}-heading" tabindex="-1">${heading}</h1>
${content}
</section>`;

/** The whole page as HTML; every step is in it, and the script shows one. */
export const veriffHtml = ({ lang, stage, outcome, nonce, silent }: PageModel): string => `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Veriff sandbox (simulated)</title>
<style nonce="${nonce}">${VERIFF_STYLE}</style>
</head>
<body data-stage="${stage}" data-outcome="${outcome}">
<div id="page" hidden>
<header><p>Veriff sandbox — simulated</p><button type="button" id="cancel" data-action="cancel">Cancel</button></header>
<main>
${step(
  'consent',
  'Let’s check who you are',
  `<p>This page plays the part of Veriff. Nothing that you show it leaves your device.</p>
<ul><li>Have an identity document at hand</li><li>Find a well-lit place</li><li>It takes about a minute</li></ul>
<div class="way"><button type="button" class="main" data-action="begin">Continue</button></div>`,
)}
${step(
  'document',
  'Choose your document',
  `<p>Take one that is valid and has your photo in it.</p>
<div class="choice">${['Passport', 'Driving licence', 'National ID card', 'Residence permit']
    .map((name) => `<button type="button" data-action="camera">${name}</button>`)
    .join('\n')}</div>`,
)}
${step(
  'camera',
  'Take a photo of it',
  `<p>All four corners in the picture, no glare.</p>
<video id="preview" aria-label="Camera preview" muted playsinline></video>
<div id="no-camera" class="note" role="status" hidden>
<p>There is no camera to use here (<span id="no-camera-reason"></span>). A sample photo does as well.</p>
<div class="way"><button type="button" class="main" data-action="photo">Use a sample photo</button></div>
</div>
<div class="way"><button type="button" class="main" id="shoot" data-action="photo" hidden>Take photo</button></div>`,
)}
${step(
  'review',
  'Is everything readable?',
  `<canvas id="photo" role="img" aria-label="The photo taken"></canvas>
<fieldset role="radiogroup" aria-labelledby="outcome-legend">
<legend id="outcome-legend">Outcome</legend>
${radios(outcome)}
</fieldset>
<div class="way"><button type="button" class="main" data-action="submit">Submit</button>
<button type="button" data-action="camera">Take it again</button></div>`,
)}
${step(
  'done',
  'Thank you, that’s all',
  `<div class="sign" aria-hidden="true">✓</div><p>Your documents are handed in. They are being checked now.</p>
<div class="way"><button type="button" class="main" data-action="finish">Finish</button></div>`,
)}
${step(
  'over',
  'This session is over',
  `<p>The link has expired or was used already. Go back to where you came from and start again.</p>
<div class="way"><button type="button" class="main" data-action="cancel">Close</button></div>`,
)}
${step('left', 'Not finished yet', '<p>Go back to where you came from, or close this window. The same link brings you back here.</p>')}
${step('ended', 'All done', '<p>Go back to where you came from, or close this window.</p>')}
</main>
<p id="problem" class="note" role="alert" hidden>That did not work. Please try again.</p>
<details id="tester">
<summary>Tester</summary>
<div><button type="button" data-action="reload">Ask to reload</button>
<button type="button" data-action="forceReload">Force a reload</button></div>
<p>Rendered by version <span id="parent-version"></span></p>
</details>
</div>
${silent ? '' : `<script nonce="${nonce}">(${String(veriffPage)})(window)</script>`}
</body>
</html>
`;

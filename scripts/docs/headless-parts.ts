import { readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { explore } from './flow-chart/edges.js';
import type { FlowEvent } from '../../src/flow/events.js';
import { STATES, type State } from '../../src/flow/snapshot.js';
import type { KycAction } from '../../src/headless/step-flow.js';
import { root } from '../root.mjs';
import { code, table } from './markdown.js';

/** What a user interface shows in each state. */
const SHOWN: Readonly<Record<State, string>> = {
  idle: 'Nothing: there is no onboarding ID, or the flow has not begun.',
  checking:
    'What was there before, but busy: draw the state in `returnTo`. If that is `idle`, this is the first check. Draw `ready` with Start busy.',
  ready:
    'Why, which documents, how long it takes, and Start. If `attempt.opened`, Continue instead of Start.',
  starting: 'Veriff’s window is opening.',
  verifying:
    'Veriff, with `veriff.prompt` over it. If Veriff has its own window: a way back to it, and “I’ve finished”.',
  deciding: 'Documents were submitted, but Baanx does not say so yet.',
  pending: 'The review. If `awaitsVerdict(snapshot)` is false, ask whether the person has finished.',
  verified: 'The outcome, and the next step of your sign-up.',
  rejected: 'The outcome, the likely reasons, and what they can do.',
  failed: '`failure.code` in your words. If `isRetryable(failure)`, offer another try.',
};

/** How a host does what each event says. The other events are not the host's. */
const CALLS: Readonly<Record<KycAction['type'] | 'start', string>> = {
  start: 'start()',
  check: 'check()',
  close: 'close()',
  resume: 'resume()',
  leave: 'leave',
  stay: 'stay',
  reopen: 'reopen',
  'claim-finished': 'claim-finished',
};
const isAction = (type: FlowEvent['type']): type is keyof typeof CALLS => type in CALLS;

/** What each state shows and allows, as a table. An action is allowed if it changes any snapshot of that state. */
function stateTable(): string {
  const allowed = new Map<State, Set<string>>(STATES.map((state) => [state, new Set()]));
  explore((now, { type }, next) => {
    if (next !== now && isAction(type)) allowed.get(now.state)?.add(CALLS[type]);
  });
  return table(
    ['State', 'What to show', 'What it allows'],
    STATES.map((state) => [
      code(state),
      SHOWN[state],
      Object.values(CALLS)
        .filter((call) => allowed.get(state)?.has(call))
        .map(code)
        .join(' '),
    ]),
  );
}

/** The examples that the pages show, by the names of their parts. Each of them runs in a test. */
const EXAMPLES: Readonly<Record<string, string>> = {
  'headless-plain-page': 'docs/examples/plain-page.ts',
  'headless-plain-page-html': 'docs/examples/plain-page.html',
  'headless-react': 'test/consumers/headless-react/src/identity-step.tsx',
  'headless-terminal': 'docs/examples/terminal.mjs',
  'headless-terminal-sandbox': 'docs/examples/terminal-sandbox.mjs',
  'headless-in-app-browser': 'docs/examples/react-native/in-app-browser.ts',
  'headless-expo-web-browser': 'docs/examples/react-native/expo-web-browser.ts',
  'headless-app-attention': 'docs/examples/react-native/app-attention.ts',
  'headless-identity-step': 'docs/examples/react-native/identity-step.tsx',
  'headless-sign-up-screen': 'docs/examples/react-native/sign-up-screen.tsx',
  'veriff-web-view': 'docs/examples/react-native/veriff-web-view.tsx',
};

/** A file as a code block that begins with its name. */
function fileBlock(file: string): string {
  const language = extname(file).replace('.mjs', '.js').slice(1);
  const name = language === 'html' ? `<!-- ${basename(file)} -->` : `// ${basename(file)}`;
  return `\`\`\`${language}\n${name}\n${readFileSync(join(root, file), 'utf8').trim()}\n\`\`\``;
}

/** The generated parts of the pages about the flow without the element. */
export const headlessParts = (): [string, () => string][] => [
  ['headless-states', stateTable],
  ...Object.entries(EXAMPLES).map(([name, file]): [string, () => string] => [name, () => fileBlock(file)]),
];

import type { Attack } from './attack.js';
import type { Lab, Visit } from './lab.js';

/** Everything that Veriff's page says to the page around it. */
const MESSAGES = [
  'VERIFF_HANDSHAKE',
  'VERIFF_STARTED',
  'VERIFF_SUBMITTED',
  'VERIFF_FINISHED',
  'VERIFF_CANCELED',
  'VERIFF_RELOAD_REQUEST',
  'VERIFF_FORCE_RELOAD',
];

/** What resembles a message, and is none. */
const NONSENSE: readonly unknown[] = [
  { name: 'VERIFF_FINISHED' },
  ['VERIFF_FINISHED'],
  { name: 'VERIFF_FINISHED', status: 'approved', code: 9001 },
  'veriff_finished',
  'VERIFF_FINISHED ',
  'FINISHED',
  '__proto__',
  'constructor',
  '',
  7,
  null,
  'VERIFF_FINISHED'.padEnd(1_000_000, '_'),
];

const GOAL = 'the step changes';

type Post = (message: unknown) => Promise<void>;

/** An attack with messages while Veriff is open. */
const forgery = (
  name: string,
  answer: string,
  arrange: (visit: Visit, lab: Lab) => Promise<Post>,
  messages: readonly unknown[] = MESSAGES,
): Attack => ({
  name,
  goal: GOAL,
  answer,
  async run(lab) {
    const visit = await lab.visit();
    const post = await arrange(visit, lab);
    const accepted = await visit.countAccepted(messages, post);
    await visit.close();
    return { tries: messages.length, accepted };
  },
});

/** A frame that the attacker adds to the page posts to it. */
async function frameOn(origin: string, { page }: Visit): Promise<Post> {
  const url = `${origin}/from-the-attacker`;
  await page.evaluate((src) => {
    const frame = document.createElement('iframe');
    frame.src = src;
    document.body.append(frame);
    return new Promise((resolve) => frame.addEventListener('load', resolve));
  }, url);
  const frame = page.frames().find((one) => one.url() === url);
  if (!frame) throw new Error('The attacker’s frame is not there');
  return (message) => frame.evaluate((data) => parent.postMessage(data, '*'), message);
}

/** Forged messages. */
export const MESSAGE_ATTACKS: readonly Attack[] = [
  forgery(
    'A script in the page posts Veriff’s messages',
    'Their source is not Veriff’s window',
    async (visit) => {
      await visit.openVeriff();
      return (message) => visit.page.evaluate((data) => window.postMessage(data, '*'), message);
    },
  ),
  forgery(
    'A script creates message events with Veriff’s origin and window',
    'The browser did not send them: `isTrusted` is false',
    async (visit, { veriffOrigin }) => {
      await visit.openVeriff();
      return (message) =>
        visit.page.evaluate(
          ({ data, origin }) => {
            const frame = document.querySelector('baanx-kyc-step')?.shadowRoot?.querySelector('iframe');
            dispatchEvent(
              new MessageEvent('message', { data, origin, source: frame?.contentWindow ?? null }),
            );
          },
          { data: message, origin: veriffOrigin },
        );
    },
  ),
  forgery(
    'A frame on another site posts Veriff’s messages',
    'They come from another window and another origin',
    async (visit, { evilOrigin }) => {
      await visit.openVeriff();
      return frameOn(evilOrigin, visit);
    },
  ),
  forgery(
    'A second frame on Veriff’s own origin posts Veriff’s messages',
    'They come from the right origin, but not from the step’s window',
    async (visit, { veriffOrigin }) => {
      await visit.openVeriff();
      return frameOn(veriffOrigin, visit);
    },
  ),
  forgery(
    'A popup on Veriff’s own origin posts Veriff’s messages',
    'They come from the right origin, but not from the step’s window',
    async (visit, { veriffOrigin }) => {
      await visit.openVeriff();
      const [popup] = await Promise.all([
        visit.page.waitForEvent('popup'),
        visit.page.evaluate((url) => void window.open(url, '_blank', 'popup'), `${veriffOrigin}/popup`),
      ]);
      await popup.waitForLoadState();
      return (message) => popup.evaluate((data) => (opener as Window).postMessage(data, '*'), message);
    },
  ),
  forgery(
    'A script navigates Veriff’s frame to another site, which posts Veriff’s messages',
    'They come from the step’s window, but not from a trusted origin',
    async (visit, { evilOrigin }) => {
      const frame = await visit.openVeriff();
      await visit.page.evaluate((url) => {
        const inner = document.querySelector('baanx-kyc-step')?.shadowRoot?.querySelector('iframe');
        inner?.contentWindow?.location.replace(url);
      }, `${evilOrigin}/`);
      await frame.waitForURL(`${evilOrigin}/`);
      return (message) => frame.evaluate((data) => parent.postMessage(data, '*'), message);
    },
  ),
  forgery(
    'Veriff’s own frame posts values that resemble its messages',
    'The step accepts only the seven exact strings',
    async (visit) => {
      const frame = await visit.openVeriff();
      return (message) => frame.evaluate((data) => parent.postMessage(data, '*'), message);
    },
    NONSENSE,
  ),
];

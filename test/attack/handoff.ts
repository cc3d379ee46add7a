import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import type { Attack, Tally } from './attack.js';
import type { Lab } from './lab.js';

const GOAL = 'the attacker’s device gets the person’s session';
const SUBJECT = { flow: 'registration', onboardingId: 'undecided-lab' } as const;
const HOUR_MS = 3_600_000;

/** A link that the company made some time ago. */
async function issueLink(lab: Lab, agoMs = 0): Promise<string> {
  const { now } = Date;
  Date.now = () => now() - agoMs;
  // The link is dated before the promise is returned.
  const issuing = lab.handoff.issue(SUBJECT);
  Date.now = now;
  return (await issuing).token;
}

/** A link that the company accepts. Without this, refusing everything would look safe. */
async function useGenuine(lab: Lab): Promise<string> {
  const token = await issueLink(lab);
  if (!(await lab.openLink(token))) throw new Error('The lab’s server refuses its own link');
  return token;
}

async function countAccepted(lab: Lab, tokens: readonly string[]): Promise<Tally> {
  const results = await Promise.all(tokens.map((token) => lab.openLink(token)));
  return { tries: tokens.length, accepted: results.filter(Boolean).length };
}

/** Links that an attacker can forge who knows their format, but not the secret. */
function guesses(length: number): string[] {
  const content = JSON.stringify({ id: '1', expiresAt: Date.now() + HOUR_MS, subject: SUBJECT });
  const sealed = (key: Buffer) => {
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', key, iv);
    return Buffer.concat([iv, cipher.update(content), cipher.final(), cipher.getAuthTag()]);
  };
  const keys = ['', 'secret', 'baanx-kyc-step'].map((text) => createHash('sha256').update(text).digest());
  return [
    ...Array.from({ length: 500 }, () => randomBytes(length)),
    ...[Buffer.alloc(32), ...keys].map(sealed),
    Buffer.alloc(length),
    Buffer.from(content),
  ]
    .map((bytes) => bytes.toString('base64url'))
    .concat(SUBJECT.onboardingId, 'undefined', 'null', '..', '%00', '');
}

/** Attacks on the company's hand-off links. */
export const HANDOFF_ATTACKS: readonly Attack[] = [
  {
    name: 'An attacker guesses hand-off links: random ones, ones made with their own key, or an onboarding ID',
    goal: GOAL,
    answer: 'Links are encrypted and authenticated (AES-256-GCM) with a key derived from the server’s secret',
    async run(lab) {
      const token = await useGenuine(lab);
      return countAccepted(lab, guesses(Buffer.from(token, 'base64url').length));
    },
  },
  {
    name: 'An attacker changes a genuine hand-off link one byte at a time, or uses a link that was made for another purpose',
    goal: GOAL,
    answer: 'The authentication covers every byte and the purpose',
    async run(lab) {
      await useGenuine(lab);
      const genuine = Buffer.from(await issueLink(lab), 'base64url');
      const changed = [...genuine].map((byte, at) =>
        Buffer.from(genuine.with(at, byte ^ (1 << (at % 8)))).toString('base64url'),
      );
      const { token } = await lab.mailHandoff.issue(SUBJECT);
      if (!(await lab.mailHandoff.redeem(token)).ok) throw new Error('The link for an email does not work');
      return countAccepted(lab, [...changed, token]);
    },
  },
  {
    name: 'An attacker opens a used hand-off link 20 times at once, or opens an unused one on 20 devices at once',
    goal: 'more than one device gets the session',
    answer: 'Each link is accepted once, and the check is atomic',
    async run(lab) {
      const used = await useGenuine(lab);
      const replayed = await countAccepted(
        lab,
        Array.from({ length: 20 }, () => used),
      );
      const fresh = await issueLink(lab);
      const raced = await countAccepted(
        lab,
        Array.from({ length: 20 }, () => fresh),
      );
      // One of the devices is the person's.
      return {
        tries: replayed.tries + raced.tries,
        accepted: replayed.accepted + Math.abs(raced.accepted - 1),
      };
    },
  },
  {
    name: 'An attacker finds a hand-off link that was never used, after it has expired',
    goal: GOAL,
    answer: 'The expiry time is inside the encrypted link: ten minutes by default',
    async run(lab) {
      await useGenuine(lab);
      const links = await Promise.all([600_001, HOUR_MS, 24 * HOUR_MS].map((ago) => issueLink(lab, ago)));
      return countAccepted(lab, links);
    },
  },
];

import { table } from '../../scripts/docs/markdown.js';
import type { Attack, Tally } from './attack.js';
import { EXTENSION_ATTACKS } from './extension.js';
import { HANDOFF_ATTACKS } from './handoff.js';
import { Lab } from './lab.js';
import { MESSAGE_ATTACKS } from './messages.js';
import { NETWORK_ATTACKS } from './network.js';
import { SCRIPT_ATTACKS } from './scripts.js';
import { WEBHOOK_ATTACKS } from './webhooks.js';

/** Every attack, in the order of the table. */
export const ATTACKS: readonly Attack[] = [
  ...MESSAGE_ATTACKS,
  ...SCRIPT_ATTACKS,
  ...EXTENSION_ATTACKS,
  ...NETWORK_ATTACKS,
  ...WEBHOOK_ATTACKS,
  ...HANDOFF_ATTACKS,
];

/** What is genuine works in the lab. Otherwise refusing an attack would mean nothing. */
async function checkLab(lab: Lab): Promise<void> {
  const visit = await lab.visit();
  if (lab.passedOn === 0) throw new Error('The lab’s own page cannot reach Baanx');
  const veriff = await visit.openVeriff();
  const accepted = await visit.countAccepted(['VERIFF_FINISHED'], (message) =>
    veriff.evaluate((data) => parent.postMessage(data, '*'), message),
  );
  if (accepted !== 1) throw new Error('The lab’s step ignores Veriff’s own message');
  if (await visit.isLetOn()) throw new Error('The lab’s server lets anybody on');
  lab.sandbox.applicants.find(visit.id).decide('VERIFIED');
  if (!(await visit.isLetOn())) throw new Error('The lab’s server lets nobody on');
  await visit.close();
}

/**
 * Runs all attacks against the built package in `dist`.
 * @param onResult receives each result as soon as it is there
 */
export async function runAttacks(
  onResult: (attack: Attack, tally: Tally) => void = () => undefined,
): Promise<Tally[]> {
  const lab = await Lab.open();
  try {
    await checkLab(lab);
    const tallies: Tally[] = [];
    for (const attack of ATTACKS) {
      const tally = await attack.run(lab);
      onResult(attack, tally);
      tallies.push(tally);
    }
    return tallies;
  } finally {
    await lab.close();
  }
}

/** The table of docs/security.md. */
export const attackTable = (tallies: readonly Tally[]): string =>
  table(
    ['Attack', 'Accepted if', 'Tries', 'Accepted', 'Why it fails'],
    ATTACKS.map(({ name, goal, answer }, index) => {
      const { tries = 0, accepted = 0 } = tallies[index] ?? {};
      return [name, goal, String(tries), String(accepted), answer];
    }),
  );

import { createKycFlow, eventsOf, messagesFor, wordingOf } from 'baanx-kyc-step/headless';

/**
 * The step in a terminal. The person verifies in their own browser, which reports nothing to us, so they say when they are
 * done; the verdict comes from Baanx.
 * @param {object} options
 * @param {string} options.onboardingId
 * @param {string} options.proxyUrl absolute
 * @param {typeof fetch} [options.fetcher]
 * @param {readonly string[]} [options.veriffOrigins] by default Veriff's
 * @param {number} [options.pollInterval] in ms
 * @param {(url: string) => void} options.openBrowser opens the address, which is secret: do not print or log it
 * @param {AsyncIterable<string>} options.lines what the person types
 * @param {(line: string) => void} options.print
 * @returns {Promise<'verified' | 'rejected' | undefined>} the verdict; undefined if the person quit
 */
export async function verifyInTerminal({ openBrowser, lines, print, ...options }) {
  const messages = messagesFor('en');
  /** @type {(outcome: import('baanx-kyc-step/headless').VeriffOutcome) => void} */
  let report = () => undefined;
  const flow = createKycFlow({
    ...options,
    openWindow: {
      openIn: 'popup',
      open(onOutcome) {
        report = onOutcome;
        // Nothing here can bring the browser to the front or close its tab.
        return { ok: true, value: { navigate: openBrowser, focus: () => undefined, close: () => undefined } };
      },
    },
  });
  /** @type {Readonly<Record<string, readonly [label: string, act: () => void]>>} */
  const commands = {
    start: [messages.start, () => flow.start()],
    done: [messages.imDone, () => flow.send({ type: 'claim-finished' })],
    cancel: [messages.leave, () => report({ type: 'canceled' })],
    check: [messages.check, () => flow.check()],
  };
  for (const [name, [label]] of Object.entries(commands)) print(`${name}: ${label}`);

  /** @type {Promise<'verified' | 'rejected'>} */
  const verdict = new Promise((resolve) => {
    let printed = '';
    flow.subscribe((change) => {
      const { title, text, note } = wordingOf(change.now, messages);
      const line = `${title}. ${note ?? text}`;
      if (change.now.state !== 'checking' && line !== printed) print((printed = line));
      for (const { type } of eventsOf(change)) if (type === 'verified' || type === 'rejected') resolve(type);
    });
  });
  const typed = (async () => {
    for await (const line of lines) commands[line.trim()]?.[1]();
    // The end of the input is a person who quits.
    return undefined;
  })();
  const result = await Promise.race([verdict, typed]);
  flow.stop();
  return result;
}

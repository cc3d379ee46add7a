import type { Attack } from './attack.js';

/** Runs in the page: what a session recorder collects at each change, and what it can read besides. */
function record(): void {
  const page = window as unknown as { recorded: string[] };
  page.recorded = [];
  const serialize = (node: Node): string => {
    if (!(node instanceof Element)) return node.textContent ?? '';
    const attributes = [...node.attributes].map(({ name, value }) => `${name}="${value}"`).join(' ');
    const children = [...(node.shadowRoot?.childNodes ?? []), ...node.childNodes].map(serialize).join('');
    const { value, src } = node as unknown as { value?: unknown; src?: unknown };
    return `<${node.localName} ${attributes} ${String(value)} ${String(src)}>${children}`;
  };
  const snapshot = () => page.recorded.push(serialize(document.documentElement));
  const observe = (root: Node) =>
    new MutationObserver(() => {
      for (const element of document.querySelectorAll('*'))
        if (element.shadowRoot && !seen.has(element.shadowRoot)) {
          seen.add(element.shadowRoot);
          observe(element.shadowRoot);
        }
      snapshot();
    }).observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
  const seen = new Set<Node>();
  observe(document);
  for (const level of ['log', 'info', 'warn', 'error', 'debug'] as const) {
    const original = console[level].bind(console);
    console[level] = (...values: unknown[]) => {
      page.recorded.push(values.map(String).join(' '));
      original(...values);
    };
  }
  const original = Reflect.get<EventTarget, 'dispatchEvent'>(EventTarget.prototype, 'dispatchEvent');
  EventTarget.prototype.dispatchEvent = new Proxy(original, {
    apply(dispatch, target: EventTarget, [event]: [Event]) {
      page.recorded.push(`${event.type} ${JSON.stringify((event as CustomEvent).detail) ?? ''}`);
      return dispatch.call(target, event);
    },
  });
}

/** Hostile extensions, and recorders that mean no harm. */
export const EXTENSION_ATTACKS: readonly Attack[] = [
  {
    name: 'An extension rewrites the step: its text, its attributes, its dialog, its buttons',
    goal: '`verified` fires, or the server lets the person continue',
    answer: 'The verdict comes from Baanx, not from what is on the screen',
    async run(lab) {
      const tricks = ['text', 'state', 'dialog', 'clicks'];
      let accepted = 0;
      for (const trick of tricks) {
        const visit = await lab.visit();
        await visit.openVeriff();
        await visit.page.evaluate((name) => {
          const step = document.querySelector('baanx-kyc-step');
          const shadow = step?.shadowRoot;
          if (!step || !shadow) throw new Error('The step is not there');
          if (name === 'text')
            for (const node of shadow.querySelectorAll('h2, p')) node.textContent = 'You’re verified';
          if (name === 'state') step.setAttribute('state', 'verified');
          if (name === 'dialog') shadow.querySelector('dialog')?.remove();
          if (name === 'clicks') for (const button of shadow.querySelectorAll('button')) button.click();
        }, trick);
        const heard = await visit.heard();
        if (heard.includes('verified') || (await visit.isLetOn())) accepted++;
        await visit.close();
      }
      return { tries: tricks.length, accepted };
    },
  },
  {
    name: 'A session recorder records the page at every change: DOM, shadow roots, attributes, console, events, storage, history, resource timing',
    goal: 'the recording contains the session URL’s token',
    answer: 'The URL is in a private field, and a script sets it on the frame',
    async run(lab) {
      const visit = await lab.visit((page) => page.addInitScript(record));
      const frame = await visit.openVeriff();
      const token = new URL(frame.url()).pathname.split('/').at(-1) ?? '';
      const places = await visit.page.evaluate(() => {
        const { recorded } = window as unknown as { recorded: string[] };
        return {
          collected: recorded.join('\n'),
          session: JSON.stringify(sessionStorage),
          local: JSON.stringify(localStorage),
          cookies: document.cookie,
          history: JSON.stringify(history.state) + location.href,
          timing: JSON.stringify(performance.getEntries()),
          globals: JSON.stringify(Object.values(window).filter((value) => typeof value === 'string')),
        };
      });
      if (token.length < 20 || !places.collected.includes('baanx-kyc-step'))
        throw new Error('The recorder recorded nothing');
      await visit.close();
      const leaks = Object.values(places).filter((text) => text.includes(token));
      return { tries: Object.keys(places).length, accepted: leaks.length };
    },
  },
];

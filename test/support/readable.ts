import type { Visit } from './demo.js';

/**
 * Everything that the host page's scripts, a session recorder or a monitoring service can read: attributes and URLs of
 * all elements, including those in open shadow roots; storage, history and performance entries; the console; the events.
 */
export async function readableText(visit: Visit): Promise<string> {
  const inPage = await visit.page.evaluate(() => {
    const texts: string[] = [location.href, JSON.stringify(history.state), document.cookie, window.name];
    const walk = (root: Document | ShadowRoot) => {
      for (const element of root.querySelectorAll('*')) {
        for (const { name, value } of element.attributes) texts.push(`${name}=${value}`);
        if (element instanceof HTMLIFrameElement) texts.push(element.src, element.srcdoc, element.name);
        if (element.shadowRoot) walk(element.shadowRoot);
      }
      texts.push(root.textContent ?? '');
    };
    walk(document);
    for (const storage of [localStorage, sessionStorage])
      for (let at = 0; at < storage.length; at++) texts.push(storage.getItem(storage.key(at) ?? '') ?? '');
    for (const entry of performance.getEntries()) texts.push(entry.name, JSON.stringify(entry));
    return texts.join('\n');
  });
  return [inPage, JSON.stringify(visit.received), ...visit.console].join('\n');
}

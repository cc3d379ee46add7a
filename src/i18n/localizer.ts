import { en } from './locales/en.js';
import { lookup } from './lookup.js';
import { registry, type Locale, type Shown } from './registry.js';

/** An element with texts: a Lit element is one. */
export interface Host extends Element, Shown {
  addController(controller: { hostConnected(): void; hostDisconnected(): void }): void;
}

/**
 * The language of the nearest `lang` in the page, across shadow roots; empty where none is set. The observer watches
 * just as far as was looked.
 */
function nearestLanguage(element: Element, observer: MutationObserver): string {
  for (let node: Element | undefined = element; node;) {
    const root: Node = node.getRootNode();
    observer.observe(root, { subtree: true, attributeFilter: ['lang', 'dir'] });
    const holder = node.closest('[lang]');
    if (holder) return holder.getAttribute('lang') ?? '';
    node = (root as Partial<ShadowRoot>).host;
  }
  return '';
}

/**
 * Makes the function that tells what a host shows: the texts of its language or of the nearest more general one that
 * is here (`pt-BR`, `pt`), English where there is none, the page's own over all. The host is drawn anew when a `lang` or
 * `dir` around it changes and when a locale comes. Until then nothing runs: an observer of two attributes costs the
 * page nothing while they stay.
 */
export function localizer(host: Host): (own: Partial<Locale> | undefined) => Locale {
  let observer: MutationObserver | undefined;
  host.addController({
    hostConnected() {
      registry.shown.add(host);
      observer = new MutationObserver(() => host.requestUpdate());
    },
    hostDisconnected() {
      registry.shown.delete(host);
      observer?.disconnect();
    },
  });
  return (own) => {
    // On a server there is no page to look at.
    const tag = observer ? nearestLanguage(host, observer) : '';
    registry.load?.(tag);
    // Veriff may know the language though we do not.
    const english = { ...en, dir: 'ltr', veriff: tag.replace(/[-_].*/, '') } as const;
    const texts = { ...english, ...lookup(tag, registry.locales) };
    // A text of the host's that is missing leaves ours in place.
    for (const [key, text] of Object.entries(own ?? {})) if (text) Object.assign(texts, { [key]: text });
    return texts;
  };
}

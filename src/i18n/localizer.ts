import { en } from './locales/en.js';
import { lookup } from './lookup.js';
import { registry, type Locale, type LocalizedElement } from './registry.js';

/** The host of a localizer: any Lit element. */
export interface LocalizerHost extends Element, LocalizedElement {
  addController(controller: { hostConnected(): void; hostDisconnected(): void }): void;
}

/**
 * Returns the `lang` of the nearest ancestor that has one, across shadow roots, or an empty string. Observes each
 * tree that it searches for changes of `lang` and `dir`.
 */
function nearestLanguage(element: Element, observer: MutationObserver): string {
  for (let node: Element | undefined = element; node;) {
    const root: Node = node.getRootNode();
    observer.observe(root, { subtree: true, attributeFilter: ['lang', 'dir'] });
    const ancestor = node.closest('[lang]');
    if (ancestor) return ancestor.getAttribute('lang') ?? '';
    node = (root as Partial<ShadowRoot>).host;
  }
  return '';
}

/**
 * Returns a function that gives the locale to show: the host element's language or the nearest more general one that
 * is registered (`pt-BR`, then `pt`), otherwise English. Overrides for individual messages win. The host updates when
 * a `lang` or `dir` around it changes and when a locale is registered.
 */
export function localizer(host: LocalizerHost): (overrides: Partial<Locale> | undefined) => Locale {
  let observer: MutationObserver | undefined;
  host.addController({
    hostConnected() {
      registry.elements.add(host);
      observer = new MutationObserver(() => host.requestUpdate());
    },
    hostDisconnected() {
      registry.elements.delete(host);
      observer?.disconnect();
    },
  });
  return (overrides) => {
    // On a server the host is never connected, and there is no page to search.
    const tag = observer ? nearestLanguage(host, observer) : '';
    registry.load?.(tag);
    // Veriff may support a language that has no locale here.
    const english = { ...en, dir: 'ltr', veriff: tag.replace(/[-_].*/, '') } as const;
    const locale = { ...english, ...lookup(tag, registry.locales) };
    // An override that is undefined or empty keeps the locale's message.
    for (const [key, message] of Object.entries(overrides ?? {}))
      if (message) Object.assign(locale, { [key]: message });
    return locale;
  };
}

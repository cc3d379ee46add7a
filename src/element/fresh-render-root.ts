import { adoptStyles, type LitElement } from 'lit';

/**
 * The render root, emptied if a server has rendered into it. Lit's hydration is not used, because it would keep every
 * value that differs from the server's (lit/lit#3962): another language, `messages`, the live region.
 */
export function freshRenderRoot(element: LitElement): ShadowRoot {
  const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
  // The person may have focused content that the server rendered, or the host's content in a slot. Both lose the focus.
  const part = root.activeElement?.part[0];
  const { activeElement } = element.getRootNode() as Document | ShadowRoot;
  if (element.contains(activeElement))
    void element.updateComplete.then(() => {
      const focused = part ? root.querySelector(`[part~=${part}]`) : activeElement;
      (focused as HTMLElement | null)?.focus();
    });
  root.replaceChildren();
  adoptStyles(root, (element.constructor as typeof LitElement).elementStyles);
  return root;
}

import { adoptStyles, type LitElement } from 'lit';

/**
 * The render root, empty also if a server has rendered into it. Lit's hydration is not used, because it would keep every
 * value that differs from the server's (lit/lit#3962): another language, `messages`, the live region.
 */
export function freshRenderRoot(element: LitElement): ShadowRoot {
  const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
  root.replaceChildren();
  adoptStyles(root, (element.constructor as typeof LitElement).elementStyles);
  return root;
}

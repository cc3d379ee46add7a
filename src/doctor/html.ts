import { parse, type DefaultTreeAdapterTypes } from 'parse5';

/** The attributes of an element, by their names. */
export type Attributes = ReadonlyMap<string, string>;

/** What the doctor reads from the HTML that a server sends. */
export interface PageHtml {
  /** Each `<baanx-kyc-step>`, in document order. */
  readonly steps: readonly Attributes[];
  readonly scripts: readonly Attributes[];
  readonly frames: readonly Attributes[];
  /** The contents of `<meta http-equiv="Content-Security-Policy">`. */
  readonly metaPolicies: readonly string[];
  /** Whether a `<meta http-equiv="refresh">` sends the browser to another page. */
  readonly hasRefresh: boolean;
  /** The base for relative URLs, if the page sets one: the first `<base>` with `href` counts. */
  readonly base: string | undefined;
}

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** Reads a page as a browser would, without running its scripts. */
export function readHtml(html: string): PageHtml {
  const elements = elementsIn(parse(html));
  const named = (name: string) => elements.filter(({ tagName }) => tagName === name).map(attributesOf);
  return {
    steps: named('baanx-kyc-step'),
    scripts: named('script'),
    frames: named('iframe'),
    // Browsers ignore such a <meta> outside of <head>.
    metaPolicies: elements
      .filter(({ tagName, parentNode }) => tagName === 'meta' && parentNode?.nodeName === 'head')
      .map(attributesOf)
      .filter((meta) => meta.get('http-equiv')?.toLowerCase() === 'content-security-policy')
      .map((meta) => meta.get('content') ?? ''),
    hasRefresh: named('meta').some(
      (meta) =>
        meta.get('http-equiv')?.toLowerCase() === 'refresh' && /url\s*=/i.test(meta.get('content') ?? ''),
    ),
    base: named('base')
      .find((base) => base.has('href'))
      ?.get('href'),
  };
}

/** All elements below the document, in document order. A list instead of recursion, because pages can nest deeply. */
function elementsIn(document: Node): Element[] {
  const elements: Element[] = [];
  const rest: Node[] = [document];
  for (let node = rest.pop(); node; node = rest.pop()) {
    if ('tagName' in node) elements.push(node);
    if ('childNodes' in node) for (const child of [...node.childNodes].reverse()) rest.push(child);
    // A template's content is inert, except where it becomes a shadow root.
    if ('content' in node && node.attrs.some(({ name }) => name === 'shadowrootmode'))
      rest.push(node.content);
  }
  return elements;
}

const attributesOf = ({ attrs }: Element): Attributes =>
  new Map(attrs.map(({ name, value }) => [name, value]));

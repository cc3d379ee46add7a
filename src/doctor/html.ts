import { parse, type DefaultTreeAdapterTypes } from 'parse5';

/** The attributes of an element, by their names. */
export type Attributes = ReadonlyMap<string, string>;

/** What the doctor reads from the HTML that a server sends. */
export interface PageHtml {
  /** The first `<baanx-kyc-step>`. */
  readonly step: Attributes | undefined;
  readonly scripts: readonly Attributes[];
  readonly frames: readonly Attributes[];
  /** The contents of `<meta http-equiv="Content-Security-Policy">`. */
  readonly metaPolicies: readonly string[];
  /** The base for relative URLs, if the page sets one. */
  readonly base: string | undefined;
}

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** Reads a page as a browser would, without running its scripts. */
export function readHtml(html: string): PageHtml {
  const elements = [...elementsIn(parse(html))];
  const named = (name: string) => elements.filter(({ tagName }) => tagName === name).map(attributesOf);
  return {
    step: named('baanx-kyc-step')[0],
    scripts: named('script'),
    frames: named('iframe'),
    metaPolicies: named('meta')
      .filter((meta) => meta.get('http-equiv')?.toLowerCase() === 'content-security-policy')
      .map((meta) => meta.get('content') ?? ''),
    base: named('base')[0]?.get('href'),
  };
}

function* elementsIn(node: Node): Generator<Element> {
  if ('tagName' in node) yield node;
  // A template's content is inert, except where it becomes a shadow root.
  const isShadowRoot = 'content' in node && node.attrs.some(({ name }) => name === 'shadowrootmode');
  if (isShadowRoot) yield* elementsIn(node.content);
  if ('childNodes' in node) for (const child of node.childNodes) yield* elementsIn(child);
}

const attributesOf = ({ attrs }: Element): Attributes =>
  new Map(attrs.map(({ name, value }) => [name, value]));

import type { Check } from '../check.js';
import { failed, passed, skipped, type Outcome } from '../outcome.js';
import { isLoopback, type Context } from '../context.js';
import { withoutNone } from '../policies/csp.js';
import { matchesSource } from '../policies/source-match.js';
import { isHttp } from '../requests.js';
import { checkFramingCamera } from './framing-camera.js';

/** Which pages may show this page in a frame, and whether it can use the camera there. */
export const FRAMING_CHECKS: readonly Check[] = [
  { id: 'framing', part: 'page', title: 'Framing of the page', run: checkFraming },
  {
    id: 'framing-camera',
    part: 'page',
    title: 'Camera access when another page embeds yours',
    run: checkFramingCamera,
    isRequested: ({ framedBy }) => framedBy !== undefined,
  },
];

/** The `frame-ancestors` of each enforced policy. Browsers ignore it in a `<meta>`. */
const ancestorsOf = ({ policies }: Context): (readonly string[])[] =>
  policies
    .filter(({ isEnforced, from }) => isEnforced && from === 'header')
    .flatMap(({ directives }) => {
      const sources = directives.get('frame-ancestors');
      return sources ? [sources] : [];
    });

/** A site that no policy names. */
const ANY_SITE = 'https://any-site.invalid';

/** Whether the list allows sites that it does not name, for example with `*` or `https:`. */
const allowsAnySite = (sources: readonly string[], page: URL): boolean =>
  sources.some((source) => matchesSource(source, ANY_SITE, page));

async function checkFraming(context: Context): Promise<Outcome> {
  const { pageUrl, headers } = context;
  const ancestors = ancestorsOf(context);
  const frameOptions = frameOptionsOf(headers);
  const parent = await framingOrigin(context);
  const refusal = parent && refusalOf(parent, pageUrl, ancestors, frameOptions);
  if (refusal) return refusal;
  const closed = ancestors.find((sources) => !allowsAnySite(sources, pageUrl));
  if (closed) return passed(`frame-ancestors ${closed.join(' ')}`);
  const [open] = ancestors;
  // Browsers ignore X-Frame-Options if there is a frame-ancestors.
  if (!open && frameOptions && frameOptions.effect !== 'none')
    return passed(`X-Frame-Options: ${frameOptions.text}`);
  if (isLoopback(pageUrl))
    return parent === undefined
      ? skipped('not needed for a page on this machine')
      : passed(`${parent} may frame it`);
  return failed(
    `${whyOpen(open, frameOptions)} any site can show the page in a frame and trick people into clicking`,
    `In Content-Security-Policy: frame-ancestors ${parent ?? allowedFrom(headers) ?? "'none'"};`,
  );
}

/** The origin of the page that shows this one in a frame, after redirects. */
async function framingOrigin({ options, live }: Context): Promise<string | undefined> {
  if (options.framedBy === undefined) return undefined;
  const requested = new URL(options.framedBy);
  const result = await live?.requests.file(requested);
  return (result?.ok ? result.response.url : requested).origin;
}

interface FrameOptions {
  readonly text: string;
  readonly effect: 'deny' | 'same-origin' | 'none';
}

/**
 * What browsers make of X-Frame-Options. If it was sent several times with different values, they refuse every frame as
 * soon as one of the values is known.
 * @see https://html.spec.whatwg.org/#the-x-frame-options-header
 */
function frameOptionsOf(headers: Headers): FrameOptions | undefined {
  const header = headers.get('x-frame-options');
  if (header === null) return undefined;
  const values = new Set(header.split(',').map((value) => value.trim().toUpperCase()));
  const text = [...values].join(', ');
  const isKnown = ['DENY', 'SAMEORIGIN', 'ALLOWALL'].some((value) => values.has(value));
  if (values.size > 1)
    return isKnown ? { text: `${text} (which means DENY)`, effect: 'deny' } : { text, effect: 'none' };
  if (values.has('DENY')) return { text, effect: 'deny' };
  return { text, effect: values.has('SAMEORIGIN') ? 'same-origin' : 'none' };
}

/** The origin in `X-Frame-Options: ALLOW-FROM …`, which browsers do not support but the host meant. */
function allowedFrom(headers: Headers): string | undefined {
  const [, url = ''] = /allow-from\s+([^\s,]+)/i.exec(headers.get('x-frame-options') ?? '') ?? [];
  return URL.canParse(url) && isHttp(new URL(url)) ? new URL(url).origin : undefined;
}

function whyOpen(ancestors: readonly string[] | undefined, frameOptions: FrameOptions | undefined): string {
  if (ancestors) return `with frame-ancestors ${ancestors.join(' ')}`;
  if (frameOptions === undefined) return 'without frame-ancestors';
  return `browsers do not support X-Frame-Options: ${frameOptions.text}, so`;
}

/** The finding if a header keeps the page at `parent` from framing this one. */
function refusalOf(
  parent: string,
  pageUrl: URL,
  ancestors: readonly (readonly string[])[],
  frameOptions: FrameOptions | undefined,
): Outcome | undefined {
  const refusing = ancestors.find(
    (sources) => !sources.some((source) => matchesSource(source, parent, pageUrl)),
  );
  if (refusing)
    return failed(
      `frame-ancestors ${refusing.join(' ')} keeps ${parent} from framing the page`,
      `In Content-Security-Policy: frame-ancestors ${[...withoutNone(refusing), parent].join(' ')};`,
    );
  const { effect = 'none', text = '' } = frameOptions ?? {};
  const isDenied = effect === 'deny' || (effect === 'same-origin' && parent !== pageUrl.origin);
  if (ancestors.length > 0 || !isDenied) return undefined;
  return failed(
    `X-Frame-Options: ${text} keeps ${parent} from framing the page`,
    `Remove X-Frame-Options, and send:\nContent-Security-Policy: frame-ancestors ${parent}`,
  );
}

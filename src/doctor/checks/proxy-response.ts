import { fieldOf } from '../../baanx/wire.js';
import { skipped, type Outcome } from '../outcome.js';
import type { Context, Live } from '../context.js';
import { isHttp, isRedirect, type HttpResponse, type HttpResult } from '../requests.js';
import { shownPath } from '../shown-url.js';

type LiveCheck = (context: Context, live: Live) => Promise<Outcome>;

/** Skips a check if only headers are checked. */
export function withLive(check: LiveCheck) {
  return async (context: Context): Promise<Outcome> =>
    context.live ? check(context, context.live) : skipped('no requests are sent');
}

/** Skips a check of a proxy if there is none. */
export function withProxy(check: LiveCheck) {
  return withLive(async (context, live) =>
    (await isProxy(live)) ? check(context, live) : skipped('no proxy responds there'),
  );
}

/** Whether something responds like a proxy: this package's, or a server that passes on Baanx's own responses. */
async function isProxy({ proxy }: Live): Promise<boolean> {
  const results = [await proxy.unknownPath(), await proxy.status()];
  return (
    results.some((result) => result.ok && isObject(result.response.json)) && !results.every(isRefusedInFront)
  );
}

/** Whether something in front of the proxy, such as a login, refused a request: the proxy's own refusals have a code. */
export const isRefusedInFront = (result: HttpResult): boolean =>
  result.ok &&
  codeOf(result) === undefined &&
  ([401, 403].includes(result.response.status) || isRedirect(result.response));

export const isObject = (json: unknown): boolean =>
  typeof json === 'object' && json !== null && !Array.isArray(json);

/** What a code of this package's proxy looks like. Other servers may put anything into a field of this name. */
const CODE = /^[a-z\d-]{1,64}$/;

/** The `code` of a refusal. Only this package's proxy sends one. */
export const codeOf = (result: HttpResult): string | undefined =>
  result.ok ? codeIn(result.response.json) : undefined;

function codeIn(json: unknown): string | undefined {
  const code = fieldOf(json, 'code');
  return typeof code === 'string' && CODE.test(code) ? code : undefined;
}

/** Describes a response in a few words, without its content. */
export function shapeOf({ url, status, headers, json }: HttpResponse): string {
  const location = headers.get('location');
  if (location !== null && status >= 300 && status < 400)
    return `${status}, a redirect to ${shownLocation(location, url)}`;
  const code = codeIn(json);
  if (code !== undefined) return `${status} “${code}”`;
  const type = headers.get('content-type')?.split(';')[0] ?? 'no content type';
  return `${status} with ${isObject(json) ? 'JSON' : type}`;
}

/** A redirect's target as it is printed. On another origin, its path may be a session. */
function shownLocation(location: string, from: URL): string {
  if (!URL.canParse(location, from.href)) return 'an invalid URL';
  const target = new URL(location, from);
  if (!isHttp(target)) return `a ${target.protocol} URL`;
  return target.origin === from.origin ? shownPath(target) : target.origin;
}

/** The part of a host's own server that continues a verification on another device. docs/handoff.md explains each step. */
import { fieldOf } from '../src/baanx/wire.js';
import { createHandoff, type HandoffSubject } from '../src/server/index.js';

/**
 * Answers `POST handoff` with a link's token for an applicant, and `POST handoff/redeem` with the applicant of a token. The
 * playground has no sign-in: a real host takes the applicant from the person's session, and gives the other device a cookie.
 */
export function createHostHandoff(): (request: Request) => Promise<Response> {
  const handoff = createHandoff({ secret: crypto.randomUUID() + crypto.randomUUID() });
  return async (request) => {
    const body: unknown = await request.json().catch(() => undefined);
    if (!new URL(request.url).pathname.endsWith('/redeem'))
      return handoff.issue(body as HandoffSubject).then(
        (link) => Response.json(link),
        (error: unknown) => Response.json({ message: (error as Error).message }, { status: 400 }),
      );
    const redeemed = await handoff.redeem(fieldOf(body, 'token'));
    if (redeemed.ok) return Response.json(redeemed.value);
    return Response.json({ code: redeemed.failure.code }, { status: 410 });
  };
}

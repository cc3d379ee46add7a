/** What the line does with a request. */
export type Line =
  'ok' | 'slow' | 'refused' | 'never' | 'throws' | '401' | '429' | '500' | 'html' | 'unknown word';

/** How it answers where it is broken. */
export const BROKEN: Partial<Record<Line, () => Response | Promise<Response>>> = {
  refused: () => Promise.reject(new TypeError('Failed to fetch')),
  never: () => new Promise<Response>(() => undefined),
  '401': () => Response.json({ message: 'Not authenticated' }, { status: 401 }),
  '429': () => Response.json({ message: 'no' }, { status: 429, headers: { 'retry-after': '20' } }),
  '500': () => Response.json({ message: 'no' }, { status: 500 }),
  html: () => new Response('<!doctype html>'),
  'unknown word': () => Response.json({ verificationState: 'ON_HOLD' }),
};

/** A body's fields; none where it is no JSON. */
export function parsed(text: string): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return {};
  }
}

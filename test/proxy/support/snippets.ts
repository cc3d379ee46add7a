import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

const docs = (name: string) => fileURLToPath(new URL(`../../../docs/${name}`, import.meta.url));

/** A file that the documentation links to. */
export const documented = (name: string): string => readFileSync(docs(name), 'utf8');

/** The code blocks of docs/proxy.md that have a file name, by that name. */
export const snippets = (): Map<string, string> =>
  new Map(
    [...documented('proxy.md').matchAll(/^```js (\S+)\n(.*?)^```$/gms)].map(([, name = '', code = '']) => [
      name,
      code,
    ]),
  );

/**
 * The documented session store, filled: everybody is logged in as the person whose onboarding ID their cookie holds
 * (in hex, since an ID may have characters that a cookie cannot).
 */
export const filledSessions = (): string => `${snippets().get('session.mjs') ?? ''}
sessions.get = (sid) =>
  sid && { onboardingId: sid.replace(/../g, (hex) => String.fromCharCode(parseInt(hex, 16))) };
`;

/** The cookie of a person with this onboarding ID, for {@link filledSessions}. */
export const sessionCookie = (onboardingId: string): string =>
  `sid=${Buffer.from(onboardingId, 'latin1').toString('hex')}`;

/** Writes each block into a folder below the built proxy, so that its imports find what was built. */
export function writeSnippets(built: string): string {
  const folder = join(built, 'snippets');
  mkdirSync(folder);
  for (const [name, code] of snippets()) writeFileSync(join(folder, name), local(code, '..'));
  writeFileSync(join(folder, 'session.mjs'), filledSessions());
  return folder;
}

/** A block that imports the built files in the named folder. */
export const local = (code: string, folder: string): string =>
  code.replaceAll(
    /'baanx-kyc-step\/(?:proxy(?:\/(\w+))?|(server))'/g,
    (_, entry?: string, server?: string) => `'${folder}/${server ?? entry ?? 'handler'}.mjs'`,
  );

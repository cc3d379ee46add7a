import { attention } from './attention.js';

/** What a flow needs from a web page. */
export const PAGE = {
  attention,
  reloadPage: (): void => location.reload(),
  reportError: (error: unknown): void => reportError(error),
} as const;

export const DOCUMENT_KINDS = ['passport', 'driving-licence', 'national-id', 'residence-permit'] as const;

/** A document that Veriff accepts. */
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

export const DOCUMENTS = ['passport', 'driving-licence', 'national-id', 'residence-permit'] as const;

/** A document that Veriff accepts. */
export type DocumentKind = (typeof DOCUMENTS)[number];

/** The words of a list. A framework may hand in an array all the same. */
export const listed = (words: unknown): string[] => String(words).match(/[^\s,]+/g) ?? [];

/** Those of a list, in the order of ours. A list that names none was meant to name some. */
export function acceptedOf(list: unknown): DocumentKind[] {
  const wanted = listed(list);
  const accepted = DOCUMENTS.filter((kind) => wanted.includes(kind));
  return accepted.length ? accepted : [...DOCUMENTS];
}

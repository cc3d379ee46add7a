/** The regions whose Spanish is Latin American: those with `es-419` as their parent in CLDR. */
const REGIONS = 'AR BO BR BZ CL CO CR CU DO EC GT HN MX NI PA PE PR PY SV US UY VE';

/** The tags that show Latin American Spanish: `es-AR` … */
export const LATIN_AMERICAN_TAGS: readonly string[] = REGIONS.split(' ').map((region) => `es-${region}`);

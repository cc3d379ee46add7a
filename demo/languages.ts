const modules = import.meta.glob('../src/i18n/locales/*.ts');

const tags = Object.keys(modules).map((path) => path.replace(/.*\/|\.ts$/g, ''));
const names = new Intl.DisplayNames('en', { type: 'language' });

/** All locales of the package: tag and name. */
export const LANGUAGES: readonly (readonly [tag: string, name: string])[] = tags.map((tag) => [
  tag,
  `${tag}: ${names.of(tag) ?? tag}`,
]);

/** Loads a locale; importing it registers it. Does nothing for a tag without a locale. */
export async function loadLanguage(tag: string): Promise<void> {
  await modules[`../src/i18n/locales/${tag}.ts`]?.();
}

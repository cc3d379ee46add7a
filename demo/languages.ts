const modules = import.meta.glob('../src/i18n/locales/*.ts');

const tags = Object.keys(modules).map((path) => path.replace(/.*\/|\.ts$/g, ''));
const names = new Intl.DisplayNames('en', { type: 'language' });

/** Every language that the package has: its tag and its name. */
export const LANGUAGES: readonly (readonly [tag: string, name: string])[] = tags.map((tag) => [
  tag,
  `${tag}: ${names.of(tag) ?? tag}`,
]);

/** Loads a language; importing it makes it known. One that the package has not is left to its fallback. */
export async function loadLanguage(tag: string): Promise<void> {
  await modules[`../src/i18n/locales/${tag}.ts`]?.();
}

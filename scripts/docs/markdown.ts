/** A Markdown table. Cells may contain Markdown; pipes in them are escaped. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Plain text for a cell: Markdown would take `*` and `_` for emphasis, and `<` for a tag. */
export const escaped = (text: string): string => text.replace(/[\\`*_<>[\]]/g, '\\$&');

/** The text as inline code, or nothing if it is empty. */
export const code = (text: string): string => (text ? `\`${text}\`` : '');

/** The anchor that GitHub gives a heading. */
export const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\w\s-]/g, '')
    .trim()
    .replaceAll(' ', '-');

const GENERATED_PART = /(<!-- generated: ([\w-]+) -->)[^]*?(<!-- \/generated -->)/g;

/**
 * Replaces the content of every `<!-- generated: name -->…<!-- /generated -->` in a page.
 * @param parts the functions that generate the content, by name
 * @throws if there is none for a name in the page
 */
export function fill(page: string, parts: ReadonlyMap<string, () => string>): string {
  return page.replace(GENERATED_PART, (_, start: string, name: string, end: string) => {
    const part = parts.get(name);
    if (!part) throw new Error(`There is no generated part “${name}”`);
    return `${start}\n\n${part()}\n\n${end}`;
  });
}

/** Whether the page is for users of the package, and not for contributors. */
export const isForUsers = (file: string): boolean => file === 'README.md' || /^docs\/.*\.md$/.test(file);

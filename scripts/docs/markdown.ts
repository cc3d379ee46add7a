/** A markdown table. Cells may hold markdown; a pipe in one is escaped. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Plain text for a cell: Markdown would take `*` and `_` for emphasis, and `<` for a tag. */
export const escaped = (text: string): string => text.replace(/[\\`*_<>[\]]/g, '\\$&');

/** The text as code; empty stays empty. */
export const code = (text: string): string => (text ? `\`${text}\`` : '');

/** What a link to a heading is called, as GitHub calls it. */
export const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\w\s-]/g, '')
    .trim()
    .replaceAll(' ', '-');

const MARKED = /(<!-- generated: ([\w-]+) -->)[^]*?(<!-- \/generated -->)/g;

/**
 * The page with every `<!-- generated: name -->…<!-- /generated -->` filled anew. Throws where a page asks for a
 * part that nobody makes.
 */
export function fill(page: string, parts: ReadonlyMap<string, () => string>): string {
  return page.replace(MARKED, (_, start: string, name: string, end: string) => {
    const part = parts.get(name);
    if (!part) throw new Error(`No generated part is named ${name}`);
    return `${start}\n\n${part()}\n\n${end}`;
  });
}

/** Whether it is a page for those who use the package, and not for those who build it. */
export const isForUsers = (file: string): boolean => file === 'README.md' || /^docs\/.*\.md$/.test(file);

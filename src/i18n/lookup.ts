/** What is known for a tag (BCP 47), or for the nearest more general one: `pt-BR`, then `pt`. */
export function lookup<T>(tag: string, known: ReadonlyMap<string, T>): T | undefined {
  // Some write `pt_BR`.
  for (const parts = tag.toLowerCase().split(/[-_]/); parts.length; parts.pop()) {
    const found = known.get(parts.join('-'));
    if (found) return found;
  }
  return undefined;
}

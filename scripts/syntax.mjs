import { parse } from 'acorn';

/** What Safari can read from 16.4 on only, by the kind of node. */
const TOO_NEW = {
  StaticBlock: 'a static block',
  ImportAttribute: 'an import attribute',
};

/**
 * What in the code Safari 15.4 could not read, in words with the place; the parser itself throws at what came after
 * 2022.
 * @param {string} code
 * @returns {string[]}
 */
export function newerThanSafari15(code) {
  /** @type {string[]} */
  const found = [];
  /** @param {any} node */
  const look = (node) => {
    if (typeof node !== 'object' || node === null) return;
    if (Array.isArray(node)) return node.forEach(look);
    const at = () => `at ${node.loc.start.line}:${node.loc.start.column}`;
    const word = TOO_NEW[/** @type {keyof typeof TOO_NEW} */ (node.type)];
    if (word) found.push(`${word} ${at()}`);
    if (node.regex && /\(\?<[=!]/.test(node.regex.pattern)) found.push(`a look-behind ${at()}`);
    if (node.regex?.flags.includes('v')) found.push(`a v flag ${at()}`);
    Object.values(node).forEach(look);
  };
  look(parse(code, { ecmaVersion: 2022, sourceType: 'module', locations: true, allowHashBang: true }).body);
  return found;
}

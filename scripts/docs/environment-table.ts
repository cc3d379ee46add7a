import { VARIABLES } from '../../src/proxy/process/environment.js';
import { code, escaped, table } from './markdown.js';

/** Each variable of `baanx-kyc-proxy`, as its `--help` describes them: a name, what it is, and in brackets the default. */
const VARIABLE = /^ {2}([A-Z_, ]+?) {2,}(\S[^]*?)(?=\n {2}\S|$(?![^]))/gm;

/** A value is code, a description of the default is text. */
const defaultText = (value: string): string =>
  /^[\d/]|^https?:|^on$|^off$|^open$|^false$/.test(value) ? code(value) : escaped(value);

/** The environment variables of the proxy as a process. */
export const environmentTable = (): string =>
  table(
    ['Variable', 'Default', 'What it is'],
    [...VARIABLES.matchAll(VARIABLE)].map(([, names = '', text = '']) => {
      const [, about = '', value = ''] = /^([^]*?)(?: \[([^\]]+)\])?$/.exec(text.replace(/\s+/g, ' ')) ?? [];
      return [names.split(', ').map(code).join(', '), defaultText(value), escaped(about)];
    }),
  );

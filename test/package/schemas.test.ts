import Ajv from 'ajv';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../scripts/root.mjs';

/** The schemas of the tools that read the files. No package contains JetBrains' schema for web-types. */
const SCHEMAS = {
  'custom-elements.json': 'custom-elements-manifest/schema.json',
  'dist/vscode.html-custom-data.json': 'vscode-html-languageservice/docs/customData.schema.json',
  'dist/vscode.css-custom-data.json': 'vscode-css-languageservice/docs/customData.schema.json',
};

const read = (file: string) => JSON.parse(readFileSync(join(root, file), 'utf8')) as object;

it.each(Object.entries(SCHEMAS))('%s is valid against %s', (file, schema) => {
  const validate = new Ajv({ allErrors: true }).compile(read(join('node_modules', schema)));
  validate(read(file));
  expect(validate.errors).toBe(null);
});

import Ajv from 'ajv';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../scripts/bundle.mjs';

/** Whoever reads the file says how it has to be. JetBrains has its schema for web-types in no package. */
const SCHEMAS = {
  'custom-elements.json': 'custom-elements-manifest/schema.json',
  'dist/vscode.html-custom-data.json': 'vscode-html-languageservice/docs/customData.schema.json',
  'dist/vscode.css-custom-data.json': 'vscode-css-languageservice/docs/customData.schema.json',
};

const read = (file: string) => JSON.parse(readFileSync(join(root, file), 'utf8')) as object;

it.each(Object.entries(SCHEMAS))('%s keeps to %s', (file, schema) => {
  const validate = new Ajv({ allErrors: true }).compile(read(join('node_modules', schema)));
  validate(read(file));
  expect(validate.errors).toBe(null);
});

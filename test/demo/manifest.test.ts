import { expect, it } from 'vitest';
import { ATTRIBUTES } from '../../demo/manifest.js';

const attribute = (name: string) => ATTRIBUTES.find((found) => found.name === name);

it.each([
  ['open-in', ['modal', 'popup', 'redirect']],
  ['in-app-browser', ['detect', 'ignore']],
])('The playground offers the values of %s', (name, values) => {
  expect(attribute(name)).toMatchObject({ kind: 'choice', values });
});

it('The playground offers each kind of document', () => {
  expect(attribute('documents')).toMatchObject({
    kind: 'list',
    values: expect.arrayContaining(['passport']),
  });
});

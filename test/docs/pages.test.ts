import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/root.mjs';
import { anchorOf } from '../../scripts/docs/markdown.js';
import { pageFiles } from '../../scripts/docs/page-files.js';

const read = (file: string): string => readFileSync(join(root, file), 'utf8');

/** The anchors of a page's headings. */
const anchors = (page: string): string[] =>
  [...page.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading));

describe('The documentation', () => {
  it('has a section in the changelog for the version in package.json', () => {
    const { version } = JSON.parse(read('package.json')) as { version: string };
    expect(read('CHANGELOG.md')).toContain(`\n## ${version}\n`);
  });

  it('says in CONTRIBUTING.md what each development dependency is needed for', () => {
    const { devDependencies } = JSON.parse(read('package.json')) as {
      devDependencies: Record<string, string>;
    };
    const contributing = read('CONTRIBUTING.md');
    expect(Object.keys(devDependencies).filter((name) => !contributing.includes(`\`${name}\``))).toEqual([]);
  });

  it('names only files that exist in CONTRIBUTING.md', () => {
    const named = [
      ...read('CONTRIBUTING.md').matchAll(/`((?:src|test|scripts|demo|bench)\/[\w./-]+\.\w+)`/g),
    ];
    expect(named.map(([, file = '']) => file).filter((file) => !existsSync(join(root, file)))).toEqual([]);
  });

  it.each(pageFiles())('has no dead link in %s', (file) => {
    const page = read(file).replace(/^```[^]*?^```|`[^`]*`/gm, '');
    const links = [...page.matchAll(/\]\(([^)\s]+)\)|(?:src|href)="([^"]+)"/g)].map(
      ([, markdown, html]) => markdown ?? html ?? '',
    );
    const dead = links.filter((link) => {
      if (/^https?:/.test(link)) return !URL.canParse(link);
      const [path = '', anchor] = link.split('#');
      const target = path ? resolve(root, dirname(file), path) : join(root, file);
      return !existsSync(target) || (anchor && !anchors(readFileSync(target, 'utf8')).includes(anchor));
    });
    expect(dead).toEqual([]);
  });
});

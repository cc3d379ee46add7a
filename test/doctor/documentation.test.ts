import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/root.mjs';
import { anchorOf } from '../../scripts/docs/markdown.js';
import { HELP } from '../../src/doctor/arguments.js';
import { docsOf } from '../../src/doctor/check.js';
import { CHECKS } from '../../src/doctor/checks/table.js';

const read = (file: string): string => readFileSync(join(root, file), 'utf8');

describe('The documentation of the doctor', () => {
  it('has a section for each check, in the order of the report', () => {
    const headings = [...read('docs/doctor.md').matchAll(/^### (.+)$/gm)].map(([, heading = '']) => heading);
    expect(headings).toEqual(CHECKS.map(({ id }) => id));
  });

  it.each(CHECKS.map(({ id }) => docsOf(id)))('has the anchor that the report names: %s', (link) => {
    const [file = '', anchor] = link.split('#');
    const anchors = [...read(file).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading));
    expect(anchors.filter((one) => one === anchor)).toHaveLength(1);
  });

  it('is where the troubleshooting page begins', () => {
    expect(read('docs/troubleshooting.md')).toMatch(/^# Troubleshooting\n\n.*\[doctor\]\(doctor\.md\)/);
  });

  it('names no option that does not exist', () => {
    const named = read('docs/doctor.md').match(/--[a-z][a-z-]+/g) ?? [];
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((option) => !HELP.includes(`${option} `))).toEqual([]);
  });
});

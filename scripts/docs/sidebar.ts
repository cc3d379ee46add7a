import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { DefaultTheme } from 'vitepress';
import { SITE_SOURCE } from './site-source.js';

/** The pages of the website by section, in the order in which a person needs them. */
const SECTIONS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'Start here': {
    index: 'Overview',
    'quick-start': 'Quick start',
    'how-it-works': 'How it works',
    flow: 'The flow, state by state',
  },
  'On your server': {
    server: 'Status, webhooks, push',
    proxy: 'The proxy',
    handoff: 'Continue on another device',
  },
  'On your page': {
    frameworks: 'Frameworks',
    appearance: 'Your look, your words',
    recipes: 'Recipes',
  },
  'Without the element': {
    headless: 'Your own interface',
    'headless-page': 'A page',
    'headless-react': 'React',
    'headless-react-native': 'React Native',
    'headless-terminal': 'A terminal',
  },
  'Every device': { devices: 'Phones, apps, WebViews', browsers: 'Browsers' },
  Testing: { testing: 'Testing', sandbox: 'The sandbox' },
  'Going live': { 'going-live': 'Going live', doctor: 'The doctor' },
  'Security and privacy': {
    security: 'Security',
    privacy: 'Privacy',
    'security-policy': 'Report a vulnerability',
  },
  Accessibility: { accessibility: 'Conformance' },
  Reference: {
    reference: 'The element',
    'reference-server': 'On a server',
    'reference-headless': 'Without the element',
  },
  Troubleshooting: { troubleshooting: 'By symptom' },
  'About the package': {
    performance: 'Performance',
    'agent-skill': 'For coding assistants',
    changelog: 'Changes',
    contributing: 'Contributing',
    'test-browsers': 'Browsers for the tests',
    'code-of-conduct': 'Code of conduct',
    license: 'License',
  },
};

/** The sidebar, with the pages that exist. */
export const sidebar = (): DefaultTheme.SidebarItem[] =>
  Object.entries(SECTIONS)
    .map(([text, pages]) => ({
      text,
      items: Object.entries(pages)
        .filter(([name]) => existsSync(join(SITE_SOURCE, `${name}.md`)))
        .map(([name, title]) => ({ text: title, link: `/${name === 'index' ? '' : `${name}.html`}` })),
    }))
    .filter(({ items }) => items.length > 0);

import { VERIFF_ORIGINS } from '../src/baanx/trusted-origin.js';
import { ATTRIBUTES } from './manifest.js';

/** What is to be written down: the attributes and tokens that are not as they are by default. */
export interface Configuration {
  readonly attributes: readonly (readonly [name: string, value: string])[];
  readonly tokens: readonly (readonly [name: string, value: string])[];
}

/** The ways to write it down, by the name on the tab. */
export const EXPORTS: Readonly<Record<string, (configuration: Configuration) => string>> = {
  HTML: (chosen) => `<script type="module" src="baanx-kyc-step.js"></script>
${language(chosen, (tag) => `<script type="module" src="locales/${tag}.js"></script>`)}${tag([
    ...id(chosen, (value) => html(['onboarding-id', value])),
    ...settings(chosen).map(html),
  ])}</baanx-kyc-step>
<script>
  document.querySelector('baanx-kyc-step').addEventListener('verified', () => nextStep());
</script>`,

  React: (chosen) => `import { KycStep } from 'baanx-kyc-step/react';
${language(chosen, imported)}
export function IdentityStep({ ${id(chosen, () => 'onboardingId, ').join('')}onDone }: { ${id(chosen, () => 'onboardingId: string; ').join('')}onDone: () => void }) {
  return (
    ${tag([...id(chosen, () => 'onboardingId={onboardingId}'), ...settings(chosen).map(jsx), 'onVerified={onDone}'], 'KycStep', 4).replace(/>$/, ' />')}
  );
}`,

  Vue: (chosen) => `<script setup lang="ts">
import 'baanx-kyc-step/vue';
${language(chosen, imported)}${id(chosen, () => 'defineProps<{ onboardingId: string }>();\n').join('')}defineEmits<{ done: [] }>();
</script>

<template>
  ${tag([...id(chosen, () => ':onboarding-id="onboardingId"'), ...settings(chosen).map(html), `@verified="$emit('done')"`], 'baanx-kyc-step', 2)}</baanx-kyc-step>
</template>

<!-- vite.config: vue({ template: { compilerOptions: { isCustomElement: (tag) => tag === 'baanx-kyc-step' } } }) -->`,

  Angular: (
    chosen,
  ) => `import { Component, CUSTOM_ELEMENTS_SCHEMA, ${id(chosen, () => 'input, ').join('')}output } from '@angular/core';
import 'baanx-kyc-step';
${language(chosen, imported)}
@Component({
  selector: 'app-identity-step',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: \`
    ${tag([...id(chosen, () => '[applicantId]="onboardingId()"'), ...settings(chosen).map(html), '(verified)="done.emit()"'], 'baanx-kyc-step', 4)}</baanx-kyc-step>
  \`,
})
export class IdentityStep {
${id(chosen, () => '  readonly onboardingId = input.required<string>();\n').join('')}  readonly done = output<void>();
}`,

  Svelte: (chosen) => `<script lang="ts">
  import 'baanx-kyc-step/svelte';
${language(chosen, (tag) => `  ${imported(tag)}`)}  let { ${id(chosen, () => 'onboardingId, ').join('')}ondone }: { ${id(chosen, () => 'onboardingId: string; ').join('')}ondone: () => void } = $props();
</script>

${tag([...id(chosen, () => 'applicant-id={onboardingId}'), ...settings(chosen).map(html), 'onverified={ondone}'])}</baanx-kyc-step>`,

  CSS: ({ tokens }) =>
    tokens.length === 0
      ? '/* Every token is as it is by default. */'
      : `baanx-kyc-step {\n${tokens.map(([name, value]) => `  ${name}: ${value};`).join('\n')}\n}`,

  Headers: headers,
};

const valueOf = ({ attributes }: Configuration, name: string): string | undefined =>
  attributes.find(([one]) => one === name)?.[1];

/** What is the same for every person: all but whom it is for. */
const settings = ({ attributes }: Configuration) => attributes.filter(([name]) => name !== 'onboarding-id');

/** The setting of whom it is for; none in the account flow, where the login says it. */
const id = (chosen: Configuration, write: (value: string) => string): string[] =>
  valueOf(chosen, 'flow') === 'account' ? [] : [write(valueOf(chosen, 'onboarding-id') ?? '')];

/** The line that loads the chosen language; English is inside. */
function language(chosen: Configuration, write: (tag: string) => string): string {
  const tag = valueOf(chosen, 'lang') ?? 'en';
  return tag === 'en' ? '' : `${write(tag)}\n`;
}
const imported = (tag: string): string => `import 'baanx-kyc-step/locales/${tag}';`;

/** What the page's own headers must allow; to be merged with what they say already. */
function headers(chosen: Configuration): string {
  const origins = valueOf(chosen, 'veriff-origins')?.split(/\s+/).filter(Boolean) ?? VERIFF_ORIGINS;
  const proxy = valueOf(chosen, 'proxy-url') ?? '';
  // `//host/path` is another origin too; in production the page is https.
  const connect =
    /^(?:https?:)?\/\//.test(proxy) && URL.canParse(proxy, 'https://page')
      ? new URL(proxy, 'https://page').origin
      : "'self'";
  const listed = origins.map((origin) => `"${origin}"`).join(' ');
  const openIn = valueOf(chosen, 'open-in');
  if (openIn !== 'popup' && openIn !== 'redirect')
    return `Content-Security-Policy: frame-src ${origins.join(' ')}; connect-src ${connect}
Permissions-Policy: camera=(self ${listed}), microphone=(self ${listed})`;
  return `Content-Security-Policy: connect-src ${connect}\n\n# Veriff has a window of its own: no frame-src and no Permissions-Policy.${
    openIn === 'popup'
      ? '\n# If you send a Cross-Origin-Opener-Policy: same-origin-allow-popups lets the step see the popup close.'
      : ''
  }`;
}

/** As a value in any of the templates: a brace begins code in some, and Angular's stand between backticks. */
const escape = (value: string): string =>
  value.replace(/[&"{`\\]/g, (letter) => `&#${letter.charCodeAt(0)};`);

const html = ([name, value]: readonly [string, string]): string =>
  value === '' ? name : `${name}="${escape(value)}"`;

function jsx([name, value]: readonly [string, string]): string {
  const kind = ATTRIBUTES.find((one) => one.name === name)?.kind;
  const prop = name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  if (kind === 'boolean') return prop;
  if (kind === 'number') return `${prop}={${Number(value)}}`;
  return /["\\{]/.test(value) ? `${prop}={${JSON.stringify(value)}}` : `${prop}="${value}"`;
}

/** An opening tag, a line for each attribute where one line would be long. */
function tag(attributes: readonly string[], name = 'baanx-kyc-step', indent = 0): string {
  const short = `<${[name, ...attributes].join(' ')}>`;
  if (short.length + indent <= 90) return short;
  const margin = `\n${' '.repeat(indent)}`;
  return `<${name}${attributes.map((one) => `${margin}  ${one}`).join('')}${margin}>`;
}

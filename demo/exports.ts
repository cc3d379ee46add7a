import { VERIFF_ORIGINS } from '../src/baanx/trusted-origin.js';
import { ATTRIBUTES } from './manifest.js';

/** The attributes and tokens that differ from their defaults. */
export interface Configuration {
  readonly attributes: readonly (readonly [name: string, value: string])[];
  readonly tokens: readonly (readonly [name: string, value: string])[];
}

/** Generators of code for a configuration, by the name of their tab. */
export const EXPORTS: Readonly<Record<string, (configuration: Configuration) => string>> = {
  HTML: (configuration) => `<script type="module" src="baanx-kyc-step.js"></script>
${language(configuration, (tag) => `<script type="module" src="locales/${tag}.js"></script>`)}${tag([
    ...id(configuration, (value) => html(['onboarding-id', value])),
    ...settings(configuration).map(html),
  ])}</baanx-kyc-step>
<script>
  document.querySelector('baanx-kyc-step').addEventListener('verified', () => nextStep());
</script>`,

  React: (configuration) => `import { KycStep } from 'baanx-kyc-step/react';
${language(configuration, imported)}
export function IdentityStep({ ${id(configuration, () => 'onboardingId, ').join('')}onDone }: { ${id(configuration, () => 'onboardingId: string; ').join('')}onDone: () => void }) {
  return (
    ${tag([...id(configuration, () => 'onboardingId={onboardingId}'), ...settings(configuration).map(jsx), 'onVerified={onDone}'], 'KycStep', 4).replace(/>$/, ' />')}
  );
}`,

  Vue: (configuration) => `<script setup lang="ts">
import 'baanx-kyc-step/vue';
${language(configuration, imported)}${id(configuration, () => 'defineProps<{ onboardingId: string }>();\n').join('')}defineEmits<{ done: [] }>();
</script>

<template>
  ${tag([...id(configuration, () => ':onboarding-id="onboardingId"'), ...settings(configuration).map(html), `@verified="$emit('done')"`], 'baanx-kyc-step', 2)}</baanx-kyc-step>
</template>

<!-- vite.config: vue({ template: { compilerOptions: { isCustomElement: (tag) => tag === 'baanx-kyc-step' } } }) -->`,

  Angular: (
    configuration,
  ) => `import { Component, CUSTOM_ELEMENTS_SCHEMA, ${id(configuration, () => 'input, ').join('')}output } from '@angular/core';
import 'baanx-kyc-step';
${language(configuration, imported)}
@Component({
  selector: 'app-identity-step',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: \`
    ${tag([...id(configuration, () => '[applicantId]="onboardingId()"'), ...settings(configuration).map(html), '(verified)="done.emit()"'], 'baanx-kyc-step', 4)}</baanx-kyc-step>
  \`,
})
export class IdentityStep {
${id(configuration, () => '  readonly onboardingId = input.required<string>();\n').join('')}  readonly done = output<void>();
}`,

  Svelte: (configuration) => `<script lang="ts">
  import 'baanx-kyc-step/svelte';
${language(configuration, (tag) => `  ${imported(tag)}`)}  let { ${id(configuration, () => 'onboardingId, ').join('')}ondone }: { ${id(configuration, () => 'onboardingId: string; ').join('')}ondone: () => void } = $props();
</script>

${tag([...id(configuration, () => 'applicant-id={onboardingId}'), ...settings(configuration).map(html), 'onverified={ondone}'])}</baanx-kyc-step>`,

  CSS: ({ tokens }) =>
    tokens.length === 0
      ? '/* All tokens have their default values. */'
      : `baanx-kyc-step {\n${tokens.map(([name, value]) => `  ${name}: ${value};`).join('\n')}\n}`,

  Headers: headers,
};

const valueOf = ({ attributes }: Configuration, name: string): string | undefined =>
  attributes.find(([key]) => key === name)?.[1];

/** The attributes that are the same for every person: all but the onboarding ID. */
const settings = ({ attributes }: Configuration) => attributes.filter(([name]) => name !== 'onboarding-id');

/** The code for the onboarding ID. None in the account flow, where the login identifies the person. */
const id = (configuration: Configuration, write: (value: string) => string): string[] =>
  valueOf(configuration, 'flow') === 'account' ? [] : [write(valueOf(configuration, 'onboarding-id') ?? '')];

/** The line that loads the language. English is built in. */
function language(configuration: Configuration, write: (tag: string) => string): string {
  const tag = valueOf(configuration, 'lang') ?? 'en';
  return tag === 'en' ? '' : `${write(tag)}\n`;
}
const imported = (tag: string): string => `import 'baanx-kyc-step/locales/${tag}';`;

/** The directives that the page's headers need, to be merged with existing ones. */
function headers(configuration: Configuration): string {
  const origins = valueOf(configuration, 'veriff-origins')?.split(/\s+/).filter(Boolean) ?? VERIFF_ORIGINS;
  const proxy = valueOf(configuration, 'proxy-url') ?? '';
  // `//host/path` is another origin too. The page is assumed to use https.
  const connect =
    /^(?:https?:)?\/\//.test(proxy) && URL.canParse(proxy, 'https://page')
      ? new URL(proxy, 'https://page').origin
      : "'self'";
  const listed = origins.map((origin) => `"${origin}"`).join(' ');
  const openIn = valueOf(configuration, 'open-in');
  if (openIn !== 'popup' && openIn !== 'redirect')
    return `Content-Security-Policy: frame-src ${origins.join(' ')}; connect-src ${connect}
Permissions-Policy: camera=(self ${listed}), microphone=(self ${listed})`;
  return `Content-Security-Policy: connect-src ${connect}\n\n# Veriff opens in its own window: frame-src and Permissions-Policy are not needed.${
    openIn === 'popup'
      ? '\n# If you send a Cross-Origin-Opener-Policy, same-origin-allow-popups lets the element notice that the popup was closed.'
      : ''
  }`;
}

/** Escapes an attribute value for all templates: some treat braces as code, and Angular's is a template literal. */
const escapeValue = (value: string): string =>
  value.replace(/[&"{`\\]/g, (letter) => `&#${letter.charCodeAt(0)};`);

const html = ([name, value]: readonly [string, string]): string =>
  value === '' ? name : `${name}="${escapeValue(value)}"`;

function jsx([name, value]: readonly [string, string]): string {
  const kind = ATTRIBUTES.find((attribute) => attribute.name === name)?.kind;
  const prop = name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  if (kind === 'boolean') return prop;
  if (kind === 'number') return `${prop}={${Number(value)}}`;
  return /["\\{]/.test(value) ? `${prop}={${JSON.stringify(value)}}` : `${prop}="${value}"`;
}

/** An opening tag. If it would be long, each attribute is on its own line. */
function tag(attributes: readonly string[], name = 'baanx-kyc-step', indent = 0): string {
  const short = `<${[name, ...attributes].join(' ')}>`;
  if (short.length + indent <= 90) return short;
  const margin = `\n${' '.repeat(indent)}`;
  return `<${name}${attributes.map((attribute) => `${margin}  ${attribute}`).join('')}${margin}>`;
}

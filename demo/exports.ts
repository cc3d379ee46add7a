import { VERIFF_ORIGINS } from '../src/baanx/trusted-origin.js';
import { ATTRIBUTES } from './manifest.js';

/** What is to be written down: the attributes and tokens that are not as they are by default. */
export interface Configuration {
  readonly attributes: readonly (readonly [name: string, value: string])[];
  readonly tokens: readonly (readonly [name: string, value: string])[];
}

/** The ways to write it down, by the name on the tab. */
export const EXPORTS: Readonly<Record<string, (configuration: Configuration) => string>> = {
  HTML: ({ attributes }) => `<script type="module" src="baanx-kyc-step.js"></script>
${tag(attributes.map(html))}</baanx-kyc-step>
<script>
  document.querySelector('baanx-kyc-step').addEventListener('verified', () => nextStep());
</script>`,

  React: ({ attributes }) => `import { BaanxKycStep } from 'baanx-kyc-step/react';

export function IdentityStep({ onDone }: { onDone: () => void }) {
  return (
    ${tag([...attributes.map(jsx), 'onVerified={onDone}'], 'BaanxKycStep', 4).replace(/>$/, ' />')}
  );
}`,

  Vue: ({ attributes }) => `<script setup lang="ts">
import 'baanx-kyc-step';
defineEmits<{ done: [] }>();
</script>

<template>
  ${tag([...attributes.map(html), `@verified="$emit('done')"`], 'baanx-kyc-step', 2)}</baanx-kyc-step>
</template>

<!-- vite.config: vue({ template: { compilerOptions: { isCustomElement: (tag) => tag === 'baanx-kyc-step' } } }) -->`,

  Angular: ({ attributes }) => `import { Component, CUSTOM_ELEMENTS_SCHEMA, output } from '@angular/core';
import 'baanx-kyc-step';

@Component({
  selector: 'app-identity-step',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: \`
    ${tag([...attributes.map(html), '(verified)="done.emit()"'], 'baanx-kyc-step', 4)}</baanx-kyc-step>
  \`,
})
export class IdentityStep {
  readonly done = output<void>();
}`,

  Svelte: ({ attributes }) => `<script lang="ts">
  import 'baanx-kyc-step';
  let { ondone }: { ondone: () => void } = $props();
</script>

${tag([...attributes.map(html), 'onverified={ondone}'])}</baanx-kyc-step>`,

  CSS: ({ tokens }) =>
    tokens.length === 0
      ? '/* Every token is as it is by default. */'
      : `baanx-kyc-step {\n${tokens.map(([name, value]) => `  ${name}: ${value};`).join('\n')}\n}`,

  Headers: headers,
};

/** What the page's own headers must allow; to be merged with what they say already. */
function headers({ attributes }: Configuration): string {
  const of = (name: string) => attributes.find(([one]) => one === name)?.[1];
  const origins = of('veriff-origins')?.split(/\s+/).filter(Boolean) ?? VERIFF_ORIGINS;
  const proxy = of('proxy-url') ?? '';
  const connect = /^https?:/.test(proxy) && URL.canParse(proxy) ? new URL(proxy).origin : "'self'";
  const listed = origins.map((origin) => `"${origin}"`).join(' ');
  const framed = (of('open-in') ?? 'modal') === 'modal';
  if (!framed)
    return `Content-Security-Policy: connect-src ${connect}\n\n# Veriff has a window of its own: no frame-src and no Permissions-Policy.${
      of('open-in') === 'popup'
        ? '\n# A Cross-Origin-Opener-Policy of same-origin-allow-popups lets the step see the popup close.'
        : ''
    }`;
  return `Content-Security-Policy: frame-src ${origins.join(' ')}; connect-src ${connect}
Permissions-Policy: camera=(self ${listed}), microphone=(self ${listed})`;
}

const escape = (value: string): string => value.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

const html = ([name, value]: readonly [string, string]): string =>
  value === '' ? name : `${name}="${escape(value)}"`;

function jsx([name, value]: readonly [string, string]): string {
  const kind = ATTRIBUTES.find((one) => one.name === name)?.kind;
  const prop = name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  if (kind === 'boolean') return prop;
  if (kind === 'number') return `${prop}={${Number(value)}}`;
  return value.includes('"') ? `${prop}={${JSON.stringify(value)}}` : `${prop}="${value}"`;
}

/** An opening tag, a line for each attribute where one line would be long. */
function tag(attributes: readonly string[], name = 'baanx-kyc-step', indent = 0): string {
  const short = `<${[name, ...attributes].join(' ')}>`;
  if (short.length + indent <= 90) return short;
  const margin = `\n${' '.repeat(indent)}`;
  return `<${name}${attributes.map((one) => `${margin}  ${one}`).join('')}${margin}>`;
}

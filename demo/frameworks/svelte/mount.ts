import { mount as mountApp } from 'svelte';
import IdentityStep from './identity-step.svelte';

export const mount = (target: HTMLElement, id: string, next: () => void) =>
  mountApp(IdentityStep, { target, props: { id, next } });

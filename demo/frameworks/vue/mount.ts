import { createApp } from 'vue';
import IdentityStep from './identity-step.vue';

export const mount = (place: HTMLElement, id: string, onNext: () => void) =>
  createApp(IdentityStep, { id, onNext }).mount(place);

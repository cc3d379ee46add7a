import { render } from 'solid-js/web';
import { IdentityStep } from './identity-step';

export const mount = (place: HTMLElement, id: string, next: () => void) =>
  render(() => <IdentityStep id={id} next={next} />, place);

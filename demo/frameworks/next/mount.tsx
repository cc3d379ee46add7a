import { hydrateRoot } from 'react-dom/client';
import { IdentityStep } from './identity-step';
import { router } from './navigation';
import { rendered } from './rendered';

export function mount(place: HTMLElement, id: string, next: () => void) {
  router.push = next;
  place.innerHTML = rendered.replace('{{ onboardingId }}', id);
  hydrateRoot(place, <IdentityStep id={id} />);
}

import { createRoot } from 'react-dom/client';
import { IdentityStep } from './identity-step';

export const mount = (place: HTMLElement, id: string, next: () => void) =>
  createRoot(place).render(<IdentityStep id={id} next={next} />);

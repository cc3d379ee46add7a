import type { State } from '../src/index.js';
import { drawing } from './flow-chart/drawing.js';
import { edges } from './flow-chart/edges.js';

/** Draws the machine into the place, and returns what lights the state up that the step is in. */
export function chart(place: Element): (state: State, previous?: State) => void {
  place.innerHTML = drawing(edges(), { alone: false });
  const svg = place.firstElementChild;
  return (state, previous) => {
    for (const box of place.querySelectorAll('[data-state]'))
      box.toggleAttribute('data-now', box.getAttribute('data-state') === state);
    for (const arrow of place.querySelectorAll('[data-from]')) {
      arrow.toggleAttribute('data-open', arrow.getAttribute('data-from') === state);
      const taken = arrow.getAttribute('data-from') === previous && arrow.getAttribute('data-to') === state;
      arrow.toggleAttribute('data-taken', taken);
    }
    svg?.setAttribute('aria-label', `The states of the step. It is in ${state}.`);
  };
}

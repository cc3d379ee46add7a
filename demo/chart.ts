import type { State } from '../src/index.js';
import chart from './flow-chart.svg?raw'; // written by `npm run docs`

/** Draws the state chart into an element, and returns a function that highlights the current state. */
export function drawChart(container: Element): (state: State, previous?: State) => void {
  container.innerHTML = chart;
  const svg = container.firstElementChild;
  return (state, previous) => {
    for (const box of container.querySelectorAll('[data-state]'))
      box.toggleAttribute('data-now', box.getAttribute('data-state') === state);
    for (const arrow of container.querySelectorAll('[data-from]')) {
      arrow.toggleAttribute('data-open', arrow.getAttribute('data-from') === state);
      const taken = arrow.getAttribute('data-from') === previous && arrow.getAttribute('data-to') === state;
      arrow.toggleAttribute('data-taken', taken);
    }
    svg?.setAttribute('aria-label', `The states of the step. It is in ${state}.`);
  };
}

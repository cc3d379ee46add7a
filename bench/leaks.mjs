/** What a page still holds after 1,000 elements were mounted and removed, and Veriff was opened and closed 100 times. */
import { measure } from './support/rounds.mjs';
import { formatNumber, report } from './support/report.mjs';

const { before, after, browserName } = await measure({ mounts: 1_000, rounds: 100 });
report(
  'leaks',
  'After 1,000 mounts and removals, and 100 rounds of opening and closing Veriff',
  [
    ['', 'before', 'after'],
    ['heap, KiB', formatNumber(before.heap / 1024), formatNumber(after.heap / 1024)],
    ['nodes', before.nodes, after.nodes],
    ['listeners', before.listeners, after.listeners],
    ['timers', before.timers, after.timers],
    ['documents', before.documents, after.documents],
  ],
  browserName,
);

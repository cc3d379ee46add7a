import { join } from 'node:path';
import { cruise } from 'dependency-cruiser';
import extractDepcruiseOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';
import { root } from '../root.mjs';

/** The layers of `src` and their imports as a Mermaid chart, drawn by dependency-cruiser. */
export async function layerGraph(): Promise<string> {
  const { output } = await cruise(['src'], {
    ...(await extractDepcruiseOptions(join(root, 'dependency-cruiser.config.js'))),
    baseDir: root,
    includeOnly: '^src/[^/]+/',
    // One box per folder, and one per module of `baanx`: the shared modules are below `flow`, the client above it.
    collapse: '^src/(baanx/[^/]+|[^/]+)',
    outputType: 'mermaid',
  });
  if (typeof output !== 'string') throw new Error('dependency-cruiser drew no graph');
  return `\`\`\`mermaid\n${output.trim()}\n\`\`\``;
}

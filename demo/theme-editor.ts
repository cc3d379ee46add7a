import { field, type OnChange } from './fields.js';
import { TOKENS } from './manifest.js';
import type { Settings } from './settings.js';
import { themePreview } from './theme-preview.js';

/** Tokens that are not colors. */
const OTHERS = ['radius', 'font', 'heading-font', 'spacing'];

const isColor = (name: string): boolean => !OTHERS.some((other) => name === `--baanx-kyc-${other}`);

/**
 * A field for every token, and the contrast of the colors that follow. The code is in the export tab CSS. `update`
 * computes the colors again, for example in another color scheme.
 */
export function themeEditor(
  settings: Settings,
  onChange: OnChange,
): { fields: HTMLElement[]; update: () => void } {
  const preview = themePreview();
  const derivedFields: { name: string; input: HTMLInputElement }[] = [];
  const update = () => {
    preview.update(settings.tokens, settings.page.scheme);
    // A color field cannot be empty, so it shows the derived color.
    for (const { name, input } of derivedFields) if (!settings.has(name)) input.value = preview.derived(name);
  };
  const changeAndUpdate: OnChange = (name, value) => {
    onChange(name, value);
    update();
  };
  const fields = TOKENS.map((token) => {
    const control = field(
      { ...token, kind: isColor(token.name) ? 'color' : 'text', values: [] },
      settings,
      changeAndUpdate,
    );
    if (isColor(token.name) && !token.default) {
      const button = deriveButton(token.name, settings, changeAndUpdate);
      control.append(button);
      const input = control.querySelector('input');
      if (input) derivedFields.push({ name: token.name, input });
      control.addEventListener('input', () => (button.hidden = false));
    }
    return control;
  });
  // The colors are computed once the preview is in the page.
  queueMicrotask(update);
  return { fields: [...fields, preview.list], update };
}

/** A button that resets a color to the one that is derived from the others. */
function deriveButton(name: string, settings: Settings, onChange: OnChange): HTMLElement {
  const button = document.createElement('button');
  Object.assign(button, { type: 'button', textContent: 'Derive', title: `Remove ${name}` });
  button.hidden = !settings.has(name);
  button.addEventListener('click', () => {
    onChange(name, undefined);
    button.hidden = true;
  });
  return button;
}

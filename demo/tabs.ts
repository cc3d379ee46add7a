/**
 * Creates tabs for one panel, with the keyboard support of the ARIA tabs pattern. Returns a function that
 * renders the selected tab's panel again.
 */
export function tabs(
  list: Element,
  panel: HTMLElement,
  names: readonly string[],
  show: (name: string) => void,
): () => void {
  let selected = names[0] ?? '';
  const buttons = names.map((name) => {
    const tab = document.createElement('button');
    Object.assign(tab, { type: 'button', id: `tab-${name}`, textContent: name });
    tab.setAttribute('role', 'tab');
    tab.setAttribute('aria-controls', panel.id);
    tab.addEventListener('click', () => select(name));
    return tab;
  });
  const select = (name: string) => {
    selected = name;
    for (const tab of buttons) {
      const isSelected = tab.textContent === name;
      tab.setAttribute('aria-selected', String(isSelected));
      tab.tabIndex = isSelected ? 0 : -1;
    }
    panel.setAttribute('aria-labelledby', `tab-${name}`);
    show(name);
  };
  const targets: Readonly<Record<string, (index: number) => number>> = {
    ArrowRight: (index) => (index + 1) % names.length,
    ArrowLeft: (index) => (index + names.length - 1) % names.length,
    Home: () => 0,
    End: () => names.length - 1,
  };
  list.addEventListener('keydown', (event) => {
    const target = targets[(event as KeyboardEvent).key]?.(names.indexOf(selected));
    if (target === undefined) return;
    event.preventDefault();
    buttons[target]?.focus();
    buttons[target]?.click();
  });
  list.replaceChildren(...buttons);
  select(selected);
  return () => show(selected);
}

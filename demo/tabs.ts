/** Tabs over one panel, by the keyboard as usual: arrows, Home and End. Returns what draws the open one again. */
export function tabs(
  list: Element,
  panel: HTMLElement,
  names: readonly string[],
  show: (name: string) => void,
): () => void {
  let open = names[0] ?? '';
  const buttons = names.map((name) => {
    const tab = document.createElement('button');
    Object.assign(tab, { type: 'button', id: `tab-${name}`, textContent: name });
    tab.setAttribute('role', 'tab');
    tab.setAttribute('aria-controls', panel.id);
    tab.addEventListener('click', () => pick(name));
    return tab;
  });
  const pick = (name: string) => {
    open = name;
    for (const tab of buttons) {
      const isOpen = tab.textContent === name;
      tab.setAttribute('aria-selected', String(isOpen));
      tab.tabIndex = isOpen ? 0 : -1;
    }
    panel.setAttribute('aria-labelledby', `tab-${name}`);
    show(name);
  };
  const steps: Readonly<Record<string, (at: number) => number>> = {
    ArrowRight: (at) => (at + 1) % names.length,
    ArrowLeft: (at) => (at + names.length - 1) % names.length,
    Home: () => 0,
    End: () => names.length - 1,
  };
  list.addEventListener('keydown', (event) => {
    const to = steps[(event as KeyboardEvent).key]?.(names.indexOf(open));
    if (to === undefined) return;
    event.preventDefault();
    buttons[to]?.focus();
    buttons[to]?.click();
  });
  list.replaceChildren(...buttons);
  pick(open);
  return () => show(open);
}

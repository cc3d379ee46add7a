/**
 * Keeps the page from scrolling, and returns a function that releases it. It uses its own style sheet and never touches
 * the page's styles and attributes, so that several locks may end in any order.
 */
export function lockScroll(): () => void {
  // Safari supports adopted style sheets from 16.4. In older versions the page may scroll behind the dialog.
  const sheets = document.adoptedStyleSheets as CSSStyleSheet[] | undefined;
  if (!sheets) return () => undefined;
  const sheet = new CSSStyleSheet();
  // Keeps the scroll bar's space, so that the page behind does not shift.
  const gutter = innerWidth > document.documentElement.clientWidth ? 'stable' : 'auto';
  sheet.replaceSync(`:root{overflow:hidden!important;scrollbar-gutter:${gutter}}`);
  document.adoptedStyleSheets = [...sheets, sheet];
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
  };
}

/**
 * Keeps the page behind from scrolling, and gives back what lets it scroll again. By a style sheet of its own: the
 * page's styles and attributes are never touched, so any number of locks come and go in any order.
 */
export function lockScroll(): () => void {
  // Safari has these sheets from 16.4. Before it the page behind may scroll, under a dialog that hides it.
  const sheets = document.adoptedStyleSheets as CSSStyleSheet[] | undefined;
  if (!sheets) return () => undefined;
  const sheet = new CSSStyleSheet();
  // Where the bar took room, its room is kept, or the page behind would shift.
  const gutter = innerWidth > document.documentElement.clientWidth ? 'stable' : 'auto';
  sheet.replaceSync(`:root{overflow:hidden!important;scrollbar-gutter:${gutter}}`);
  document.adoptedStyleSheets = [...sheets, sheet];
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
  };
}

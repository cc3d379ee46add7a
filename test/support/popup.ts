/** As much of another window as the element can reach. It tells nothing. */
export class Popup {
  closed = false;
  opener: unknown = null;
  readonly document = document.implementation.createHTMLDocument();
  readonly location = { replace: () => undefined };
  readonly addEventListener = () => undefined;

  focus(): void {
    // In front already: there is no other.
  }

  close(): void {
    this.closed = true;
  }
}

/** As much of another window as the element can reach. It tells nothing. */
export class Popup {
  closed = false;
  opener: unknown = null;
  readonly document = document.implementation.createHTMLDocument();
  /** At Veriff's page: from then on it is Veriff's to close. */
  isAway = false;
  readonly location = {
    replace: () => {
      this.isAway = true;
    },
  };
  readonly addEventListener = () => undefined;

  focus(): void {
    // In front already: there is no other.
  }

  close(): void {
    this.closed = true;
  }
}

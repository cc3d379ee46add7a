/**
 * The little of a browser window that the simulated Veriff page uses. The rooms without DOM compile the page too, so
 * the types come from here; a test proves that a real window fits them.
 */

/** Any element of the page. */
export interface PageElement {
  hidden: boolean | string;
  textContent: string | null;
  readonly dataset: Record<string, string | undefined>;
  focus(): void;
}

/** The camera's preview. */
export interface PageVideo extends PageElement {
  srcObject: unknown;
  readonly videoWidth: number;
  readonly videoHeight: number;
  play(): Promise<void>;
}

/** The photo taken. It stays in the page. */
export interface PageCanvas extends PageElement {
  width: number;
  height: number;
  getContext(kind: '2d'): {
    fillStyle: unknown;
    fillRect(x: number, y: number, width: number, height: number): void;
    drawImage(video: never, x: number, y: number): void;
  } | null;
}

/** A click, a change or a message. */
export interface PageEvent {
  readonly target: unknown;
}

/** What the camera gives. */
export interface PageStream {
  getTracks(): readonly { stop(): void }[];
}

/** The little of a window that the page uses. */
export interface PageWindow {
  readonly parent: { postMessage(message: string, target: string): void };
  readonly location: { readonly pathname: string };
  readonly navigator: {
    /** Missing where the page is not a secure context. */
    readonly mediaDevices:
      { getUserMedia(wanted: { video: { facingMode: string } }): Promise<PageStream> } | undefined;
  };
  readonly document: {
    readonly body: PageElement;
    getElementById(id: string): PageElement | null;
    addEventListener(type: string, listener: (event: PageEvent) => void): void;
  };
  addEventListener(type: string, listener: (event: PageEvent) => void): void;
  fetch(
    url: string,
    init: { method: string; headers: Record<string, string>; body: string },
  ): Promise<{
    readonly ok: boolean;
    readonly status: number;
  }>;
  close(): void;
}

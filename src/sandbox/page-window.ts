/**
 * The parts of the DOM that the simulated Veriff page uses. The sandbox is compiled without TypeScript's DOM library,
 * so it declares them itself; a test proves that a real `Window` is assignable to them.
 */

/** An element of the page. */
export interface PageElement {
  hidden: boolean | string;
  textContent: string | null;
  readonly dataset: Record<string, string | undefined>;
  focus(): void;
}

/** The camera preview. */
export interface PageVideo extends PageElement {
  srcObject: unknown;
  readonly videoWidth: number;
  readonly videoHeight: number;
  play(): Promise<void>;
}

/** The photo. It never leaves the page. */
export interface PageCanvas extends PageElement {
  width: number;
  height: number;
  getContext(kind: '2d'): {
    fillStyle: unknown;
    fillRect(x: number, y: number, width: number, height: number): void;
    drawImage(video: never, x: number, y: number): void;
  } | null;
}

/** A click, change or message event. */
export interface PageEvent {
  readonly target: unknown;
}

/** The camera's stream. */
export interface PageStream {
  getTracks(): readonly { stop(): void }[];
}

/** The page's window. */
export interface PageWindow {
  readonly parent: { postMessage(message: string, target: string): void };
  readonly location: { readonly pathname: string; replace(url: string): void };
  readonly navigator: {
    /** Undefined if the page is not a secure context. */
    readonly mediaDevices:
      { getUserMedia(constraints: { video: { facingMode: string } }): Promise<PageStream> } | undefined;
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

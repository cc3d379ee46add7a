/** A variant in which the gallery shows every state. */
export interface Variant {
  readonly title: string;
  /** The width of the page around the element, in CSS pixels. */
  readonly width: number;
  /** Query parameters for the page. */
  readonly query: Readonly<Record<string, string>>;
  /** Visible only while the browser emulates forced colors (in Chromium's developer tools: Rendering). */
  readonly forcedColors?: true;
}

/** All variants by name. */
export const VARIANTS = {
  light: { title: 'Light', width: 390, query: { theme: 'light' } },
  dark: { title: 'Dark', width: 390, query: { theme: 'dark' } },
  rtl: { title: 'Right to left', width: 390, query: { lang: 'ar', dir: 'rtl' } },
  narrow: { title: 'Narrow', width: 280, query: {} },
  wide: { title: 'Wide', width: 1200, query: {} },
  contrast: { title: 'High contrast', width: 390, query: {}, forcedColors: true },
  long: { title: 'Long language', width: 390, query: { lang: 'de' } },
} satisfies Record<string, Variant>;

export type VariantName = keyof typeof VARIANTS;

/** One way to look at every state. */
export interface Variant {
  readonly title: string;
  /** Of the page around the element, in CSS pixels. */
  readonly width: number;
  /** For the cell's address. */
  readonly address: Readonly<Record<string, string>>;
  /** Only a browser that is told to can show it: Rendering → forced-colors in Chromium's tools. */
  readonly forcedColors?: true;
}

/** The ways to look, by name. */
export const VARIANTS = {
  light: { title: 'Light', width: 390, address: { theme: 'light' } },
  dark: { title: 'Dark', width: 390, address: { theme: 'dark' } },
  rtl: { title: 'Right to left', width: 390, address: { lang: 'ar', dir: 'rtl' } },
  narrow: { title: 'Narrow', width: 280, address: {} },
  wide: { title: 'Wide', width: 1200, address: {} },
  contrast: { title: 'High contrast', width: 390, address: {}, forcedColors: true },
  long: { title: 'Long language', width: 390, address: { lang: 'de' } },
} satisfies Record<string, Variant>;

export type VariantName = keyof typeof VARIANTS;

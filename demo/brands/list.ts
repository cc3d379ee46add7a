/** A theme that uses only tokens, parts and slots. */
export interface Brand {
  readonly title: string;
  /** The name beside the mark, in the step and in the dialog. */
  readonly name: string;
  /** The mark, as the path of an SVG on a grid of 24. */
  readonly mark: string;
  /** Content of other slots. */
  readonly slots: Readonly<Record<string, string>>;
  /** Query parameters of the page: its language and its direction. */
  readonly page: Readonly<Record<string, string>>;
}

export const BRANDS = {
  bank: {
    title: 'A bank',
    name: 'Meridian Bank',
    mark: 'M12 2 2 8v2h20V8zM4 11h3v8H4zM10.5 11h3v8h-3zM17 11h3v8h-3zM2 20h20v2H2z',
    slots: { 'verified-next': '<a href="#card">Order your card</a>' },
    page: {},
  },
  neobank: {
    title: 'A neobank',
    name: 'limebird',
    mark: 'M2 12C2 6 7 2 13 2c5 0 9 4 9 9l-4-1c0 6-4 12-11 12 2-2 3-4 3-6-4 0-8-1-8-4z',
    slots: { 'verified-next': '<button type="button">Choose a card design</button>' },
    page: {},
  },
  wallet: {
    title: 'A crypto wallet, dark',
    name: 'nocturne',
    mark: 'M12 1 22 7v10l-10 6L2 17V7zM12 6 7 9v6l5 3 5-3V9z',
    slots: { 'verified-next': '<a href="#top-up">Top up your card</a>' },
    page: { theme: 'dark' },
  },
  playful: {
    title: 'A playful brand, with large type',
    name: 'jellypay',
    mark: 'M4 12a8 8 0 0 1 16 0v2q0 3-2 3t-2-2q0 5-2 5t-2-5q0 5-2 5t-2-5q0 2-2 2t-2-3z',
    slots: { 'verified-next': '<button type="button">Hooray, continue</button>' },
    page: {},
  },
  rtl: {
    title: 'A right-to-left brand',
    name: 'بنك الواحة',
    mark: 'M11 22q1-7-1-11-4-1-7 2 0-5 6-5-3-3-6-1 3-5 8 0 0-4 4-5-1 3-1 5 5-4 7 1-3-1-5 1 5 1 5 6-3-4-6-4 2 5 0 11z',
    slots: { 'verified-next': '<a href="#next">المتابعة إلى البطاقة</a>' },
    page: { lang: 'ar', dir: 'rtl' },
  },
} satisfies Record<string, Brand>;

export type BrandName = keyof typeof BRANDS;

const styleSheets = import.meta.glob<string>('./*.css', { query: '?raw', import: 'default', eager: true });

export const cssOf = (brand: BrandName): string => styleSheets[`./${brand}.css`] ?? '';

/** Applies a brand to the page and the step. */
export function applyBrand(name: BrandName, step: HTMLElement): void {
  const brand: Brand = BRANDS[name];
  const style = document.createElement('style');
  style.textContent = cssOf(name);
  document.head.append(style);
  const logo = `<svg viewBox="0 0 24 24" width="24" height="24" fill="currentColor" fill-rule="evenodd" aria-hidden="true"><path d="${brand.mark}"/></svg> ${brand.name}`;
  step.innerHTML = Object.entries({ logo, 'dialog-logo': logo })
    .map(([slot, content]) => `<span slot="${slot}">${content}</span>`)
    .concat(
      Object.entries(brand.slots).map(([slot, content]) => content.replace(/^<\w+/, `$& slot="${slot}"`)),
    )
    .join('');
}

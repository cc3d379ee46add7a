/**
 * Replaces the global `Symbol` inside the bundles (see `scripts/bundle.mjs`). Lit adds a missing `Symbol.metadata`, which
 * throws in a strict module if the page has frozen its intrinsics, as wallets do with SES `lockdown()`.
 */
const { Symbol: native } = globalThis;

const extensible = Object.isExtensible(native)
  ? native
  : (Object.setPrototypeOf((description?: string) => native(description), native) as SymbolConstructor);

export { extensible as Symbol };

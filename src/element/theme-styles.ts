import { css } from 'lit';

/**
 * The theme: every token of the public API, and the derived values of those that the host does not set.
 *
 * The page's background is unknown, so derived colors start from the text, which the page keeps readable. Muted text
 * stays on the text's side of the lightness scale, and so does an accent that is drawn on the page. Text on a color is
 * black or white, whichever has more contrast: at a luminance of 0.179 both have 4.58:1. The three status colors have
 * a medium lightness, so that they are visible on light and on dark pages.
 */
export const themeStyles = css`
  :host {
    --accent: var(--baanx-kyc-accent, #2f5bea);
    --on-accent: var(--baanx-kyc-on-accent, #fff);
    --success: var(--baanx-kyc-success, #14804a);
    --warning: var(--baanx-kyc-warning, #c2570c);
    --danger: var(--baanx-kyc-danger, #d6303f);
    --on-status: #fff;
    --on-success: #fff;
    --ink: currentColor;
    --edge: var(--accent);
    --muted: var(--baanx-kyc-muted, currentColor);
    --border: var(--baanx-kyc-border, #8886);
    --soft: #8882;
    --surface: var(--baanx-kyc-surface, Canvas);
    --radius: var(--baanx-kyc-radius, 0.75rem);
    --space: var(--baanx-kyc-spacing, 1rem);
    color: var(--baanx-kyc-text, inherit);
    font-family: var(--baanx-kyc-font, inherit);
  }
  @supports (color: color(from red xyz x y z)) {
    :host {
      /* Out of range on either side, so that the channels are clipped to black or white. */
      --contrasting: calc((0.179 - y) * 1e4);
      --on-accent: var(
        --baanx-kyc-on-accent,
        color(from var(--accent) xyz var(--contrasting) var(--contrasting) var(--contrasting))
      );
      --on-success: color(from var(--success) xyz var(--contrasting) var(--contrasting) var(--contrasting));
      /* Half way to white or to black, so that the edge of the accent is visible on any page. */
      --edge: color-mix(in oklab, var(--accent), oklch(from var(--accent) clamp(0, (0.62 - l) * 1e4, 1) 0 0));
    }
    .badge {
      --on-status: color(from var(--status) xyz var(--contrasting) var(--contrasting) var(--contrasting));
    }
  }
  /* Browsers support this later than other relative colors. */
  @supports (color: oklch(from currentColor l c h)) {
    :host {
      /* Black or white, whichever is nearer to the text; and the accent with a lightness near it. */
      --polarity: oklch(from currentColor clamp(0, (l - 0.6) * 1e4, 1) 0 0);
      --ink: oklch(
        from color-mix(in oklab, var(--accent) 20%, var(--polarity)) clamp(0.45, (l - 0.5) * 1e4, 0.8)
          calc(c * 4) h
      );
      --muted: var(--baanx-kyc-muted, oklch(from currentColor clamp(0.42, l, 0.82) c h));
      --border: var(--baanx-kyc-border, color-mix(in srgb, currentColor 22%, transparent));
      --soft: color-mix(in srgb, color-mix(in oklab, var(--accent) 85%, currentColor) 14%, transparent);
      /* White or near-black, whichever contrasts with the text. */
      --surface: var(
        --baanx-kyc-surface,
        oklch(from var(--baanx-kyc-text, CanvasText) clamp(0.18, (0.6 - l) * 1e4, 1) 0 0)
      );
    }
  }
`;

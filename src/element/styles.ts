import type { CSSResultGroup } from 'lit';
import { buttonStyles } from './button-styles.js';
import { dialogStyles } from './dialog-styles.js';
import { layoutStyles } from './layout-styles.js';
import { outcomeStyles } from './outcome-styles.js';
import { pictureStyles } from './picture-styles.js';
import { themeStyles } from './theme-styles.js';

/** The style sheets of the step. Later ones win. */
export const styles: CSSResultGroup = [
  themeStyles,
  layoutStyles,
  buttonStyles,
  outcomeStyles,
  pictureStyles,
  dialogStyles,
];

// Without VitePress's web font: the pages use the reader's own.
import Theme from 'vitepress/theme-without-fonts';
import './style.css';

export default Theme;

import { el, fill } from '../dom.js';
import { icon } from '../icons.js';

/** Light, dark, or as the person's system says. */

const NEXT = { auto: 'light', light: 'dark', dark: 'auto' };
const NAMES = { auto: 'as the system says', light: 'light', dark: 'dark' };
const SIGNS = { auto: 'auto', light: 'sun', dark: 'moon' };

/** The button that switches to the next theme. The choice is remembered. */
export function themeToggle() {
  const button = el('button.quiet', { type: 'button', id: 'theme' });
  const use = theme => {
    document.documentElement.dataset.theme = theme;
    localStorage.setItem('theme', theme);
    button.title = `Colours: ${NAMES[theme]}`;
    fill(button, icon(SIGNS[theme]), el('span.heard', {}, `Colours: ${NAMES[theme]}`));
  };
  button.addEventListener('click', () => use(NEXT[document.documentElement.dataset.theme]));
  const last = localStorage.getItem('theme');
  use(Object.hasOwn(NEXT, last) ? last : 'auto');
  return button;
}

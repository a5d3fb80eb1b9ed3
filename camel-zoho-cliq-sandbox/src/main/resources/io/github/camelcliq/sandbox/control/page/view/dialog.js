import { el, freshId } from '../dom.js';
import { signButton } from '../icons.js';

/**
 * A dialog over the page. It keeps the focus inside, closes with the escape key or a press beside it, and is gone then.
 *
 * @param {string} title its title
 * @param {function(function()): Array} content makes its content; takes a function that closes it
 * @param {object} options 'class', and 'closed', which runs when it is gone
 */
export function openDialog(title, content, options = {}) {
  const id = freshId('dialog');
  const dialog = el('dialog', { class: options.class, 'aria-labelledby': id });
  const close = () => dialog.close();
  dialog.append(
    el(
      'div.dialog-frame',
      {},
      el(
        'header.dialog-head',
        {},
        el('h2', { id }, title),
        signButton('close', 'Close', close),
      ),
      content(close),
    ),
  );
  dialog.addEventListener('mousedown', event => event.target === dialog && close());
  dialog.addEventListener('close', () => {
    dialog.remove();
    options.closed?.();
  });
  document.body.append(dialog);
  dialog.showModal();
  dialog.querySelector('[data-first]')?.focus();
  return dialog;
}

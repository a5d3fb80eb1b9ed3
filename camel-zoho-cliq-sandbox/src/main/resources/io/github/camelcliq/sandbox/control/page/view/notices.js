import { el } from '../dom.js';
import { signButton } from '../icons.js';

const SHOWN_FOR = 8_000;
const AT_MOST = 4;

/**
 * Shows a line over the page for a while.
 *
 * @param {string} tone 'good', 'bad' or 'plain'
 * @param {{label: string, act: function()}} action a button in the line
 * @returns {function()} takes it away at once
 */
export function notify(text, tone = 'plain', action = undefined) {
  const place = document.getElementById('notices');
  const gone = () => notice.remove();
  const notice = el(
    'div',
    { class: `notice ${tone}` },
    el('p', {}, text),
    action && el('button.link', { type: 'button', on: { click: () => (gone(), action.act()) } }, action.label),
    signButton('close', 'Dismiss', gone),
  );
  place.append(notice);
  while (place.children.length > AT_MOST) {
    place.firstElementChild.remove();
  }
  setTimeout(gone, SHOWN_FOR);
  return gone;
}

/** Runs an action, and shows its error. */
export async function attempt(doing) {
  try {
    return await doing();
  } catch (failed) {
    notify(failed.message, 'bad');
    return undefined;
  }
}

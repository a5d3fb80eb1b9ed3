import { el } from '../dom.js';
import { gist, messageView, threadOf } from '../message/message.js';

/** The parts of a message that the tab key reaches. */
const INSIDE = 'a[href], button:not([disabled]), pre[tabindex], .scrolled';

/**
 * A message in the feed, with the day before the first one of it.
 *
 * @param {object} before the message before it; undefined if it is the first
 * @param {object} view as messageView takes it
 */
export function articleOf(message, before, view) {
  return el(
    'article',
    {
      'data-id': message.id,
      'aria-label': `${message.from.name}: ${gist(message)}`,
      class: threadOf(message) ? 'threaded' : undefined,
    },
    day(message, before),
    messageView(message, view),
  );
}

/** Lets the tab key go to a message and into it, or past it. */
export function reach(article, active) {
  article.tabIndex = active ? 0 : -1;
  article.querySelectorAll(INSIDE).forEach(inside => {
    inside.tabIndex = active ? 0 : -1;
  });
}

function day(message, before) {
  const date = new Date(message.time).toDateString();
  if (before !== undefined && new Date(before.time).toDateString() === date) {
    return undefined;
  }
  const options = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' };
  return el('p.day', {}, el('span', {}, new Date(message.time).toLocaleDateString(undefined, options)));
}

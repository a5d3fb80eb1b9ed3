import { el, svg } from '../dom.js';

/**
 * The options of a poll with the votes for each.
 *
 * @param {Array} options as the card has them
 * @param {object} actions 'votes' by option, 'user' (the id of the viewer), 'vote' which takes the index of an option
 */
export function poll(options, { votes, user, vote }) {
  const counts = (options ?? []).map((_, at) => (votes[at] ?? []).length);
  const all = counts.reduce((sum, count) => sum + count, 0);
  return el(
    'div.poll-options',
    {},
    (options ?? []).map((option, at) =>
      choice(option.text, counts[at], all, (votes[at] ?? []).includes(user), () => vote(at)),
    ),
    el('p.poll-sum', {}, all === 1 ? '1 vote' : `${all} votes`),
  );
}

function choice(text, count, all, chosen, vote) {
  const share = all === 0 ? 0 : Math.round((count / all) * 100);
  return el(
    'button.poll-option',
    { type: 'button', 'aria-pressed': String(chosen), on: { click: vote } },
    bar(share),
    el('span.poll-text', {}, text),
    el('span.poll-count', {}, String(count), el('span.heard', {}, count === 1 ? ' vote' : ' votes')),
  );
}

function bar(share) {
  return svg(
    'svg',
    { class: 'poll-bar', viewBox: '0 0 100 1', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
    svg('rect', { width: share, height: 1 }),
  );
}

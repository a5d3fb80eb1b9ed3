import { get, post } from '../api.js';
import { el, fill } from '../dom.js';
import { attempt } from '../view/notices.js';
import { NO_LIMIT, group, labelled } from './fields.js';

/** The default user of a sandbox. */
const USER = 'sandbox-user';

/** How many posts a user has left, the lock in force, and a button that locks the user out. */
export function budgetControl(store, refresh) {
  const user = el('input', { name: 'user', value: USER, list: 'known-users', on: { change: refresh } });
  const known = el('datalist', { id: 'known-users' });
  const shown = el('div.budget');
  const duration = el('input', { name: 'for', value: 'PT10M' });
  const lock = () =>
    attempt(async () => (await post('/sandbox/lock', { user: user.value, for: duration.value }), refresh()));
  const element = group(
    'Budget and lock',
    undefined,
    labelled('User', user),
    known,
    shown,
    el(
      'div.control-row',
      {},
      labelled('Lock for', duration),
      el('button.solid.negative', { type: 'button', on: { click: lock } }, 'Lock out'),
    ),
  );
  return {
    element,
    refresh: async () => {
      fill(
        known,
        users(store).map(name => el('option', { value: name })),
      );
      fill(shown, figures(await get(`/sandbox/budget?user=${encodeURIComponent(user.value)}`)));
    },
  };
}

function users(store) {
  return [...new Set([USER, ...store.messages.slice(-500).map(message => message.user)])];
}

function figures(budget) {
  return [
    meter('Posts left', budget.postsLeft, budget.posts),
    meter('With card or slides left', budget.restrictedLeft, budget.restricted),
    el(
      'p',
      { class: budget.lockedUntil ? 'locked' : undefined },
      budget.lockedUntil ? `Locked out until ${new Date(budget.lockedUntil).toLocaleTimeString()}` : 'Not locked',
      `; ${budget.accepted} accepted, ${budget.throttled} throttled`,
    ),
  ];
}

function meter(name, left, used) {
  const of = left + used;
  const limited = of < NO_LIMIT;
  return el(
    'div.meter',
    {},
    el('span', {}, name),
    el('b', {}, limited ? `${left} of ${of}` : 'no limit'),
    limited && el('meter', { min: 0, max: of, low: of / 4, value: left, 'aria-label': name }),
  );
}

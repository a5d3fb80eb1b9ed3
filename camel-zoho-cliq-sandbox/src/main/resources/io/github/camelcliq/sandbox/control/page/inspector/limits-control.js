import { get, post } from '../api.js';
import { el } from '../dom.js';
import { attempt } from '../view/notices.js';
import { NO_LIMIT, choice, group, labelled, turn } from './fields.js';

/** How often users may post, how long they are locked out, and the answer they get. */
export function limitsControl(refresh) {
  const number = name => el('input', { name, type: 'number', min: 1, placeholder: 'no limit' });
  const form = el(
    'form',
    {
      on: {
        submit: event => (
          event.preventDefault(),
          attempt(async () => (await post('/sandbox/limits', given(form)), clean(form), refresh()))
        ),
        input: () => form.classList.add('touched'),
      },
    },
    el(
      'div.control-row',
      {},
      labelled('Posts', number('posts')),
      labelled('With card or slides', number('restricted')),
    ),
    el(
      'div.control-row',
      {},
      labelled('In a window of', el('input', { name: 'window' })),
      labelled('Lock', el('input', { name: 'lock' })),
    ),
    el(
      'div.control-row',
      {},
      choice(
        'Told by',
        [
          ['flat', '429, flat'],
          ['nested', '429, nested'],
          ['disguised', '400, disguised'],
        ],
        { name: 'form' },
      ),
      el('label.check', {}, el('input', { name: 'retryAfter', type: 'checkbox' }), ' Retry-After'),
      el('button.solid', { type: 'submit' }, 'Set the limits'),
    ),
  );
  const preset = name => async () => {
    await post('/sandbox/limits', { preset: name });
    clean(form);
  };
  const element = group(
    'Limits',
    undefined,
    el('div.control-row', {}, turn('As in Cliq', preset('of-cliq'), refresh), turn('Off', preset('off'), refresh)),
    form,
  );
  return { element, refresh: async () => show(form, await get('/sandbox/limits')) };
}

function given(form) {
  const { posts, restricted, window, lock, form: told, retryAfter } = form.elements;
  return {
    posts: Number(posts.value) || NO_LIMIT,
    restricted: Number(restricted.value) || NO_LIMIT,
    window: window.value,
    lock: lock.value,
    form: told.value,
    retryAfter: retryAfter.checked,
  };
}

// a field with the focus keeps its text
function show(form, limits) {
  if (form.classList.contains('touched')) {
    return;
  }
  const { posts, restricted, window, lock, form: told, retryAfter } = form.elements;
  posts.value = limits.posts === NO_LIMIT ? '' : limits.posts;
  restricted.value = limits.restricted === NO_LIMIT ? '' : limits.restricted;
  window.value = limits.window;
  lock.value = limits.lock;
  told.value = limits.form;
  retryAfter.checked = limits.retryAfter;
}

function clean(form) {
  form.classList.remove('touched');
}

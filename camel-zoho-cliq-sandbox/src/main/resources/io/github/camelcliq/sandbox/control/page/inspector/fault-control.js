import { get, post, remove } from '../api.js';
import { el, fill } from '../dom.js';
import { attempt } from '../view/notices.js';
import { choice, group, labelled, turn } from './fields.js';

/** The fault dial: the fault of the next requests, or of every n-th request. */

const FAULTS = [
  ['throttle', 'throttled'],
  ['unauthorized', '401, token refused'],
  ['html-page', 'an HTML error page'],
  ['delay', 'a late answer'],
  ['hang', 'no answer at all'],
  ['cut-before-reading', 'cut before reading'],
  ['cut-while-reading', 'cut while reading'],
  ['cut-before-answering', 'cut before answering'],
  ['expire-tokens', 'tokens expire'],
  ['answer', 'your own answer'],
];
const FIELDS = {
  throttle: ['form', 'retryAfter'],
  'html-page': ['status'],
  delay: ['delay'],
  'cut-while-reading': ['bytes'],
  answer: ['status', 'body'],
};

export function faultControl(refresh) {
  const kind = choice('What', FAULTS, { name: 'fault' });
  const more = el('div.control-row');
  const set = el('ul.set-faults');
  const form = el(
    'form',
    { on: { submit: event => (event.preventDefault(), attempt(async () => (await setFault(form), refresh()))) } },
    el('div.control-row', {}, choice('On', [['posts'], ['tokens', 'token requests']], { name: 'on' }), kind),
    more,
    el(
      'div.control-row',
      {},
      choice(
        'When',
        [
          ['next', 'the next'],
          ['every', 'one in every'],
        ],
        { name: 'when' },
      ),
      labelled('How many', el('input', { name: 'count', type: 'number', min: 1, value: 1 })),
      el('button.solid', { type: 'submit' }, 'Set the fault'),
    ),
  );
  const select = kind.querySelector('select');
  const showFields = () =>
    fill(
      more,
      (FIELDS[select.value] ?? []).map(name => field(name)),
    );
  select.addEventListener('change', showFields);
  showFields();
  const element = group(
    'Fault dial',
    undefined,
    form,
    set,
    el(
      'div.control-row',
      {},
      turn('Clear all faults', () => remove('/sandbox/faults'), refresh),
      turn('Release what hangs', () => post('/sandbox/faults/release'), refresh),
    ),
  );
  return { element, refresh: async () => show(set, await get('/sandbox/faults')) };
}

function setFault(form) {
  const { when, count, retryAfter, status, bytes, ...rest } = Object.fromEntries(new FormData(form));
  return post('/sandbox/faults', {
    ...rest,
    [when]: Number(count),
    retryAfter: retryAfter || undefined,
    status: status === undefined ? undefined : Number(status),
    bytes: bytes === undefined ? undefined : Number(bytes),
  });
}

function field(name) {
  const fields = {
    form: () => choice('Form', [['flat'], ['nested'], ['disguised']], { name }),
    retryAfter: () => labelled('Retry-After', el('input', { name, placeholder: 'PT10M, or empty' })),
    status: () => labelled('Status', el('input', { name, type: 'number', min: 100, max: 599, value: 502 })),
    delay: () => labelled('Delay', el('input', { name, value: 'PT5S' })),
    bytes: () => labelled('After bytes', el('input', { name, type: 'number', min: 0, value: 1 })),
    body: () => labelled('Body', el('input', { name, value: '{"message": "Bad gateway"}' })),
  };
  return fields[name]();
}

function show(list, faults) {
  fill(
    list,
    faults.length === 0
      ? el('li.nothing', {}, 'No fault is set.')
      : faults.map(fault =>
          el('li', {}, el('b', {}, fault.on), ': ', fault.text, ', ', el('span.when', {}, whenOf(fault))),
        ),
  );
}

function whenOf({ next, every, when }) {
  return next ? 'next' : every ? `one in ${every}` : when;
}

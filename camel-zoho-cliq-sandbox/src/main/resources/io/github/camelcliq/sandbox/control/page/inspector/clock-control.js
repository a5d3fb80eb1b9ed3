import { get, post } from '../api.js';
import { el } from '../dom.js';
import { group, labelled, turn } from './fields.js';

const STEPS = [
  ['1 min', 'PT1M'],
  ['10 min', 'PT10M'],
  ['1 h', 'PT1H'],
];

/** The time in the sandbox, and buttons that skip time. A lock of ten minutes is then over at once. */
export function clockControl(refresh) {
  const now = el('output.clock', { 'aria-label': 'Time in the sandbox' });
  const own = el('input', { name: 'skip', value: 'PT30S' });
  const skip = duration => () => post('/sandbox/clock', { skip: duration });
  const element = group(
    'Clock',
    undefined,
    now,
    el(
      'div.control-row',
      {},
      STEPS.map(([name, duration]) => turn(`Skip ${name}`, skip(duration), refresh)),
    ),
    el(
      'div.control-row',
      {},
      labelled('Or a duration', own),
      turn('Skip time', () => skip(own.value)(), refresh),
    ),
  );
  return {
    element,
    refresh: async () => {
      now.value = new Date((await get('/sandbox/clock')).now).toLocaleString();
    },
  };
}

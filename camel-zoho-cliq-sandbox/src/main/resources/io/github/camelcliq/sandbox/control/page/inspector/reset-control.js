import { post } from '../api.js';
import { el } from '../dom.js';
import { openDialog } from '../view/dialog.js';
import { attempt } from '../view/notices.js';
import { group } from './fields.js';

/** Resets the sandbox after a confirmation. */
export function resetControl() {
  const element = group(
    'Reset',
    'Forgets messages, requests, clicks, faults and locks, and goes back to the limits of the start.',
    el('button.solid.negative', { type: 'button', on: { click: ask } }, 'Reset the sandbox'),
  );
  return { element, refresh: async () => {} };
}

function ask() {
  openDialog('Reset the sandbox?', close => [
    el('p', {}, 'All messages and requests are forgotten.'),
    el(
      'div.dialog-buttons',
      {},
      el('button', { type: 'button', 'data-first': true, on: { click: close } }, 'Keep them'),
      el(
        'button.solid.negative',
        { type: 'button', on: { click: () => attempt(async () => (await post('/sandbox/reset'), close())) } },
        'Reset',
      ),
    ),
  ]);
}

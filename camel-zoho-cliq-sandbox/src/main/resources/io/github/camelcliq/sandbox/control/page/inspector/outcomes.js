import { el } from '../dom.js';
import { said, tone } from '../message/outcome.js';
import { Entries } from './entries.js';
import { jsonView } from './json-view.js';
import { pairs } from './pairs.js';
import { statusBadge, time } from './requests.js';

/** Clicks on buttons, and their outcomes. */
export function outcomeList(store, open) {
  return new Entries('No button was pressed yet.', outcome =>
    el(
      'button.entry',
      { type: 'button', on: { click: () => open('Click', outcomeDetails(store, outcome)) } },
      el('span', { class: `status ${tone(outcome)}` }, outcome.status),
      el('span.entry-what', {}, el('b', {}, outcome.button), ' ', outcome.action),
      time(outcome.time),
    ),
  );
}

/** All that the page knows of one click. */
export function outcomeDetails(store, outcome) {
  const { request, answer, shown } = outcome;
  return [
    el(
      'p.request-line',
      {},
      el('b', {}, outcome.button),
      ' ',
      el('code', {}, outcome.action),
      ' by ',
      store.personName(outcome.user),
    ),
    el(
      'p',
      {},
      el('span', { class: `status ${tone(outcome)}` }, outcome.status),
      ' ',
      said(outcome),
      ' ',
      time(outcome.time),
    ),
    request && [
      el('h4', {}, 'Request'),
      el('p.request-line', {}, el('b', {}, 'POST'), ' ', el('code', {}, request.url)),
      pairs(request.headers),
      jsonView(request.body),
    ],
    answer && [el('h4', {}, 'Answer ', statusBadge(answer.status)), jsonView(answer.body)],
    shown.json && [el('h4', {}, `Shown: ${shown.kind}`), jsonView(JSON.stringify(shown.json))],
  ];
}

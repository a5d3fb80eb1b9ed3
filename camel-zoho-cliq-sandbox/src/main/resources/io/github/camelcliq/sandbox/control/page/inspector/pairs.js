import { el } from '../dom.js';

/** Names and their values, such as headers; false if there are none. */
export function pairs(values) {
  const entries = Object.entries(values);
  return (
    entries.length > 0 &&
    el(
      'dl.headers',
      {},
      entries.map(([name, value]) => el('div', {}, el('dt', {}, name), el('dd', {}, value))),
    )
  );
}

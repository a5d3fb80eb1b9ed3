import { el } from '../dom.js';
import { attempt } from '../view/notices.js';

/** The parts of the controls. */

/** The number that the sandbox sends and takes for "no limit". */
export const NO_LIMIT = 2_147_483_647;

/** A group of controls with a heading. */
export function group(name, explanation, ...content) {
  return el(
    'section.control-group',
    {},
    el('h3', {}, name),
    explanation && el('p.quiet-text', {}, explanation),
    content,
  );
}

/** A field with its label. */
export function labelled(name, control) {
  return el('label.control', {}, el('span', {}, name), control);
}

/** A choice among names. */
export function choice(name, options, attributes = {}) {
  return labelled(
    name,
    el(
      'select',
      attributes,
      options.map(([value, text]) => el('option', { value }, text ?? value)),
    ),
  );
}

/** A button that changes a setting, and then shows the new state. */
export function turn(name, act, refresh) {
  return el('button', { type: 'button', on: { click: () => attempt(async () => (await act(), refresh())) } }, name);
}

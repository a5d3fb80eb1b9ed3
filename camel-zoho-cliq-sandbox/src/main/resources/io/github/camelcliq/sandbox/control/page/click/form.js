import { el, freshId } from '../dom.js';
import { openDialog } from '../view/dialog.js';

/** A form of a function's answer, as Cliq would show it. It can be filled in, but not sent. */
export function showForm(form) {
  openDialog(form.title || 'Form', close => [
    form.hint && el('p.confirm-description', {}, form.hint),
    (Array.isArray(form.inputs) ? form.inputs : []).map(field),
    el(
      'p.quiet-text',
      {},
      `The sandbox shows forms and does not send them. Cliq would call ${form.action?.name ?? 'a function'}.`,
    ),
    el(
      'div.dialog-buttons',
      {},
      el('button.solid', { type: 'button', on: { click: close } }, form.button_label || 'Close'),
    ),
  ]);
}

function field(input) {
  const id = freshId('form');
  const label = el(
    'label',
    { for: id },
    input.label ?? input.name ?? '',
    input.mandatory ? el('span.needed', {}, ' (needed)') : '',
  );
  return el('div.field', {}, label, control(input, id), input.hint && el('p.quiet-text', {}, input.hint));
}

function control(input, id) {
  const common = { id, placeholder: input.placeholder };
  if (input.type === 'textarea') {
    return el('textarea', { ...common, rows: 3 }, input.value ?? '');
  } else if (Array.isArray(input.options)) {
    return el(
      'select',
      { id },
      input.options.map(option => el('option', { value: option.value }, option.label ?? option.value)),
    );
  }
  const types = { number: 'number', date: 'date', checkbox: 'checkbox', toggle: 'checkbox', file: 'file' };
  return el('input', { ...common, type: types[input.type] ?? 'text', value: input.value });
}

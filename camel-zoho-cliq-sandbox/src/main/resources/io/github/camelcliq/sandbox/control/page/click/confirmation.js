import { el, freshId } from '../dom.js';
import { openDialog } from '../view/dialog.js';

const COLOURS = { positive: 'positive', negative: 'negative', neutral: 'neutral' };

/**
 * Asks for the confirmation of a button.
 *
 * @param {object} confirm as the message has it
 * @param {function({input: string, token: boolean}): Promise<string|undefined>} run acts after the confirmation; it
 *     gives an error of the input, which keeps the dialog open
 */
export function askForConfirmation(confirm, run) {
  const field = inputField(confirm);
  const colour = COLOURS[confirm.emotion] ?? 'positive';
  openDialog(
    confirm.title ?? 'Are you sure?',
    close =>
      el(
        'form',
        { novalidate: true, on: { submit: event => (event.preventDefault(), submit(confirm, field, run, close)) } },
        confirm.description && el('p.confirm-description', {}, confirm.description),
        // without a prompt it is a plain question
        (confirm.input || isMandatory(confirm)) && field.element,
        el(
          'div.dialog-buttons',
          {},
          el('button', { type: 'button', on: { click: close } }, confirm.cancel_button_label || 'Cancel'),
          el('button', { type: 'submit', class: `solid ${colour}` }, confirm.button_label || 'OK'),
        ),
      ),
    { class: `confirmation ${colour}` },
  );
}

async function submit(confirm, field, run, close) {
  const input = field.value();
  const wrong =
    isMandatory(confirm) && input.trim() === '' ? 'Enter a text.' : await run({ input, token: field.token });
  if (wrong === undefined) {
    close();
  } else {
    field.refuse(wrong);
  }
}

function inputField(confirm) {
  const token = confirm.input?.type === 'user_webhook_token';
  const id = freshId('input');
  const complaint = el('p.complaint', { id: `${id}-complaint`, role: 'alert' });
  const box = el(token ? 'input' : 'textarea', {
    id,
    'data-first': true,
    rows: token ? undefined : 2,
    autocomplete: 'off',
    'aria-required': isMandatory(confirm) ? 'true' : undefined,
    'aria-describedby': complaint.id,
  });
  const prompt = token ? 'Webhook token' : (confirm.input || 'Input');
  return {
    token,
    value: () => box.value,
    refuse: text => {
      complaint.textContent = text;
      box.setAttribute('aria-invalid', 'true');
      box.focus();
    },
    element: el(
      'div.field',
      {},
      el('label', { for: id }, prompt, el('span.needed', {}, isMandatory(confirm) ? ' (needed)' : ' (may stay empty)')),
      box,
      complaint,
    ),
  };
}

// the buttons reference has it as a string
function isMandatory(confirm) {
  return String(confirm.mandatory) === 'true';
}

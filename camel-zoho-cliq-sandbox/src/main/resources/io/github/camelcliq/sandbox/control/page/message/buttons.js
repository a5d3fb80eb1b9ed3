import { el, freshId } from '../dom.js';

/** The buttons of a message: below it, below a slide, in a card, or inside its text. */

const DOES = {
  'invoke.function': data => `runs the function ${data.name ?? ''}`,
  'open.url': () => 'opens an address',
  'preview.url': () => 'opens a preview',
  'system.api': () => 'asks Cliq itself for something',
  copy: () => 'copies a text',
};

/**
 * A row of buttons.
 *
 * @param {Array} buttons as the message has them; any other value shows no row
 * @param {function(string, object)} press takes the key or index of a button, and the button
 * @param {number} first the index of the first one among all buttons of the message
 */
export function buttonRow(buttons, press, first = 0) {
  if (!Array.isArray(buttons) || buttons.length === 0) {
    return undefined;
  }
  const row = buttons.map((button, at) => cardButton(button, () => press(button.key || String(first + at), button)));
  return el('div.buttons', {}, row);
}

/** A button inside the text. */
export function instantButton(button, label, press) {
  return el(
    'button',
    { type: 'button', class: classes('instant', button), title: whatItDoes(button), on: { click: press } },
    button.label ?? label,
  );
}

/** What a button would do, in words. */
export function whatItDoes(button) {
  const action = button.action ?? {};
  return DOES[action.type]?.(action.data ?? {}) ?? '';
}

function cardButton(button, press) {
  const id = freshId('hint');
  const hint = button.hint || undefined;
  return el(
    'span.button-place',
    {},
    el(
      'button',
      { type: 'button', class: classes('action', button), 'aria-describedby': hint && id, on: { click: press } },
      button.label,
    ),
    hint && el('span.tip', { id, role: 'tooltip' }, hint),
  );
}

function classes(base, button) {
  const colour = { '+': 'positive', '-': 'negative' }[button.type] ?? 'plain';
  return `${base} ${colour}`;
}

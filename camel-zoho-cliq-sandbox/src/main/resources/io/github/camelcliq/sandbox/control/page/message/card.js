import { el } from '../dom.js';
import { buttonRow } from './buttons.js';
import { picture } from './picture.js';
import { poll } from './poll.js';

/**
 * The card of a message, with the text, the slides and the buttons inside it.
 *
 * @param {object} message as it was posted, or after its edits
 * @param {object} parts the nodes 'text' and 'slides', the row 'buttons', and 'rich', which makes nodes of a text
 * @param {object} actions the actions of buttons and votes
 */
export function card(message, parts, actions) {
  const { theme, title } = message.card;
  const heading = title && el('h4.card-title', {}, title);
  if (theme === 'poll') {
    return el('div.card.poll', {}, heading, parts.text, poll(message.card.options, actions), parts.slides);
  } else if (theme === 'prompt') {
    return el('div.card.prompt', {}, el('div.prompt-body', {}, heading, parts.text, parts.slides), parts.buttons);
  }
  return el(
    'div.card.modern',
    {},
    el(
      'div.card-head',
      {},
      el('div.card-body', {}, heading, parts.text),
      message.card.thumbnail && picture(message.card.thumbnail, 'thumbnail', ''),
    ),
    sections(message.card.sections, parts.rich),
    parts.slides,
    parts.buttons,
  );
}

/** The buttons of a message: at its top level, or, as an older page shows them, inside the card. */
export function buttonsOf(message, press) {
  return buttonRow(message.buttons ?? message.card?.buttons, press);
}

function sections(sections, rich) {
  return (sections ?? []).map(section =>
    el(
      'section.card-section',
      {},
      section.title && el('h5', {}, section.title),
      el(
        'dl.fields',
        {},
        (section.fields ?? []).map(field => el('div', {}, el('dt', {}, field.title), el('dd', {}, rich(field.value)))),
      ),
    ),
  );
}

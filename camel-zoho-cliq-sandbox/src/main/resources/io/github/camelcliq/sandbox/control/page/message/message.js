import { el } from '../dom.js';
import { icon } from '../icons.js';
import { standing } from '../store.js';
import { buttonsOf, card } from './card.js';
import { instantButton } from './buttons.js';
import { outcomeStrip } from './outcome.js';
import { avatar } from './picture.js';
import { slideList } from './slides.js';
import { richText } from './text.js';

/**
 * A message as Cliq shows it.
 *
 * @param {object} received the message as the control API has it
 * @param {object} view 'organisation', 'user' (the id of the viewer), 'place' (the name of the chat, if several are
 *     shown
 *     together), 'replied' (the message it replies to, if known), 'threadReplies' (their number), and the actions
 *     'press', 'vote', 'inspect', 'showThread', 'reveal' and 'showOutcome'
 */
export function messageView(received, view) {
  const message = standing(received);
  const rich = textOf(received, message, view);
  const press = (key, button) => view.press(received, key, button);
  return el(
    'div.message',
    {},
    avatar(received.from),
    el(
      'div.message-body',
      {},
      head(received, view),
      quoted(message, view),
      threadMark(received, message, view),
      bubble(received, message, rich, press, view),
      foot(received, message, view),
    ),
  );
}

/** The first words of a message, as plain text. */
export function gist(received) {
  const message = standing(received);
  const text = message.text ?? message.card?.title ?? '';
  const line = String(text).replace(/\s+/g, ' ').trim();
  return line.length > 120 ? `${line.slice(0, 120)}…` : line;
}

/** The thread that a message belongs to, if any. */
export function threadOf(received) {
  const { message } = received;
  return message.thread_message_id ?? message.thread_chat_id ?? undefined;
}

function textOf(received, message, view) {
  const references = message.references ?? {};
  const context = {
    organisation: view.organisation,
    markdown: message.styles?.markdown ?? true,
    instantButton: (key, label) => {
      const button = Object.hasOwn(references, key) ? references[key]?.object : undefined;
      return button && instantButton(button, label, () => view.press(received, key, button));
    },
  };
  return text => richText(text, context);
}

function head(received, view) {
  const { name, kind } = received.from;
  const time = new Date(received.time);
  return el(
    'header.message-head',
    {},
    el('h3.author', {}, name),
    kind !== 'user' && el('span.badge', {}, kind),
    view.place && el('span.place', {}, view.place),
    el('time', { datetime: received.time, title: time.toLocaleString() }, clockTime(time)),
    received.edited && el('span.edited', {}, 'edited'),
    el(
      'button.quiet.inspect',
      { type: 'button', title: 'Inspect', on: { click: () => view.inspect(received) } },
      icon('inspect'),
      el('span.heard', {}, 'Inspect this message'),
    ),
  );
}

function quoted(message, view) {
  if (!message.reply_to) {
    return undefined;
  }
  const original = view.replied;
  const said = original ? [el('b', {}, original.from.name), ' ', gist(original)] : `message ${message.reply_to}`;
  return el(
    'button.quoted',
    { type: 'button', disabled: !original, on: { click: () => view.reveal(message.reply_to) } },
    icon('reply'),
    el('span.heard', {}, 'In reply to '),
    el('span', {}, said),
  );
}

function threadMark(received, message, view) {
  const thread = threadOf(received);
  if (thread === undefined) {
    return undefined;
  }
  return el(
    'button.thread-mark',
    { type: 'button', on: { click: () => view.showThread(received) } },
    icon('thread'),
    el('span', {}, message.thread_title ? `Thread: ${message.thread_title}` : 'In a thread'),
    message.post_in_parent && el('span.also', {}, 'also in the chat'),
  );
}

function bubble(received, message, rich, press, view) {
  const colour = ['red', 'yellow', 'green', 'blue', 'grey'].includes(message.styles?.background)
    ? `tinted ${message.styles.background}`
    : '';
  const text = message.text ? el('div.text', {}, rich(message.text)) : undefined;
  const before = (message.buttons ?? message.card?.buttons)?.length ?? 0;
  const slides = slideList(message.slides, rich, press, before);
  const buttons = buttonsOf(message, press);
  const hint = message.hint && el('p.message-hint', {}, message.hint);
  const topic = message.message_topic && el('p.topic', {}, message.message_topic);
  if (!message.card) {
    return el('div', { class: `bubble ${colour}` }, topic, text, slides, buttons, hint);
  }
  const actions = { votes: received.votes, user: view.user, vote: option => view.vote(received, option) };
  return el('div', { class: `bubble ${colour}` }, topic, card(message, { text, slides, buttons, rich }, actions), hint);
}

function foot(received, message, view) {
  const replies = view.threadReplies;
  const last = received.clicks.at(-1);
  return [
    replies > 0 &&
      el(
        'button.thread-mark',
        { type: 'button', on: { click: () => view.showThread(received) } },
        icon('thread'),
        el('span', {}, replies === 1 ? '1 reply in a thread' : `${replies} replies in a thread`),
      ),
    last && outcomeStrip(last, received.clicks.length, () => view.showOutcome(last)),
  ];
}

function clockTime(time) {
  return time.toLocaleTimeString(undefined, { hour: '2-digit', minute: '2-digit' });
}

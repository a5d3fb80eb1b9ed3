import { el, fill } from '../dom.js';
import { signButton } from '../icons.js';
import { openDialog } from './dialog.js';
import { themeToggle } from './theme.js';

const PANES = [
  ['chats', 'Chats'],
  ['messages', 'Messages'],
  ['inspector', 'Inspector'],
];
const CONNECTIONS = {
  live: 'Live',
  waiting: 'Connecting …',
  offline: 'The sandbox does not answer',
};
const KEYS = [
  ['Tab', 'to the next part, and into a message'],
  ['↑ ↓ Home End', 'from one chat, message or request to another'],
  ['← →', 'from one tab of the inspector to another'],
  ['1 2 3', 'to the chats, the messages, the inspector'],
  ['/', 'find in messages'],
  ['Esc', 'close a dialog, or go back'],
  ['?', 'this list'],
];

/** The bar over the page: the user who clicks, colours, help, and on narrow screens the part that is shown. */
export class Bar {
  #connection = document.getElementById('connection');
  #switch = el('div.pane-switch', { role: 'group', 'aria-label': 'Part of the page' });
  #users = el('select', { id: 'user' });
  #store;

  /** @param {function()} userChanged runs when another user is chosen */
  constructor(store, userChanged) {
    this.#store = store;
    this.#users.addEventListener('change', userChanged);
    document
      .getElementById('bar-tools')
      .append(
        this.#switch,
        el('label.you', {}, el('span', {}, 'Clicks by'), this.#users),
        themeToggle(),
        signButton('help', 'Keys', showKeys),
      );
    ['replaced', 'organisation'].forEach(event => store.addEventListener(event, () => this.#drawUsers()));
    this.show('messages');
    this.connection('waiting');
  }

  /** The id of the user who clicks; undefined if the sandbox has no people. */
  get user() {
    return this.#users.value || undefined;
  }

  /** Shows one part of a narrow page. */
  show(pane) {
    document.body.dataset.pane = pane;
    fill(
      this.#switch,
      PANES.map(([key, name]) =>
        el(
          'button.segment',
          { type: 'button', 'aria-pressed': String(key === pane), on: { click: () => this.show(key) } },
          name,
        ),
      ),
    );
  }

  connection(state) {
    this.#connection.className = `connection ${state}`;
    this.#connection.textContent = CONNECTIONS[state];
  }

  #drawUsers() {
    const chosen = this.user;
    const { users } = this.#store.organisation;
    fill(
      this.#users,
      users.map(user => el('option', { value: user.id }, user.name)),
    );
    this.#users.closest('label').hidden = users.length === 0;
    if (users.some(user => user.id === chosen)) {
      this.#users.value = chosen;
    }
  }
}

/** Shows which keys do what. */
export function showKeys() {
  openDialog('Keys', () =>
    el(
      'dl.fields.keys',
      {},
      KEYS.map(([key, does]) => el('div', {}, el('dt', {}, el('kbd', {}, key)), el('dd', {}, does))),
    ),
  );
}

import { el, fill } from '../dom.js';
import { icon } from '../icons.js';
import { chatIcon, chats, kindName } from '../people.js';
import { onceAFrame } from './frame.js';
import { ALL } from './places.js';
import { reachable, roving } from './roving.js';

const GROUPS = [
  { name: 'Channels', has: chat => chat.kind.startsWith('channel') },
  { name: 'Chats', has: chat => chat.kind === 'chat' },
  { name: 'People', has: chat => chat.kind === 'user' },
  { name: 'Bots', has: chat => chat.kind === 'bot' },
];
const ENTRIES = 'button.chat';

/** The chats and channels, with how many messages of each were not seen yet. */
export class ChatList {
  #root;
  #store;
  #unseen;
  #choose;
  #list = el('div.chat-list');
  #name = el('p.organisation');
  #drawSoon = onceAFrame(() => this.#draw());
  #chosen = ALL;

  /** @param {function(string)} choose takes the key of a chat, or ALL */
  constructor(root, store, unseen, choose) {
    this.#root = root;
    this.#store = store;
    this.#unseen = unseen;
    this.#choose = choose;
    root.append(this.#name, this.#list);
    roving(this.#list, ENTRIES);
    ['replaced', 'added', 'organisation'].forEach(event => store.addEventListener(event, () => this.#drawSoon()));
    unseen.addEventListener('changed', () => this.#drawSoon());
    this.#draw();
  }

  set chosen(key) {
    this.#chosen = key;
    this.#draw();
  }

  /** The name of a chat. */
  title(key) {
    return this.#all().find(chat => chat.key === key)?.title ?? key.slice(key.indexOf('/') + 1);
  }

  chat(key) {
    return this.#all().find(chat => chat.key === key);
  }

  #all() {
    return chats(this.#store);
  }

  #draw() {
    const focused = document.activeElement?.closest?.(ENTRIES)?.dataset.chat;
    const all = this.#all();
    this.#name.textContent = this.#store.organisation.name || 'Local Cliq';
    fill(
      this.#list,
      el('ul', {}, this.#entry({ key: ALL, title: 'All messages' }, 'all')),
      GROUPS.map(group => this.#group(group, all.filter(group.has))),
    );
    const entries = [...this.#list.querySelectorAll(ENTRIES)];
    const again = entries.find(entry => entry.dataset.chat === focused);
    again?.focus();
    reachable(this.#list, ENTRIES, again ?? entries.find(entry => entry.ariaCurrent) ?? entries[0]);
  }

  #group({ name }, members) {
    return (
      members.length > 0 && [
        el('h2', {}, name),
        el(
          'ul',
          {},
          members.map(chat => this.#entry(chat, chatIcon(chat))),
        ),
      ]
    );
  }

  #entry(chat, sign) {
    const count = this.#unseen.count(chat.key);
    return el(
      'li',
      {},
      el(
        'button.chat',
        {
          type: 'button',
          'data-chat': chat.key,
          'aria-current': chat.key === this.#chosen ? 'true' : undefined,
          title: chat.kind && `${kindName(chat)} ${chat.target}`,
          on: { click: () => this.#choose(chat.key) },
        },
        icon(sign),
        el('span.chat-title', {}, chat.title),
        count > 0 && el('span.count', {}, count > 999 ? '999+' : String(count), el('span.heard', {}, ' unseen')),
      ),
    );
  }
}

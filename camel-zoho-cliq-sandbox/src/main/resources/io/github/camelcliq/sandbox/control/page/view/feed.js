import { el, fill } from '../dom.js';
import { icon } from '../icons.js';
import { chatIcon, kindName } from '../people.js';
import { standing } from '../store.js';
import { threadOf } from '../message/message.js';
import { articleOf, reach } from './article.js';
import { emptyState } from './empty-state.js';
import { MessageList } from './message-list.js';
import { ALL } from './places.js';
import { ThreadReplies } from './thread-replies.js';

/** The messages of one chat, of one thread, or all of them, in the middle of the page. */
export class Feed {
  #store;
  #places;
  #actions;
  #chat = ALL;
  #thread;
  #search = '';
  #active;
  #missed = 0;
  #waiting = [];
  #replies = new ThreadReplies();
  #heading = el('h2.feed-title', { tabindex: -1 });
  #count = el('span.feed-count');
  #threadBar = el('div.thread-bar', { hidden: true });
  #find = el('input.find', { type: 'search', placeholder: 'Find in messages', 'aria-label': 'Find in messages' });
  #scroller = el('div.feed', { id: 'feed', tabindex: -1 });
  #empty = el('div.empty', { hidden: true });
  #jump = el('button.jump', { type: 'button', hidden: true, on: { click: () => this.#goToNewest() } });
  #list;

  /**
   * @param {Element} root its parent
   * @param {ChatList} places gives the names of the chats
   * @param {object} actions the actions on messages; 'user' gives the id of the viewer
   */
  constructor(root, store, places, actions) {
    this.#store = store;
    this.#places = places;
    this.#actions = actions;
    root.append(
      el('header.feed-head', {}, el('div.feed-name', {}, this.#heading, this.#count), this.#find),
      this.#threadBar,
      el('div.feed-frame', {}, this.#scroller, this.#empty, this.#jump),
    );
    this.#list = new MessageList(
      this.#scroller,
      (message, before) => this.#article(message, before),
      pinned => this.#pinned(pinned),
    );
    this.#find.addEventListener('input', () => this.#searchFor(this.#find.value));
    this.#scroller.addEventListener('keydown', event => this.#key(event));
    this.#scroller.addEventListener('focusin', event => this.#activate(event.target.closest('article')));
    store.addEventListener('replaced', () => this.#showAgain());
    store.addEventListener('organisation', () => this.redraw());
    store.addEventListener('added', event => this.#later(event.detail));
    store.addEventListener('changed', event => this.#list.update(event.detail));
    this.#show();
  }

  /** Shows a chat, or ALL. */
  open(chat) {
    this.#chat = chat;
    this.#thread = undefined;
    this.#show();
  }

  /** Draws the visible part again, for example after another user was chosen. */
  redraw() {
    this.#list.redraw();
    this.#head();
  }

  focus() {
    const id = this.#active ?? this.#list.newest;
    (id === undefined ? this.#heading : this.#list.element(id))?.focus();
  }

  focusSearch() {
    this.#find.focus();
  }

  /** Brings a message into sight and puts the focus on it. Leaves another view if needed. */
  reveal(id) {
    const message = this.#store.message(id);
    if (message !== undefined && !this.#holds(message)) {
      this.#thread = undefined;
      this.#search = this.#find.value = '';
      this.#actions.openChat(this.#chat === ALL ? ALL : this.#store.chatOf(message));
    }
    this.#list.reveal(id)?.focus({ preventScroll: true });
  }

  #show() {
    this.#waiting = [];
    this.#missed = 0;
    this.#replies = new ThreadReplies(this.#store.messages);
    const messages = this.#store.messages.filter(message => this.#holds(message));
    this.#active = messages.at(-1)?.id;
    this.#list.show(messages);
    this.#list.pin();
    this.#head();
    this.#told();
  }

  // a person who reads older messages stays there
  #showAgain() {
    const read = this.#list.uppermost;
    this.#show();
    this.#list.reveal(read, 'start');
  }

  #holds(message) {
    return (
      (this.#chat === ALL || this.#store.chatOf(message) === this.#chat) &&
      (this.#thread === undefined || message.id === this.#thread || threadOf(message) === this.#thread) &&
      (this.#search === '' || JSON.stringify(standing(message)).toLowerCase().includes(this.#search))
    );
  }

  // messages that come in a burst are drawn together
  #later(messages) {
    if (this.#waiting.length === 0) {
      requestAnimationFrame(() => this.#add(this.#waiting.splice(0)));
    }
    this.#waiting.push(...messages);
  }

  #add(messages) {
    const held = messages.filter(message => this.#holds(message));
    messages.forEach(message => this.#countReply(message));
    if (held.length > 0) {
      this.#missed += this.#list.pinned ? 0 : held.length;
      this.#list.append(held);
      this.#active ??= this.#list.newest;
    }
    this.#head();
    this.#told();
  }

  #countReply(message) {
    const parent = this.#store.message(this.#replies.add(message));
    if (parent !== undefined) {
      this.#list.update(parent);
    }
  }

  #head() {
    const chat = this.#places.chat(this.#chat);
    fill(
      this.#heading,
      this.#chat === ALL
        ? 'All messages'
        : [icon(chat ? chatIcon(chat) : 'chat'), el('span', {}, this.#places.title(this.#chat))],
    );
    this.#heading.title = chat ? `${kindName(chat)} ${chat.target}` : '';
    this.#threadBar.hidden = this.#thread === undefined;
    fill(
      this.#threadBar,
      icon('thread'),
      el('span', {}, 'One thread'),
      el('button.link', { type: 'button', on: { click: () => this.#leaveThread() } }, 'Show the whole chat'),
    );
  }

  // the parts beside the list that depend on its length
  #told() {
    const size = this.#list.size;
    this.#count.textContent = size === 1 ? '1 message' : `${size} messages`;
    this.#empty.hidden = size > 0;
    this.#scroller.role = size > 0 ? 'feed' : null;
    this.#scroller.ariaLabel = size > 0 ? 'Messages' : null;
    if (size === 0) {
      fill(
        this.#empty,
        emptyState(this.#chat === ALL ? undefined : this.#places.chat(this.#chat), this.#search !== ''),
      );
    }
    this.#jump.hidden = this.#list.pinned;
    fill(this.#jump, icon('down'), this.#missed === 0 ? 'Newest' : `${this.#missed} new`);
  }

  #pinned(pinned) {
    this.#missed = pinned ? 0 : this.#missed;
    this.#told();
  }

  #goToNewest() {
    this.#list.element(this.#list.newest)?.focus({ preventScroll: true });
    this.#list.pin();
  }

  #searchFor(words) {
    this.#search = words.trim().toLowerCase();
    this.#show();
  }

  #showThread(message) {
    this.#thread = threadOf(message) ?? message.id;
    this.#show();
    this.focus();
  }

  #leaveThread() {
    this.#thread = undefined;
    this.#show();
    this.focus();
  }

  #article(message, before) {
    const article = articleOf(message, before, this.#view(message));
    reach(article, message.id === this.#active);
    return article;
  }

  #view(message) {
    return {
      ...this.#actions,
      organisation: this.#store.organisation,
      user: this.#actions.user(),
      place: this.#chat === ALL ? this.#places.title(this.#store.chatOf(message)) : undefined,
      replied: this.#store.message(standing(message).reply_to),
      threadReplies: this.#replies.count(message.id),
      showThread: received => this.#showThread(received),
      reveal: id => this.reveal(id),
    };
  }

  #activate(article) {
    if (!article || article.dataset.id === this.#active) {
      return;
    }
    const old = this.#scroller.querySelector('article[tabindex="0"]');
    this.#active = article.dataset.id;
    if (old !== null) {
      reach(old, false);
    }
    reach(article, true);
  }

  #key(event) {
    if (event.target.tagName !== 'ARTICLE') {
      return;
    }
    const to = {
      ArrowUp: () => this.#list.neighbour(this.#active, -1),
      ArrowDown: () => this.#list.neighbour(this.#active, 1),
      Home: () => this.#list.oldest,
      End: () => this.#list.newest,
    }[event.key]?.();
    if (to !== undefined) {
      event.preventDefault();
      const article = this.#list.element(to);
      article.focus({ preventScroll: true });
      article.scrollIntoView({ block: 'nearest' });
    }
  }
}

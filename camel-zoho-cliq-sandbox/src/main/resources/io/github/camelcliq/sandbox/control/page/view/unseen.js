import { ALL } from './places.js';

/** The messages of each chat that were not seen yet. Tells of changes by the event 'changed'. */
export class Unseen extends EventTarget {
  #store;
  #seen;
  #counts = new Map();
  #looking = ALL;

  constructor(store) {
    super();
    this.#store = store;
    this.#seen = new Map(Object.entries(remembered()));
    store.addEventListener('replaced', () => this.#countAll());
    store.addEventListener('added', event => this.#add(event.detail));
  }

  count(key) {
    return this.#counts.get(key) ?? 0;
  }

  /** A person looks at a chat, or at all chats, from now on. */
  look(key) {
    this.#looking = key;
    this.#countAll();
  }

  // messages before the last one seen were seen too
  #countAll() {
    const looked = this.#store.messages.filter(message => this.#isLookedAt(this.#store.chatOf(message)));
    looked.forEach(message => this.#seen.set(this.#store.chatOf(message), message.id));
    this.#counts.clear();
    for (const message of this.#store.messages) {
      const chat = this.#store.chatOf(message);
      this.#counts.set(chat, this.#seen.get(chat) === message.id ? 0 : this.count(chat) + 1);
    }
    this.#told();
  }

  #add(messages) {
    for (const message of messages) {
      const chat = this.#store.chatOf(message);
      if (this.#isLookedAt(chat)) {
        this.#seen.set(chat, message.id);
      } else {
        this.#counts.set(chat, this.count(chat) + 1);
      }
    }
    this.#told();
  }

  #isLookedAt(chat) {
    return this.#looking === ALL || this.#looking === chat;
  }

  #told() {
    sessionStorage.setItem('seen', JSON.stringify(Object.fromEntries(this.#seen)));
    this.dispatchEvent(new Event('changed'));
  }
}

function remembered() {
  try {
    return JSON.parse(sessionStorage.getItem('seen')) ?? {};
  } catch {
    return {}; // another page wrote it
  }
}

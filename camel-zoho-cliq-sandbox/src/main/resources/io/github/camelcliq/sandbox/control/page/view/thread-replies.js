import { threadOf } from '../message/message.js';

/** How many messages there are in the thread of another one. */
export class ThreadReplies {
  #counts = new Map();

  constructor(messages = []) {
    messages.forEach(message => this.add(message));
  }

  /** Counts a message. Returns the id of the message whose thread it is in; undefined if it is in no thread. */
  add(message) {
    const thread = threadOf(message);
    if (thread !== undefined) {
      this.#counts.set(thread, this.count(thread) + 1);
    }
    return thread;
  }

  count(id) {
    return this.#counts.get(id) ?? 0;
  }
}

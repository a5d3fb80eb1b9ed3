import { el, fill } from '../dom.js';
import { onceAFrame } from '../view/frame.js';
import { roving, reachable } from '../view/roving.js';

const AT_ONCE = 200;

/** A list of entries, the newest first. A button shows more of them. */
export class Entries {
  #list = el('ul.entries');
  #more = el('button.link', { type: 'button', hidden: true, on: { click: () => this.#showMore() } });
  #nothing;
  #row;
  #shown = AT_ONCE;
  #entries = [];
  #drawSoon = onceAFrame(() => this.#draw());
  element;

  /**
   * @param {string} nothing the text of an empty list
   * @param {function(object): Element} row makes the button of an entry
   */
  constructor(nothing, row) {
    this.#nothing = el('p.nothing', {}, nothing);
    this.#row = row;
    this.element = el('div.entry-frame', {}, this.#nothing, this.#list, this.#more);
    roving(this.#list, 'button.entry');
  }

  /** Shows other entries, soon. */
  show(entries) {
    this.#entries = entries;
    this.#drawSoon();
  }

  #showMore() {
    this.#shown += AT_ONCE;
    this.#draw();
  }

  #draw() {
    const newest = this.#entries.slice(-this.#shown).reverse();
    const focused = [...this.#list.querySelectorAll('button.entry')].indexOf(document.activeElement);
    fill(
      this.#list,
      newest.map(entry => el('li', {}, this.#row(entry))),
    );
    const buttons = this.#list.querySelectorAll('button.entry');
    buttons[focused]?.focus();
    reachable(this.#list, 'button.entry', buttons[Math.max(focused, 0)]);
    this.#nothing.hidden = newest.length > 0;
    this.#more.hidden = this.#entries.length <= this.#shown;
    this.#more.textContent = `Show more of ${this.#entries.length}`;
  }
}

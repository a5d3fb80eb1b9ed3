import { el } from '../dom.js';
import { KEPT } from '../store.js';

/** How many messages are drawn, or removed, together. */
const CHUNK = 25;

/** How far from the visible part they are drawn, in pixels. */
const NEAR = 1_200;

/** The height of a message before any was drawn, in pixels. */
const GUESS = 96;

/** How near to the end scrolling down pins the list to the newest, in pixels. */
const ALMOST = 40;

/** The distance from the end that still counts as the end, in pixels, since browsers round. */
const END = 2;

/**
 * A long list of messages. Only the messages near the visible part are drawn. The newest are at the bottom, and the
 * list stays there until a person scrolls away.
 */
export class MessageList {
  #scroller;
  #draw;
  #chunks = [];
  #places = new Map();
  #pinned = true;
  #height = GUESS;
  #top = 0;
  #near;
  #onPinned;

  /**
   * @param {Element} scroller the element that scrolls
   * @param {function(object, object): Element} draw makes the element of a message and the one before it
   * @param {function(boolean)} onPinned takes whether the newest are in sight
   */
  constructor(scroller, draw, onPinned) {
    this.#scroller = scroller;
    this.#draw = draw;
    this.#onPinned = onPinned;
    this.inner = el('div.feed-inner');
    scroller.style.overflowAnchor = 'none';
    scroller.append(this.inner);
    this.#near = new IntersectionObserver(entries => this.#comeAndGo(entries), {
      root: scroller,
      rootMargin: `${NEAR}px 0px`,
    });
    scroller.addEventListener('scroll', () => this.#scrolled(), { passive: true });
    new ResizeObserver(() => this.#keepPinned()).observe(this.inner);
    new ResizeObserver(() => this.#keepPinned()).observe(scroller);
  }

  /** Shows other messages, the newest in sight. */
  show(messages) {
    this.#near.disconnect();
    this.#chunks = [];
    this.#places.clear();
    this.inner.replaceChildren();
    this.#setPinned(true);
    this.append(messages);
  }

  append(messages) {
    this.#look();
    for (const message of messages) {
      const chunk = this.#open();
      this.#places.set(message.id, { chunk, at: chunk.messages.length });
      chunk.messages.push(message);
      if (chunk.drawn) {
        chunk.element.append(this.#element(chunk, chunk.messages.length - 1));
      } else {
        this.#reserve(chunk);
      }
    }
    this.#forgetOldest();
    this.#keepPinned();
  }

  /** Draws a changed message again. */
  update(message) {
    const place = this.#places.get(message.id);
    if (place === undefined) {
      return;
    }
    this.#look();
    place.chunk.messages[place.at] = message;
    if (place.chunk.drawn) {
      this.#redraw(place);
    }
    this.#keepPinned();
  }

  /** Draws everything in sight anew. */
  redraw() {
    this.#look();
    this.#chunks.filter(chunk => chunk.drawn).forEach(chunk => this.#fill(chunk));
    this.#keepPinned();
  }

  /** The element of a message, drawn if needed; undefined if the list does not have it. */
  element(id) {
    const place = this.#places.get(id);
    if (place !== undefined && !place.chunk.drawn) {
      this.#fill(place.chunk);
    }
    return place?.chunk.element.children[place.at];
  }

  /** The message a number of places after another one, or the first or last one. */
  neighbour(id, by) {
    const order = [...this.#places.keys()];
    const at = id === undefined ? order.length - 1 : order.indexOf(id) + by;
    return order[Math.min(Math.max(at, 0), order.length - 1)];
  }

  get newest() {
    return this.#chunks.at(-1)?.messages.at(-1)?.id;
  }

  get oldest() {
    return this.#chunks[0]?.messages[0]?.id;
  }

  get size() {
    return this.#places.size;
  }

  get pinned() {
    return this.#pinned;
  }

  /** The id of the uppermost message in sight; undefined if the newest are in sight, or none is. */
  get uppermost() {
    this.#look();
    const top = this.#scroller.getBoundingClientRect().top;
    const drawn = this.#pinned ? [] : [...this.inner.querySelectorAll('article')];
    return drawn.find(article => article.getBoundingClientRect().bottom > top)?.dataset.id;
  }

  /** Goes to the newest. */
  pin() {
    this.#setPinned(true);
    this.#keepPinned();
  }

  /**
   * Scrolls to a message, and leaves the bottom. Does nothing if the list does not have it.
   *
   * @param {string} block its place after scrolling: 'start' or 'center'
   */
  reveal(id, block = 'center') {
    const element = this.element(id);
    if (element !== undefined) {
      this.#setPinned(false);
      element.scrollIntoView({ block });
      this.#look(); // the newest may be in sight anyway
    }
    return element;
  }

  // the last chunk, or a new one if that is full
  #open() {
    const last = this.#chunks.at(-1);
    if (last !== undefined && last.messages.length < CHUNK) {
      return last;
    }
    const chunk = { element: el('div.chunk'), messages: [], drawn: false, before: last?.messages.at(-1) };
    chunk.element.chunk = chunk;
    this.#chunks.push(chunk);
    this.inner.append(chunk.element);
    this.#near.observe(chunk.element);
    return chunk;
  }

  #forgetOldest() {
    while (this.#places.size > KEPT + CHUNK) {
      const { element, messages } = this.#chunks.shift();
      this.#near.unobserve(element);
      element.remove();
      messages.forEach(({ id }) => this.#places.delete(id));
    }
  }

  #element(chunk, at) {
    return this.#draw(chunk.messages[at], at === 0 ? chunk.before : chunk.messages[at - 1]);
  }

  #redraw({ chunk, at }) {
    const old = chunk.element.children[at];
    const focused = old.contains(document.activeElement);
    const made = this.#element(chunk, at);
    old.replaceWith(made);
    if (focused) {
      made.focus({ preventScroll: true });
    }
  }

  #comeAndGo(entries) {
    if (this.#hidden) {
      return; // an element without a height keeps its old height until it is seen again
    }
    this.#look();
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting && !target.chunk.drawn) {
        this.#fill(target.chunk);
      } else if (!isIntersecting && target.chunk.drawn && !target.contains(document.activeElement)) {
        this.#empty(target.chunk);
      }
    }
    this.#keepPinned();
  }

  #fill(chunk) {
    chunk.drawn = true;
    chunk.element.style.height = '';
    chunk.element.replaceChildren(...chunk.messages.map((_, at) => this.#element(chunk, at)));
  }

  #empty(chunk) {
    const height = chunk.element.offsetHeight;
    this.#height = height / chunk.messages.length;
    chunk.drawn = false;
    chunk.element.replaceChildren();
    chunk.element.style.height = `${height}px`;
  }

  #reserve(chunk) {
    chunk.element.style.height = `${Math.round(this.#height * chunk.messages.length)}px`;
  }

  // on a narrow page, while another part of it is shown
  get #hidden() {
    return this.#scroller.clientHeight === 0;
  }

  #scrolled() {
    this.#look();
    this.#keepPinned(); // or messages that are higher than guessed push the newest out of sight
  }

  // Whether a person scrolled away from the newest, or back to them. The browser tells of it later than it happens: what
  // changes the list looks first, or it would undo what the person did. A list that became shorter moves up as well, but
  // to its end.
  #look() {
    if (this.#hidden) {
      return;
    }
    const { scrollTop, clientHeight, scrollHeight } = this.#scroller;
    const moved = scrollTop - this.#top;
    const left = scrollHeight - clientHeight - scrollTop;
    this.#top = scrollTop;
    if (left < END || (moved > 0 && left < ALMOST)) {
      this.#setPinned(true);
    } else if (moved < 0) {
      this.#setPinned(false);
    }
  }

  #setPinned(pinned) {
    if (this.#pinned !== pinned) {
      this.#pinned = pinned;
      // the browser anchors the visible part, except at the bottom
      this.#scroller.style.overflowAnchor = pinned ? 'none' : '';
      this.#onPinned(pinned);
    }
  }

  #keepPinned() {
    if (this.#pinned) {
      this.#scroller.scrollTop = this.#scroller.scrollHeight;
      this.#top = this.#scroller.scrollTop;
    }
  }
}

/** How long the page waits, in milliseconds, before it reads everything again after it missed events. */
const PAUSE = 500;

/** How long it waits, in milliseconds, before it connects again after a refusal. */
const LATER = 3_000;

/** Keeps a store up to date with the events of the sandbox. */
export class Live {
  #store;
  #state;
  #connection;
  #early;
  #again = false;

  /**
   * @param {Store} store the store to keep up to date
   * @param {function(string)} state takes the name of another change, such as 'limits'
   * @param {function(string)} connection takes 'live', 'waiting' or 'offline'
   */
  constructor(store, state, connection) {
    this.#store = store;
    this.#state = state;
    this.#connection = connection;
  }

  start() {
    const events = new EventSource('/sandbox/events');
    events.addEventListener('open', () => this.#reload());
    events.addEventListener('reload', () => this.#reload());
    events.addEventListener('error', () => this.#lost(events));
    this.#on(events, 'message', message => this.#store.take([message]));
    this.#on(events, 'edited', message => this.#store.take([message]));
    this.#on(events, 'request', request => this.#store.takeRequest(request));
    this.#on(events, 'token-request', request => this.#store.takeTokenRequest(request));
    this.#on(events, 'click', outcome => this.#store.takeClick(outcome));
    this.#on(events, 'state', state => this.#changed(state.changed));
  }

  // events that come while everything is being read wait until then, or they would be overwritten
  #on(events, name, take) {
    events.addEventListener(name, event => {
      const then = () => take(JSON.parse(event.data));
      if (this.#early) {
        this.#early.push(then);
      } else {
        then();
      }
    });
  }

  async #reload() {
    if (this.#early) {
      this.#again = true; // it is being read now, and may have changed already
      return;
    }
    this.#early = [];
    try {
      await this.#store.load();
      this.#connection('live');
    } catch {
      this.#connection('waiting'); // the browser reconnects on its own; then everything is read
    } finally {
      const early = this.#early;
      this.#early = undefined;
      early.forEach(then => then());
    }
    if (this.#again) {
      this.#again = false;
      setTimeout(() => this.#reload(), PAUSE);
    }
  }

  #changed(what) {
    if (what === 'reset') {
      this.#reload();
    } else if (what === 'organisation') {
      this.#store.loadOrganisation().catch(() => this.#connection('waiting'));
    }
    this.#state(what);
  }

  // the browser reconnects on its own, unless it was refused
  #lost(events) {
    if (events.readyState === EventSource.CLOSED) {
      this.#connection('offline');
      setTimeout(() => this.start(), LATER);
    } else {
      this.#connection('waiting');
    }
  }
}

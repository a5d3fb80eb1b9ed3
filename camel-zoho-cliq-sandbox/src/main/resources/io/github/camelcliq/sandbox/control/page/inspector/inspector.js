import { el, fill } from '../dom.js';
import { icon } from '../icons.js';
import { roving, reachable } from '../view/roving.js';
import { controls } from './controls.js';
import { jsonView } from './json-view.js';
import { outcomeDetails, outcomeList } from './outcomes.js';
import { pairs } from './pairs.js';
import { requestList, time, tokenRequestList } from './requests.js';

const TABS = [
  { key: 'requests', name: 'Requests' },
  { key: 'clicks', name: 'Clicks' },
  { key: 'tokens', name: 'Tokens' },
  { key: 'controls', name: 'Controls' },
];

/** The part beside the messages: requests and answers, tokens, clicks, and controls. */
export class Inspector {
  #tabs = el('div.tabs', { role: 'tablist', 'aria-label': 'Inspector' });
  #body = el('div.inspector-body', { id: 'inspector-body', role: 'tabpanel', tabindex: -1 });
  #panels;
  #controls;
  #chosen = 'requests';
  #store;
  #show;

  /** @param {function()} show shows the inspector on a narrow page */
  constructor(root, store, show) {
    this.#store = store;
    this.#show = show;
    const open = (title, content) => this.#details(title, content);
    this.#controls = controls(store);
    this.#panels = {
      requests: requestList(open),
      clicks: outcomeList(store, open),
      tokens: tokenRequestList(open),
      controls: this.#controls,
    };
    root.append(this.#tabs, this.#body);
    this.#listen();
    roving(this.#tabs, '[role=tab]', { before: 'ArrowLeft', after: 'ArrowRight' });
    this.open('requests');
  }

  /** Goes to a tab: 'requests', 'clicks', 'tokens' or 'controls'. */
  open(key) {
    this.#chosen = key;
    this.#drawTabs();
    fill(this.#body, this.#panels[key].element);
    this.#body.setAttribute('aria-labelledby', `tab-${key}`);
    if (key === 'controls') {
      this.#controls.refresh();
    }
  }

  focus() {
    this.#tabs.querySelector('[aria-selected=true]').focus();
  }

  /** Shows a message as it arrived. */
  message(received) {
    this.#show();
    this.#details('Message', [
      el(
        'p.request-line',
        {},
        el('b', {}, received.from.name),
        ' ',
        el('code', {}, `${received.kind} ${received.target}`),
      ),
      el('p.quiet-text', {}, `Id ${received.id}, API ${received.version}, by ${received.user}. `, time(received.time)),
      pairs(received.query),
      el('h4', {}, received.edited ? 'As it stands' : 'Message'),
      received.edited && jsonView(JSON.stringify(received.edited)),
      received.edited && el('h4', {}, 'As it arrived'),
      jsonView(JSON.stringify(received.message)),
    ]);
  }

  /** Shows the outcome of a click. */
  outcome(outcome) {
    this.#show();
    this.open('clicks');
    this.#details('Click', outcomeDetails(this.#store, outcome));
  }

  /** Shows a setting that changed, here or elsewhere. */
  changed() {
    if (this.#chosen === 'controls') {
      this.#controls.refresh();
    }
  }

  #details(title, content) {
    const back = () => (this.open(this.#chosen), this.focus());
    const heading = el('h3', { tabindex: -1 }, title);
    fill(
      this.#body,
      el(
        'section.details',
        { on: { keydown: event => event.key === 'Escape' && back() } },
        el(
          'header.details-head',
          {},
          el(
            'button.quiet',
            { type: 'button', title: 'Back', on: { click: back } },
            icon('back'),
            el('span.heard', {}, 'Back to the list'),
          ),
          heading,
        ),
        content,
      ),
    );
    this.#body.scrollTop = 0;
    heading.focus();
  }

  #drawTabs() {
    fill(
      this.#tabs,
      TABS.map(({ key, name }) =>
        el(
          'button',
          {
            type: 'button',
            role: 'tab',
            id: `tab-${key}`,
            'aria-selected': String(key === this.#chosen),
            'aria-controls': 'inspector-body',
            on: { click: () => (this.open(key), this.focus()) },
          },
          name,
        ),
      ),
    );
    reachable(this.#tabs, '[role=tab]', this.#tabs.querySelector('[aria-selected=true]'));
  }

  #listen() {
    const requests = () => (this.#panels.requests.show(this.#store.requests), this.changed());
    const tokens = () => this.#panels.tokens.show(this.#store.tokenRequests);
    const clicks = () => this.#panels.clicks.show(this.#store.clicks);
    this.#store.addEventListener('requests', requests);
    this.#store.addEventListener('tokens', tokens);
    this.#store.addEventListener('clicks', clicks);
    this.#store.addEventListener('replaced', () => (requests(), tokens(), clicks()));
    requests();
    tokens();
    clicks();
  }
}

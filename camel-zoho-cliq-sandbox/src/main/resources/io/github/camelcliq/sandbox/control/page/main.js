import { Clicks } from './click/clicks.js';
import { Inspector } from './inspector/inspector.js';
import { Live } from './live.js';
import { Store } from './store.js';
import { Bar, showKeys } from './view/bar.js';
import { ChatList } from './view/chat-list.js';
import { Feed } from './view/feed.js';
import { ALL } from './view/places.js';
import { Unseen } from './view/unseen.js';

/** Puts the page together. */

const store = new Store();
const bar = new Bar(store, () => feed.redraw());
const unseen = new Unseen(store);
const chatList = new ChatList(document.getElementById('pane-chats'), store, unseen, openChat);
const inspector = new Inspector(document.getElementById('pane-inspector'), store, () => bar.show('inspector'));
const clicks = new Clicks(
  store,
  () => bar.user,
  outcome => inspector.outcome(outcome),
);
const feed = new Feed(document.getElementById('pane-messages'), store, chatList, {
  user: () => bar.user,
  press: (message, key, button) => clicks.press(message, key, button),
  vote: (message, option) => clicks.vote(message, option),
  inspect: message => inspector.message(message),
  showOutcome: outcome => inspector.outcome(outcome),
  openChat,
});

function openChat(key) {
  unseen.look(key);
  chatList.chosen = key;
  feed.open(key);
  bar.show('messages');
  history.replaceState(null, '', key === ALL ? location.pathname : `#${encodeURIComponent(key)}`);
}

function chatOfAddress() {
  try {
    return decodeURIComponent(location.hash.slice(1)) || ALL;
  } catch {
    return ALL; // half an escape
  }
}

const KEYS = {
  1: () => (bar.show('chats'), document.querySelector('.chat[tabindex="0"]')?.focus()),
  2: () => (bar.show('messages'), feed.focus()),
  3: () => (bar.show('inspector'), inspector.focus()),
  '/': () => (bar.show('messages'), feed.focusSearch()),
  '?': showKeys,
};

document.addEventListener('keydown', event => {
  const typing = event.target.closest('input, textarea, select, dialog');
  if (typing || event.ctrlKey || event.metaKey || event.altKey || !Object.hasOwn(KEYS, event.key)) {
    return;
  }
  event.preventDefault();
  KEYS[event.key]();
});
document.querySelector('.skip').addEventListener('click', event => {
  event.preventDefault();
  KEYS[2]();
});

openChat(chatOfAddress());
new Live(
  store,
  () => inspector.changed(),
  state => bar.connection(state),
).start();

import { get } from './api.js';

/** How many messages, and how many requests of each kind, the page keeps: as many as a sandbox by default. */
export const KEPT = 10_000;

/** How many of the newest entries are compared with one that may be a repeat. */
const COMPARED = 200;

const NOBODY = { name: '', strictTargets: false, users: [], chats: [], bots: [], functions: [] };

/**
 * What the page knows of the sandbox, oldest first. It reports changes by these events: 'replaced' (everything),
 * 'added' (messages), 'changed' (one message), 'requests', 'tokens', 'clicks', 'organisation'.
 */
export class Store extends EventTarget {
  messages = [];
  requests = [];
  tokenRequests = [];
  clicks = [];
  organisation = NOBODY;
  #byId = new Map();
  #chatKeys = new Map();

  /** Reads everything anew. */
  async load() {
    const [messages, requests, tokenRequests, organisation] = await Promise.all([
      get(`/sandbox/messages?limit=${KEPT}`),
      get('/sandbox/requests'),
      get('/sandbox/token-requests'),
      get('/sandbox/organisation'),
    ]);
    this.messages = messages;
    this.#byId = new Map(messages.map(message => [message.id, message]));
    this.requests = requests;
    this.tokenRequests = tokenRequests;
    this.clicks = messages.flatMap(message => message.clicks).sort(byTime);
    this.#take(organisation);
    this.#tell('replaced');
  }

  /** Reads the organisation anew. */
  async loadOrganisation() {
    this.#take(await get('/sandbox/organisation'));
    this.#tell('organisation');
  }

  /** The key of the chat of a message. It is the same for all names of the chat. */
  chatOf(message) {
    const name = `${message.kind}/${message.target}`;
    return this.#chatKeys.get(name) ?? name;
  }

  /** The name of a person; the id if it is not in the organisation. */
  personName(id) {
    return this.organisation.users.find(user => user.id === id)?.name ?? id;
  }

  message(id) {
    return this.#byId.get(id);
  }

  /** Takes new messages, and messages that the page has already and that may have changed. */
  take(messages) {
    const added = [];
    for (const message of messages) {
      if (this.#byId.has(message.id)) {
        this.#replace(message);
      } else {
        this.#byId.set(message.id, message);
        added.push(message);
      }
    }
    if (added.length > 0) {
      this.messages.push(...added);
      this.#forgetOldest();
      this.#tell('added', added);
    }
  }

  takeRequest(request) {
    this.#append(this.requests, request, 'requests');
  }

  takeTokenRequest(request) {
    this.#append(this.tokenRequests, request, 'tokens');
  }

  /** Takes the outcome of a click. It replaces a known outcome of the same click, since a late answer changes it. */
  takeClick(outcome) {
    const at = this.clicks.findLastIndex(known => known.id === outcome.id);
    if (at >= 0) {
      this.clicks[at] = outcome;
    } else {
      this.clicks.push(outcome);
    }
    this.clicks.splice(0, this.clicks.length - KEPT);
    this.#putClick(outcome);
    this.#tell('clicks', outcome);
  }

  // several names of one chat have the same id; the first is shown
  #take(organisation) {
    this.organisation = organisation;
    const firstNames = new Map();
    for (const { id, kind, target } of this.organisation.chats) {
      const name = `${kind}/${target}`;
      firstNames.set(id, firstNames.get(id) ?? name);
      this.#chatKeys.set(name, firstNames.get(id));
    }
  }

  #putClick(outcome) {
    const message = this.message(outcome.message);
    if (message !== undefined) {
      const clicks = [...message.clicks];
      const at = clicks.findIndex(known => known.id === outcome.id);
      clicks.splice(at < 0 ? clicks.length : at, 1, outcome);
      this.#replace({ ...message, clicks });
    }
  }

  #replace(message) {
    const known = this.#byId.get(message.id);
    if (JSON.stringify(known) === JSON.stringify(message)) {
      return;
    }
    this.#byId.set(message.id, message);
    this.messages[this.messages.lastIndexOf(known)] = message;
    this.#tell('changed', message);
  }

  #forgetOldest() {
    for (const forgotten of this.messages.splice(0, this.messages.length - KEPT)) {
      this.#byId.delete(forgotten.id);
    }
  }

  #append(list, entry, event) {
    const text = JSON.stringify(entry);
    if (list.slice(-COMPARED).some(known => JSON.stringify(known) === text)) {
      return;
    }
    list.push(entry);
    list.splice(0, list.length - KEPT);
    this.#tell(event, entry);
  }

  #tell(event, detail) {
    this.dispatchEvent(new CustomEvent(event, { detail }));
  }
}

/** The message after its edits. */
export function standing(message) {
  return message.edited ?? message.message;
}

function byTime(one, other) {
  return String(one.time).localeCompare(String(other.time));
}

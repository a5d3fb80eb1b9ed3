import { Refusal, post } from '../api.js';
import { notify } from '../view/notices.js';
import { said, tone } from '../message/outcome.js';
import { askForConfirmation } from './confirmation.js';
import { showForm } from './form.js';
import { showCall, showTargets } from './targets.js';

/** Handles presses of a message's buttons, and votes. */
export class Clicks {
  #store;
  #user;
  #details;

  /**
   * @param {function(): string|undefined} user gives the id of the user who clicks
   * @param {function(object)} details shows an outcome in the inspector
   */
  constructor(store, user, details) {
    this.#store = store;
    this.#user = user;
    this.#details = details;
  }

  /** Handles a pressed button. Asks for its confirmation first, if it has one. */
  press(received, key, button) {
    const confirm = button.action?.confirm;
    if (confirm) {
      askForConfirmation(confirm, given => this.#run(received, key, button, given));
    } else {
      this.#run(received, key, button, {});
    }
  }

  async vote(received, option) {
    try {
      this.#store.take([await post('/sandbox/vote', { message: received.id, option, user: this.#user() })]);
    } catch (failed) {
      notify(failed.message, 'bad');
    }
  }

  // returns the error of the typed text, if it has one
  async #run(received, key, button, { input, token }) {
    const waiting =
      button.action?.type === 'invoke.function' ? notify(`Asking ${button.action.data?.name} …`) : () => {};
    try {
      const body = { message: received.id, button: key, user: this.#user(), input, token: token || undefined };
      this.#present(await post('/sandbox/click', body), button);
    } catch (failed) {
      if (failed instanceof Refusal && failed.status === 400 && input !== undefined) {
        return failed.message;
      }
      notify(failed.message, 'bad');
    } finally {
      waiting();
    }
    return undefined;
  }

  #present(outcome, button) {
    this.#store.takeClick(outcome);
    const { kind, json } = outcome.shown;
    if (kind === 'form') {
      showForm(json);
    } else if (kind === 'open' || kind === 'preview') {
      showTargets(kind, button.action.data);
    } else if (kind === 'call') {
      showCall(button.action.data.api ?? button.action.type);
    } else if (kind === 'copy') {
      this.#copy(button.action.data.text);
    } else {
      notify(said(outcome), tone(outcome), { label: 'Inspect', act: () => this.#details(outcome) });
    }
  }

  async #copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      notify(`Copied: ${text}`, 'good');
    } catch {
      notify(`The browser does not let the page copy. The text is: ${text}`);
    }
  }
}

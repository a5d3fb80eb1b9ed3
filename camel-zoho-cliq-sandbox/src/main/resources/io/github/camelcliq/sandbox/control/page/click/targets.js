import { el } from '../dom.js';
import { link } from '../message/text.js';
import { openDialog } from '../view/dialog.js';

/** Shows what a button would open or call. Nothing is opened or called. */

const PLACES = {
  web: 'In a browser',
  url: 'In a browser',
  windows: 'On Windows',
  iOS: 'On iOS',
  android: 'On Android',
};
const CALLS = {
  audiocall: zuid => `starts an audio call with ${zuid}`,
  videocall: zuid => `starts a video call with ${zuid}`,
  startchat: zuid => `opens a chat with ${zuid}`,
  invite: zuid => `invites ${zuid}`,
  locationpermission: () => 'asks for the permission to see where the person is',
};

/** Shows the addresses of an 'open.url' or 'preview.url' button. */
export function showTargets(kind, data) {
  const addresses = Object.entries(data ?? {}).filter(([, address]) => typeof address === 'string');
  openDialog(kind === 'preview' ? 'Cliq would show a preview' : 'Cliq would open', () =>
    el(
      'dl.fields.targets',
      {},
      addresses.map(([place, address]) =>
        el('div', {}, el('dt', {}, PLACES[place] ?? place), el('dd', {}, link(address, address))),
      ),
    ),
  );
}

/** Shows the call of a 'system.api' button. */
export function showCall(api) {
  const [name, zuid] = String(api).split('/');
  openDialog('Cliq would be asked', () => [
    el('p', {}, `In Cliq this button ${CALLS[name]?.(zuid) ?? 'makes a call that the page does not know'}.`),
    el('pre.code', { tabindex: 0 }, api),
  ]);
}

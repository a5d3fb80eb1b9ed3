import { el } from '../dom.js';
import { icon } from '../icons.js';

const PATHS = {
  chat: target => `/api/v2/chats/${target}/messages`,
  channel: target => `/api/v2/channelsbyname/${target}/message`,
  'channel-id': target => `/api/v2/channels/${target}/message`,
  user: target => `/api/v2/buddies/${target}/message`,
  bot: target => `/api/v2/bots/${target}/message`,
};
const ANY = { kind: 'chat', target: 'CT_1' };

/**
 * Shown in place of messages: how to post the first one.
 *
 * @param {object} chat the chat to post to; any chat if undefined
 * @param {boolean} searched whether a search hides all messages
 */
export function emptyState(chat = ANY, searched = false) {
  if (searched) {
    return el('p', {}, 'No message has these words.');
  }
  const command = curl(PATHS[chat.kind](encodeURIComponent(chat.target)));
  const copied = el('span', { role: 'status' });
  return [
    icon('chat'),
    el('h3', {}, 'No messages yet'),
    el('p', {}, 'A message that is posted to this local Cliq appears here at once. Try it from a terminal:'),
    el('pre.code', { tabindex: 0, 'aria-label': 'A command that posts a message' }, command),
    el(
      'p.empty-tools',
      {},
      el(
        'button',
        {
          type: 'button',
          on: {
            click: async () => {
              await navigator.clipboard.writeText(command);
              copied.textContent = 'Copied';
            },
          },
        },
        'Copy the command',
      ),
      copied,
    ),
    el(
      'p.quiet-text',
      {},
      'The sandbox accepts sandbox-token, unless it was started with other tokens. Applications post to ',
      el('code', {}, location.origin),
      ' in place of Cliq’s address.',
    ),
  ];
}

function curl(path) {
  return [
    `curl ${location.origin}${path} \\`,
    "  -H 'Authorization: Bearer sandbox-token' \\",
    "  -H 'Content-Type: application/json' \\",
    `  -d '{"text": "Hello, *Cliq*!"}'`,
  ].join('\n');
}

/** The names of the people and places of the organisation. */

const KINDS = { chat: 'Chat', channel: 'Channel', 'channel-id': 'Channel', user: 'Direct message', bot: 'Bot' };

/** All chats: those of the organisation, then those that posts made. */
export function chats(store) {
  const all = new Map();
  for (const chat of [...store.organisation.chats, ...store.messages]) {
    const key = store.chatOf(chat);
    if (!all.has(key)) {
      const { kind, target, title = target } = chat;
      // the sign of channels is before the title
      all.set(key, { key, kind, target, title: title.replace(/^#/, '') });
    }
  }
  return [...all.values()];
}

/** The sign of a chat. */
export function chatIcon(chat) {
  if (isThread(chat.target)) {
    return 'thread';
  }
  return { channel: 'channel', 'channel-id': 'channel', user: 'user', bot: 'bot' }[chat.kind] ?? 'chat';
}

/** The kind of a chat, in words. */
export function kindName(chat) {
  return isThread(chat.target) ? 'Thread' : (KINDS[chat.kind] ?? chat.kind);
}

/** The name in a mention in braces, such as '@' and 'all', as Cliq would write it. */
export function mentioned(sign, id, organisation) {
  if (sign === '#') {
    const channel = organisation.chats.find(chat => [chat.id, chat.target, chat.channelId].includes(id));
    return `#${(channel?.title ?? id).replace(/^#/, '')}`;
  }
  const user = organisation.users.find(each => each.id === id || each.email === id);
  return `@${user?.name ?? id}`;
}

/** The letters for a person without a picture. */
export function initials(name) {
  const words = name.split(/[\s._@-]+/).filter(word => word !== '');
  const letters = words.length > 1 ? [words[0], words[1]] : words;
  return letters.map(word => [...word][0].toUpperCase()).join('');
}

/** One of eight colours for a name, always the same. */
export function hue(name) {
  let sum = 0;
  for (const letter of name) {
    sum = (sum * 31 + letter.codePointAt(0)) % 9_973;
  }
  return sum % 8;
}

// a thread's chat id is its parent's with -T- and a number: our choice, as the sandbox counts posts
function isThread(target) {
  return target.includes('-T-');
}

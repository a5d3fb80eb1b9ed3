/** The key of all chats together. */
export const ALL = 'all';

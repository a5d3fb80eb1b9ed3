/** What stands for all chats together. */
export const ALL = 'all';

/**
 * Arrow keys in a list. The tab key reaches one entry of the list.
 *
 * @param {Element} list what holds the entries
 * @param {string} entries a selector of them
 * @param {object} keys the keys that go to the entry before, and after
 */
export function roving(list, entries, { before = 'ArrowUp', after = 'ArrowDown' } = {}) {
  list.addEventListener('keydown', event => {
    const all = [...list.querySelectorAll(entries)];
    const at = all.indexOf(event.target);
    const to = { [before]: at - 1, [after]: at + 1, Home: 0, End: all.length - 1 }[event.key];
    if (at >= 0 && to !== undefined) {
      event.preventDefault();
      all[Math.min(Math.max(to, 0), all.length - 1)].focus();
    }
  });
  list.addEventListener('focusin', event => {
    if (event.target.matches(entries)) {
      reachable(list, entries, event.target);
    }
  });
}

/** Makes one entry the one that the tab key reaches. */
export function reachable(list, entries, one) {
  list.querySelectorAll(entries).forEach(entry => {
    entry.tabIndex = entry === one ? 0 : -1;
  });
}

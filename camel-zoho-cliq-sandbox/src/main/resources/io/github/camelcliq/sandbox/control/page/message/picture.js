import { el } from '../dom.js';
import { icon } from '../icons.js';
import { loaded } from '../links.js';
import { hue, initials } from '../people.js';

/** Pictures of messages: loaded when needed, and replaced by their name if they cannot be loaded. */

/** @param {string} kind a class of the picture, such as 'thumbnail' */
export function picture(address, kind, alternative) {
  const source = loaded(address);
  if (source === undefined) {
    return missing(address, kind);
  }
  const image = el('img', {
    class: kind,
    src: source,
    alt: alternative,
    loading: 'lazy',
    decoding: 'async',
    referrerpolicy: 'no-referrer',
  });
  image.addEventListener('error', () => image.replaceWith(missing(address, kind)), { once: true });
  return image;
}

/** The picture of the author of a message, or the first letters of the name. */
export function avatar({ name, image, kind }) {
  const letters = el(
    'span',
    { class: `avatar hue-${hue(name ?? '')} ${kind ?? ''}`, 'aria-hidden': 'true' },
    initials(name || '?'),
  );
  const source = loaded(image);
  if (source === undefined) {
    return letters;
  }
  const picture = el('img.avatar', { src: source, alt: '', loading: 'lazy', referrerpolicy: 'no-referrer' });
  picture.addEventListener('error', () => picture.replaceWith(letters), { once: true });
  return picture;
}

function missing(address, kind) {
  const name = String(address);
  const shown = name.length > 120 ? `${name.slice(0, 120)}…` : name;
  return el(
    'span',
    { class: `missing ${kind}`, title: shown, role: 'img', 'aria-label': `Picture ${shown}, not loaded` },
    icon('image'),
    el('span', { 'aria-hidden': 'true' }, shown.split('/').at(-1) || shown),
  );
}

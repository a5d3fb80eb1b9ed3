/** The addresses in messages that the page may follow or load. All others are shown as text. */

const FOLLOWED = ['http:', 'https:', 'tel:', 'sms:', 'sip:'];
const LOADED = ['http:', 'https:'];

/** Returns the address if a person may follow it, else undefined. */
export function followed(address) {
  return absolute(address, FOLLOWED);
}

/** Returns the address if a picture may come from there, else undefined. */
export function loaded(address) {
  if (typeof address === 'string' && /^data:image\/(png|jpeg|gif|webp|svg\+xml)[;,]/i.test(address)) {
    return address;
  }
  return absolute(address, LOADED);
}

function absolute(address, schemes) {
  if (typeof address !== 'string') {
    return undefined;
  }
  try {
    const url = new URL(address);
    return schemes.includes(url.protocol) ? url.href : undefined;
  } catch {
    return undefined; // not an address, or a path on an unknown host
  }
}

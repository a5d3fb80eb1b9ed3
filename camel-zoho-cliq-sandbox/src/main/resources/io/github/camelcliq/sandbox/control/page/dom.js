/** Makes elements. A string in an element is always text: nothing here reads HTML. */

const SVG = 'http://www.w3.org/2000/svg';

/**
 * Makes an element. * @param {string} tag its name, with classes, such as 'p.hint'
 * @param {object} attributes its attributes; null, undefined and false are left out; 'on' holds listeners
 * @param {...(Node|string|number|null|undefined)} children nodes, and strings that become text
 */
export function el(tag, attributes = {}, ...children) {
  const [name, ...classes] = tag.split('.');
  const element = document.createElement(name);
  if (classes.length > 0) {
    element.className = classes.join(' ');
  }
  return filled(element, attributes, children);
}

/** Makes an element of a drawing. */
export function svg(tag, attributes = {}, ...children) {
  return filled(document.createElementNS(SVG, tag), attributes, children);
}

/** Replaces the children of an element. */
export function fill(element, ...children) {
  element.replaceChildren(...nodes(children));
  return element;
}

/** Returns the nodes of a list that may hold strings, gaps and lists. */
export function nodes(children) {
  return children
    .flat(Infinity)
    .filter(child => child !== null && child !== undefined && child !== false)
    .map(child => (child instanceof Node ? child : document.createTextNode(String(child))));
}

/** Returns an id that no other element has. */
export function freshId(prefix) {
  lastId += 1;
  return `${prefix}-${lastId}`;
}

let lastId = 0;

function filled(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    set(element, name, value);
  }
  element.append(...nodes(children));
  return element;
}

function set(element, name, value) {
  if (name === 'on') {
    Object.entries(value).forEach(([event, listener]) => element.addEventListener(event, listener));
  } else if (value === true) {
    element.setAttribute(name, '');
  } else if (value !== null && value !== undefined && value !== false) {
    element.setAttribute(name, String(value));
  }
}

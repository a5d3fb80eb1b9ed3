import { el } from '../dom.js';
import { attempt } from '../view/notices.js';
import { budgetControl } from './budget-control.js';
import { clockControl } from './clock-control.js';
import { faultControl } from './fault-control.js';
import { limitsControl } from './limits-control.js';
import { resetControl } from './reset-control.js';

const PAUSE = 400;

/**
 * What can be turned: faults, limits, budget and lock, the clock, and the reset.
 *
 * @returns {{element: Element, refresh: function()}} refresh reads everything anew, soon
 */
export function controls(store) {
  const parts = [];
  const refreshAll = () => attempt(() => Promise.all(parts.map(part => part.refresh())));
  const refresh = soon(refreshAll);
  parts.push(
    faultControl(refreshAll),
    limitsControl(refreshAll),
    budgetControl(store, refreshAll),
    clockControl(refreshAll),
    resetControl(),
  );
  return {
    element: el(
      'div.controls',
      {},
      parts.map(part => part.element),
    ),
    refresh,
  };
}

/** A group of controls with a heading. */
export function group(name, explanation, ...content) {
  return el(
    'section.control-group',
    {},
    el('h3', {}, name),
    explanation && el('p.quiet-text', {}, explanation),
    content,
  );
}

/** A field with its label. */
export function labelled(name, control) {
  return el('label.control', {}, el('span', {}, name), control);
}

/** A choice among names. */
export function choice(name, options, attributes = {}) {
  return labelled(
    name,
    el(
      'select',
      attributes,
      options.map(([value, text]) => el('option', { value }, text ?? value)),
    ),
  );
}

// many requests at once are one reading
function soon(act) {
  let waiting = false;
  return () => {
    if (!waiting) {
      waiting = true;
      setTimeout(() => {
        waiting = false;
        act();
      }, PAUSE);
    }
  };
}

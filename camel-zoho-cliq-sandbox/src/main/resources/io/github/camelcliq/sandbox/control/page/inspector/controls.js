import { el } from '../dom.js';
import { attempt } from '../view/notices.js';
import { budgetControl } from './budget-control.js';
import { clockControl } from './clock-control.js';
import { faultControl } from './fault-control.js';
import { limitsControl } from './limits-control.js';
import { resetControl } from './reset-control.js';

const PAUSE = 400;

/**
 * The controls: faults, limits, budget and lock, the clock, and the reset.
 *
 * @returns {{element: Element, refresh: function()}} refresh reads everything again, soon
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

// several calls in a short time are one reading
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

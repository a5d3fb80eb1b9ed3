import { el, svg } from '../dom.js';

/** A chart of shares: a pie, a doughnut or half of one. */

const FULL = { pie: [0, 1, 0], doughnut: [0, 1, 0.58], semi_doughnut: [-0.25, 0.5, 0.58] };

/** The largest number that is drawn, so that sums stay finite. */
const LARGEST = 1e300;

export function percentageChart(slide) {
  const wanted = slide.styles?.preview;
  const preview = Object.hasOwn(FULL, wanted) ? wanted : 'pie';
  const entries = slide.data.map(({ label, value }) => ({ label, value, number: amount(value) }));
  const sum = entries.reduce((total, { number }) => total + number, 0);
  return el('div.chart', {}, drawing(entries, sum, preview), legend(entries, sum));
}

/** The number in a value such as 12, "12" or "12 %"; 0 if it has none, or one that is too large. */
export function amount(value) {
  const number = Number.parseFloat(value);
  return Math.abs(number) <= LARGEST ? number : 0;
}

function drawing(entries, sum, preview) {
  const [start, whole, hole] = FULL[preview];
  let from = start;
  const pieces = entries.map(({ number }, at) => {
    const share = sum > 0 ? Math.max(number, 0) / sum : 0;
    const piece = slice(from, from + share * whole, hole, at);
    from += share * whole;
    return piece;
  });
  const spoken = entries.map(({ label, number }) => `${label} ${percent(number, sum)}`).join(', ');
  return svg(
    'svg',
    {
      class: `shares ${preview}`,
      viewBox: preview === 'semi_doughnut' ? '-1 -1 2 1' : '-1 -1 2 2',
      role: 'img',
      'aria-label': `Chart: ${spoken}`,
    },
    pieces,
  );
}

function slice(from, to, hole, at) {
  const attributes = { class: `series-${at}` };
  if (to - from >= 0.999_99) {
    return svg('path', { ...attributes, d: ring(hole), 'fill-rule': 'evenodd' });
  }
  const large = to - from > 0.5 ? 1 : 0;
  const outer = `M${point(from, 1)}A1 1 0 ${large} 1 ${point(to, 1)}`;
  const inner = hole > 0 ? `L${point(to, hole)}A${hole} ${hole} 0 ${large} 0 ${point(from, hole)}Z` : 'L0 0Z';
  return svg('path', { ...attributes, d: outer + inner });
}

function ring(hole) {
  const circle = radius =>
    `M0 ${-radius}A${radius} ${radius} 0 1 1 0 ${radius}A${radius} ${radius} 0 1 1 0 ${-radius}Z`;
  return circle(1) + (hole > 0 ? circle(hole) : '');
}

// a place on a circle, from the top and clockwise, in turns
function point(turns, radius) {
  const angle = turns * 2 * Math.PI;
  return `${(Math.sin(angle) * radius).toFixed(4)} ${(-Math.cos(angle) * radius).toFixed(4)}`;
}

function legend(entries, sum) {
  return el(
    'ul.legend',
    {},
    entries.map(({ label, value, number }, at) =>
      el(
        'li',
        {},
        el('span', { class: `key series-${at}` }),
        el('span', {}, label),
        el('b', {}, String(value)),
        el('span.share', {}, percent(number, sum)),
      ),
    ),
  );
}

function percent(number, sum) {
  return sum > 0 ? `${Math.round((number / sum) * 100)} %` : '0 %';
}

import { el, svg } from '../dom.js';
import { amount } from './percentage-chart.js';

/** A graph: bars side by side, bars on top of each other, or lines. One colour is one category. */

const WIDTH = 520;
const FIELD = { left: 48, right: 508, top: 12, bottom: 206 };

/** The part below the field: the names of the columns, straight or slanted, and the title of the axis. */
const STRAIGHT = 24;
const SLANTED = 56;
const TITLE = 18;

export function graph(slide) {
  const { preview, x_axis: horizontal, y_axis: vertical } = slide.styles ?? {};
  const labels = [...new Set(slide.data.flatMap(({ values }) => values.map(({ label }) => label)))];
  const series = slide.data.map(({ category, values }) => ({
    category,
    values: labels.map(label => amount(values.find(each => each.label === label)?.value)),
  }));
  const scale = scaleOf(series, preview === 'vertical_stacked_bar');
  const slanted = labels.length > 6 || labels.some(label => label.length > 60 / labels.length);
  const below = FIELD.bottom + (slanted ? SLANTED : STRAIGHT);
  const draw = { vertical_stacked_bar: stacked, trend }[preview] ?? bars;
  return el(
    'div.chart.graph-chart',
    {},
    svg(
      'svg',
      {
        class: 'graph',
        viewBox: `0 0 ${WIDTH} ${below + (horizontal ? TITLE : 0)}`,
        role: 'img',
        'aria-label': spoken(series, labels),
      },
      grid(scale),
      draw(series, scale, FIELD),
      names(labels, slanted),
      titles(horizontal, vertical, below),
    ),
    el(
      'ul.legend.across',
      {},
      series.map(({ category }, at) =>
        el('li', {}, el('span', { class: `key series-${at}` }), el('span', {}, category)),
      ),
    ),
  );
}

// steps of 1, 2 or 5 times a power of ten, about five of them
function scaleOf(series, piled) {
  const columns = series[0].values.map((_, at) => series.map(({ values }) => values[at]));
  const sums = piled
    ? columns.flatMap(each => [sum(each.filter(n => n > 0)), sum(each.filter(n => n < 0))])
    : columns.flat();
  const highest = Math.max(...sums, 0);
  const lowest = Math.min(...sums, 0);
  const rough = (highest - lowest || 1) / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map(times => times * power).find(each => each >= rough);
  const low = Math.floor(lowest / step) * step;
  const high = Math.max(Math.ceil(highest / step), Math.ceil(lowest / step) + 1) * step;
  const y = number => FIELD.bottom - ((number - low) / (high - low)) * (FIELD.bottom - FIELD.top);
  const count = Math.round((high - low) / step);
  return { y, ticks: Array.from({ length: count + 1 }, (_, at) => Number((low + at * step).toPrecision(12))) };
}

function grid({ y, ticks }) {
  return ticks.map(tick => [
    svg('line', { class: tick === 0 ? 'zero' : 'gridline', x1: FIELD.left, x2: FIELD.right, y1: y(tick), y2: y(tick) }),
    svg('text', { class: 'tick', x: FIELD.left - 6, y: y(tick) + 4, 'text-anchor': 'end' }, short(tick)),
  ]);
}

function bars(series, { y }) {
  return columns(series[0].values.length).flatMap(({ from, width }, at) =>
    series.map(({ values }, which) => {
      const each = width / series.length;
      return bar(which, from + which * each, each - 1, y(0), y(values[at]));
    }),
  );
}

function stacked(series, { y }) {
  return columns(series[0].values.length).flatMap(({ from, width }, at) => {
    let above = 0;
    let below = 0;
    return series.map(({ values }, which) => {
      const base = values[at] < 0 ? below : above;
      const end = base + values[at];
      if (values[at] < 0) {
        below = end;
      } else {
        above = end;
      }
      return bar(which, from, width, y(base), y(end));
    });
  });
}

function trend(series, { y }) {
  const places = columns(series[0].values.length).map(({ from, width }) => from + width / 2);
  return series.map(({ values }, which) => [
    svg('polyline', {
      class: `line series-${which}`,
      points: values.map((value, at) => `${places[at]},${y(value)}`).join(' '),
    }),
    values.map((value, at) => svg('circle', { class: `series-${which}`, cx: places[at], cy: y(value), r: 3 })),
  ]);
}

function columns(count) {
  const whole = (FIELD.right - FIELD.left) / count;
  return Array.from({ length: count }, (_, at) => ({
    from: FIELD.left + at * whole + whole * 0.14,
    width: whole * 0.72,
  }));
}

function bar(which, x, width, one, other) {
  return svg('rect', {
    class: `series-${which}`,
    x,
    y: Math.min(one, other),
    width: Math.max(width, 0.5),
    height: Math.max(Math.abs(one - other), 0.5),
    rx: Math.min(2, width / 4),
  });
}

function names(labels, slanted) {
  const places = columns(labels.length);
  return labels.map((label, at) => {
    const x = places[at].from + places[at].width / 2;
    const y = FIELD.bottom + 15;
    const turned = slanted ? { 'text-anchor': 'end', transform: `rotate(-30 ${x} ${y})` } : { 'text-anchor': 'middle' };
    return svg('text', { class: 'tick', x, y, ...turned }, label.length > 14 ? `${label.slice(0, 13)}…` : label);
  });
}

function titles(horizontal, vertical, below) {
  const middle = (FIELD.top + FIELD.bottom) / 2;
  return [
    horizontal &&
      svg(
        'text',
        { class: 'axis', x: (FIELD.left + FIELD.right) / 2, y: below + 10, 'text-anchor': 'middle' },
        horizontal,
      ),
    vertical &&
      svg(
        'text',
        { class: 'axis', x: 11, y: middle, 'text-anchor': 'middle', transform: `rotate(-90 11 ${middle})` },
        vertical,
      ),
  ];
}

function spoken(series, labels) {
  return `Graph: ${series
    .map(({ category, values }) => `${category}: ${values.map((value, at) => `${labels[at]} ${value}`).join(', ')}`)
    .join('; ')}`;
}

function short(number) {
  const size = Math.abs(number);
  if (size >= 1e6) {
    return `${number / 1e6}M`;
  }
  return size >= 1e4 ? `${number / 1e3}k` : String(number);
}

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}

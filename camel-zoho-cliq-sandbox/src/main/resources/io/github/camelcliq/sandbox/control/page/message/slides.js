import { el } from '../dom.js';
import { buttonRow } from './buttons.js';
import { percentageChart } from './percentage-chart.js';
import { graph } from './graph.js';
import { picture } from './picture.js';
import { table } from './table.js';

/** The slides of a message, by their types. A slide of another type is shown as JSON. */

const SHOWN = {
  table,
  list,
  label,
  images,
  image: images,
  text: (slide, rich) => el('div.text', {}, rich(slide.data)),
  percentage_chart: percentageChart,
  graph,
};

/**
 * @param {Array} slides as the message has them
 * @param {function(string): Array} rich makes nodes of a text
 * @param {function(string, object)} press takes the key or index of a button, and the button
 * @param {number} first the index of the first slide's first button among all buttons of the message
 */
export function slideList(slides, rich, press, first) {
  if (!Array.isArray(slides) || slides.length === 0) {
    return undefined;
  }
  let at = first;
  return el(
    'div.slides',
    {},
    slides.map(slide => {
      const made = shown(slide, rich, press, at);
      at += slide.buttons?.length ?? 0;
      return made;
    }),
  );
}

function shown(slide, rich, press, first) {
  const title = slide.title && el('h5.slide-title', {}, slide.title);
  return el(
    'section',
    { class: `slide ${slide.type}` },
    title,
    content(slide, rich),
    buttonRow(slide.buttons, press, first),
  );
}

function content(slide, rich) {
  try {
    return SHOWN[slide.type](slide, rich);
  } catch {
    // a shape that the references do not have, but that the sandbox passed
    return el('pre.code', { tabindex: 0 }, JSON.stringify(slide.data, null, 2));
  }
}

function list(slide, rich) {
  const type = slide.styles?.type ?? 'disc';
  const ordered = !['disc', 'circle', 'square'].includes(type);
  const items = slide.data.map(item => el('li', {}, rich(item)));
  return el(ordered ? 'ol' : 'ul', { class: `marks-${type}` }, items);
}

// both forms: {"Key": "Value"} and {"label": .., "value": ..}
function label(slide, rich) {
  const pairs = slide.data.flatMap(entry =>
    'label' in entry && 'value' in entry ? [[entry.label, entry.value]] : Object.entries(entry),
  );
  return el(
    'dl.fields',
    {},
    pairs.map(([name, value]) => el('div', {}, el('dt', {}, name), el('dd', {}, rich(value)))),
  );
}

function images(slide) {
  return el(
    'div.gallery',
    {},
    [slide.data].flat().map((address, at) => picture(address, 'photo', `Picture ${at + 1}`)),
  );
}

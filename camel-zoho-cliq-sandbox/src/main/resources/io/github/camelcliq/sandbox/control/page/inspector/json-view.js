import { el, fill } from '../dom.js';
import { icon } from '../icons.js';

/**
 * JSON, formatted or as it came, with complaints beside their places.
 *
 * @param {string} text the JSON, or a text that should be JSON
 * @param {Array<{pointer: string, text: string}>} complaints the complaints about it
 */
export function jsonView(text, complaints = []) {
  const tree = parsed(text);
  const body = el('pre.json', { tabindex: 0, 'aria-label': 'JSON' });
  const formatted = tree !== undefined;
  const show = pretty => {
    fill(body, pretty ? formattedLines(tree.value, complaints) : text);
    choices.forEach(({ button, is }) => button.setAttribute('aria-pressed', String(is === pretty)));
  };
  const choices = [
    { is: true, name: 'Formatted' },
    { is: false, name: 'Raw' },
  ].map(({ is, name }) => ({
    is,
    button: el('button.segment', { type: 'button', disabled: is && !formatted, on: { click: () => show(is) } }, name),
  }));
  show(formatted);
  return el(
    'div.json-view',
    {},
    el(
      'div.segments',
      { role: 'group', 'aria-label': 'How the JSON is shown' },
      choices.map(({ button }) => button),
    ),
    body,
  );
}

function parsed(text) {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined; // shown as it came
  }
}

function formattedLines(value, complaints) {
  const lines = [];
  write(lines, value, { pointer: '', indent: 0, name: [], end: '' });
  const wrong = byPlace(complaints, lines);
  return lines.map(line => [
    el(
      'span',
      { class: wrong.has(line) ? 'json-line wrong' : 'json-line' },
      '  '.repeat(line.indent),
      line.parts,
      '\n',
    ),
    (wrong.get(line) ?? []).map(complaint => el('span.json-complaint', {}, icon('warn'), said(complaint), '\n')),
  ]);
}

// a complaint about a missing field is shown at the nearest existing place
function byPlace(complaints, lines) {
  const places = new Map(lines.filter(line => line.pointer !== undefined).map(line => [line.pointer, line]));
  const wrong = new Map();
  for (const complaint of complaints) {
    let pointer = complaint.pointer;
    while (!places.has(pointer)) {
      pointer = pointer.slice(0, Math.max(pointer.lastIndexOf('/'), 0));
    }
    const line = places.get(pointer);
    wrong.set(line, [...(wrong.get(line) ?? []), complaint]);
  }
  return wrong;
}

function said({ pointer, text }) {
  return `${pointer === '' ? 'the message' : pointer}: ${text}`;
}

function write(lines, value, place) {
  if (Array.isArray(value)) {
    writeMany(
      lines,
      value.map((entry, at) => ({ step: at, name: [], value: entry })),
      '[]',
      place,
    );
  } else if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value).map(([key, entry]) => ({
      step: escaped(key),
      name: named(key),
      value: entry,
    }));
    writeMany(lines, entries, '{}', place);
  } else {
    lines.push({ ...place, parts: [place.name, scalar(value), place.end] });
  }
}

function writeMany(lines, entries, [open, close], { pointer, indent, name, end }) {
  if (entries.length === 0) {
    lines.push({ pointer, indent, parts: [name, open + close, end] });
    return;
  }
  lines.push({ pointer, indent, parts: [name, open] });
  entries.forEach((entry, at) =>
    write(lines, entry.value, {
      pointer: `${pointer}/${entry.step}`,
      indent: indent + 1,
      name: entry.name,
      end: at < entries.length - 1 ? ',' : '',
    }),
  );
  lines.push({ indent, parts: [close + end] });
}

function named(key) {
  return [el('span.json-key', {}, JSON.stringify(key)), ': '];
}

function scalar(value) {
  return el('span', { class: typeof value === 'string' ? 'json-string' : 'json-scalar' }, JSON.stringify(value));
}

function escaped(key) {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

import { el } from '../dom.js';

/** How wide a column is at least, in pixels. */
const LEAST_WIDTH = 70;

/** A table: with the widths of its columns, in percent, and rows and columns that stay while it is scrolled. */
export function table(slide, rich) {
  const { headers, rows = [] } = slide.data;
  const { width, sticky } = slide.data.styles ?? slide.styles ?? {};
  const stuckRows = sticky?.rows ?? 0;
  const stuckColumns = sticky?.columns ?? 0;
  const made = el(
    'table',
    { class: width ? 'sized' : undefined },
    width &&
      el(
        'colgroup',
        {},
        headers.map((_, at) => wide(width[at])),
      ),
    el(
      'thead',
      {},
      row(
        headers.map(text => el('th', { scope: 'col' }, rich(text))),
        stuckRows > 0,
        0,
        stuckColumns,
      ),
    ),
    el(
      'tbody',
      {},
      (rows ?? []).map((cells, at) =>
        row(
          headers.map(header => el('td', {}, rich(cells[header]))),
          at + 1 < stuckRows,
          at + 1,
          stuckColumns,
        ),
      ),
    ),
  );
  made.style.minWidth = `${headers.length * LEAST_WIDTH}px`;
  return el('div.scrolled', { tabindex: 0, role: 'region', 'aria-label': slide.title || 'Table' }, made);
}

function wide(percent) {
  const column = el('col');
  if (percent > 0) {
    column.style.width = `${percent}%`;
  }
  return column;
}

function row(cells, stuck, at, stuckColumns) {
  cells.slice(0, stuckColumns).forEach((cell, column) => cell.classList.add('stuck-column', `column-${column}`));
  return el('tr', { class: stuck ? `stuck-row row-${at}` : undefined }, cells);
}

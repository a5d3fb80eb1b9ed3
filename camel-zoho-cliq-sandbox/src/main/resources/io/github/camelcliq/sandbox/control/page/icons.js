import { el, svg } from './dom.js';

/** The icons of the page, drawn on 16 by 16. */
const PATHS = {
  chat: 'M2.500 3.500h11v7h-6l-3 2.500v-2.500h-2z',
  channel: 'M6 2.500 4.800 13.500M11.200 2.500 10 13.500M2.800 5.800h11M2.200 10.200h11',
  bot: 'M8 2v2.500M3.500 4.500h9v7h-9zM6 7.500v1.200M10 7.500v1.200M1.800 7v2.500M14.200 7v2.500M6 13.500h4',
  user: 'M8 8a2.700 2.700 0 1 0 0-5.400A2.700 2.700 0 0 0 8 8zM2.800 13.500c.5-2.700 2.500-4 5.200-4s4.700 1.300 5.200 4',
  thread: 'M3 2.500v6a2 2 0 0 0 2 2h8M10 7.500l3 3-3 3',
  all: 'M2.500 4h11M2.500 8h11M2.500 12h7',
  sun: 'M8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM8 1v1.500M8 13.500V15M1 8h1.500M13.500 8H15M3 3l1 1M12 12l1 1M13 3l-1 1M4 12l-1 1',
  moon: 'M13 9.800A5.500 5.500 0 0 1 6.200 3 5.500 5.500 0 1 0 13 9.800z',
  auto: 'M8 2.500a5.500 5.500 0 1 0 0 11zM8 2.500a5.500 5.500 0 0 1 0 11',
  inspect: 'M5.500 4 2 8l3.500 4M10.500 4 14 8l-3.500 4',
  back: 'M10 3 5 8l5 5',
  close: 'M4 4l8 8M12 4l-8 8',
  help: 'M6 6.200a2 2 0 1 1 3 1.700c-.7.4-1 .8-1 1.600M8 12v.2',
  reply: 'M7 4 3 8l4 4M3.500 8H9a4 4 0 0 1 4 4',
  down: 'M8 3v10M4 9l4 4 4-4',
  copy: 'M5.500 5.500h7v8h-7zM3.500 10.500v-8h7',
  image: 'M2.500 3.500h11v9h-11zM2.500 11l3.500-3.500 3 3 2-2 2.500 2.500M10.500 6.200v.1',
  warn: 'M8 2.500 14 13H2zM8 6.500v3M8 11.300v.1',
  edit: 'M3 13l.6-2.600 7.400-7.400 2 2-7.400 7.400z',
};

/** An icon. Screen readers skip it: its meaning is in a text beside it. */
export function icon(name) {
  return svg(
    'svg',
    { class: 'icon', viewBox: '0 0 16 16', width: 16, height: 16, 'aria-hidden': 'true', focusable: 'false' },
    svg('path', {
      d: PATHS[name],
      fill: 'none',
      stroke: 'currentColor',
      'stroke-width': '1.4',
      'stroke-linecap': 'round',
      'stroke-linejoin': 'round',
    }),
  );
}

/** A button with only an icon. Its name is for screen readers and for the tooltip. */
export function signButton(sign, name, act) {
  const heard = el('span.heard', {}, name);
  return el('button.quiet', { type: 'button', title: name, on: { click: act } }, icon(sign), heard);
}

import { el } from '../dom.js';
import { jsonView } from './json-view.js';
import { Entries } from './entries.js';

/** Requests to the posting API, and their answers. */
export function requestList(open) {
  return new Entries('No request yet. Posts that are refused appear here as well, with what was wrong.', request =>
    el(
      'button.entry',
      { type: 'button', on: { click: () => open('Request', requestDetails(request)) } },
      statusBadge(request.status),
      el('span.entry-what', {}, el('b', {}, request.method), ' ', placeOf(request.path)),
      request.complaints.length > 0 && el('span.entry-wrong', {}, `${request.complaints.length} wrong`),
      request.remarks.length > 0 && el('span.entry-doubtful', {}, `${request.remarks.length} doubtful`),
      time(request.time),
    ),
  );
}

/** Requests to the token endpoint. */
export function tokenRequestList(open) {
  return new Entries('No token request yet.', request =>
    el(
      'button.entry',
      { type: 'button', on: { click: () => open('Token request', [jsonView(JSON.stringify(request))]) } },
      statusBadge(request.error ? 400 : request.status, request.status),
      el('span.entry-what', {}, el('b', {}, request.grantType ?? 'no grant'), ' ', request.error ?? request.user ?? ''),
      time(request.time),
    ),
  );
}

/** A status in its colour. */
export function statusBadge(judged, status = judged) {
  const tone = judged >= 200 && judged < 300 ? 'good' : 'bad';
  return el('span', { class: `status ${tone}` }, status === 0 ? 'cut' : String(status));
}

export function time(instant) {
  const date = new Date(instant);
  return el('time', { datetime: instant, title: date.toLocaleString() }, date.toLocaleTimeString());
}

function requestDetails(request) {
  return [
    el(
      'p.request-line',
      {},
      el('b', {}, request.method),
      ' ',
      el('code', {}, request.path + (request.query ? `?${request.query}` : '')),
    ),
    el('p', {}, statusBadge(request.status), ' ', meaning(request), ' ', time(request.time)),
    complaintList('complaints', request.complaints),
    request.remarks.length > 0 && el('h4', {}, 'Doubtful, and passed at this level of rules'),
    complaintList('complaints.remarks', request.remarks),
    el('h4', {}, 'Request'),
    request.body === '' ? el('p.nothing', {}, 'No body was kept.') : jsonView(request.body, request.complaints),
    answer(request),
  ];
}

function answer({ answer }) {
  return [el('h4', {}, 'Answer'), answer === '' ? el('p.nothing', {}, 'Empty.') : jsonView(answer)];
}

function complaintList(kind, complaints) {
  const said = complaints.map(({ pointer, text }) =>
    el('li', {}, el('code', {}, pointer || 'the message'), ' ', text),
  );
  return said.length > 0 && el(`ul.${kind}`, {}, said);
}

function meaning({ status, complaints }) {
  if (status === 0) {
    return 'The connection ended before an answer.';
  }
  return status < 300 ? 'Accepted.' : complaints.length > 0 ? 'Refused: it breaks rules.' : 'Refused.';
}

// the target of a post, a channel with its sign; the full path of any other request
function placeOf(path) {
  const [, kind, target] = /^\/api\/v\d\/(\w+)\/(.+)\/messages?$/.exec(path) ?? [undefined, '', path];
  const place = (kind.startsWith('channels') ? '#' : '') + target;
  try {
    return decodeURIComponent(place);
  } catch {
    return place; // half an escape
  }
}

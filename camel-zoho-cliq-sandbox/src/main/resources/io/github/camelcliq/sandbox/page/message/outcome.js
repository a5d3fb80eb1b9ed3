import { el } from '../dom.js';

/** What became of a click, in a line below the message. */

const FAILED = ['failed', 'timed-out', 'refused'];

/**
 * @param {object} outcome what the sandbox says about the click
 * @param {number} clicks how many clicks on the message there were
 * @param {function()} inspect shows more of it
 */
export function outcomeStrip(outcome, clicks, inspect) {
  return el(
    'button',
    { type: 'button', class: `outcome ${tone(outcome)}`, on: { click: inspect } },
    el('span.outcome-said', {}, said(outcome)),
    clicks > 1 && el('span.outcome-count', {}, `${clicks} clicks`),
  );
}

/** 'bad', 'good' or 'plain': how an outcome looks. */
export function tone(outcome) {
  const { kind, json } = outcome.shown ?? {};
  if (FAILED.includes(outcome.status) || kind === 'error' || (kind === 'banner' && json?.status === 'failure')) {
    return 'bad';
  }
  return kind === 'banner' || kind === 'message' || kind === 'edit' ? 'good' : 'plain';
}

/** An outcome in words. */
export function said(outcome) {
  const { kind, text } = outcome.shown ?? {};
  if (outcome.status === 'timed-out') {
    return `Timed out: ${outcome.error ?? text ?? 'the function did not answer in time'}`;
  } else if (FAILED.includes(outcome.status) || kind === 'error') {
    return `Failed: ${outcome.error ?? text ?? 'the function could not be asked'}`;
  }
  const words = {
    message: 'Answered with a message',
    banner: text || outcome.shown?.json?.text || 'Answered with a banner',
    edit: 'Answered with an edit of this message',
    form: `Answered with a form${title(outcome)}`,
    open: text || 'Would open an address',
    preview: text || 'Would show a preview',
    call: text || 'Would ask Cliq itself',
    copy: text || 'Copied a text',
  };
  const late = outcome.status === 'late' ? 'Late: ' : '';
  return late + (words[kind] ?? 'Answered with nothing to show');
}

function title(outcome) {
  const name = outcome.shown?.json?.title;
  return name ? `: ${name}` : '';
}

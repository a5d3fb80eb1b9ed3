import { el } from '../dom.js';

/** The outcome of a click, in a line below the message. */

const FAILED = ['failed', 'timed-out', 'refused'];

/**
 * @param {object} outcome the outcome as the control API has it
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

/** The look of an outcome: 'bad', 'good' or 'plain'. */
export function tone(outcome) {
  const { kind, json } = outcome.shown;
  if (FAILED.includes(outcome.status) || (kind === 'banner' && json.status === 'failure')) {
    return 'bad';
  }
  return ['banner', 'message', 'edit'].includes(kind) ? 'good' : 'plain';
}

/** An outcome in words. */
export function said(outcome) {
  const { kind, text } = outcome.shown;
  if (FAILED.includes(outcome.status)) {
    return `${outcome.status === 'timed-out' ? 'Timed out' : 'Failed'}: ${outcome.error}`;
  }
  const words = {
    message: 'Answered with a message',
    banner: text,
    edit: 'Answered with an edit of this message',
    form: `Answered with the form ${text}`,
    open: `Would open ${text}`,
    preview: `Would show a preview of ${text}`,
    call: `Would ask Cliq for ${text}`,
    copy: `Would copy ${text}`,
  };
  const late = outcome.status === 'late' ? 'Late: ' : '';
  return late + (words[kind] ?? 'Answered with nothing to show');
}

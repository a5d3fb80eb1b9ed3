import { el } from '../dom.js';
import { followed } from '../links.js';
import { mentioned } from '../people.js';

/**
 * Texts of messages as Cliq shows them: mentions, instant buttons, links, and the marks of bold, italic, struck, code
 * and quotes. The choice of marks is ours: the references name the option 'markdown', and do not explain it.
 */

const INLINE = [
  { name: 'code', pattern: '`([^`\\n]+)`' },
  { name: 'instant', pattern: '\\[([^\\]\\n]{1,200})\\]\\(\\$([^)\\s]{1,200})\\)' },
  { name: 'silent', pattern: '\\[([^\\]\\n]{1,200})\\]\\((?:zohoid|mail):([^)\\s]{1,200})\\)' },
  { name: 'link', pattern: '\\[([^\\]\\n]{1,200})\\]\\(((?:https?|tel|sms|sip):[^)\\s]{1,2000})\\)' },
  { name: 'mention', pattern: '\\{([@#])([^{}\\s]{1,200})\\}' },
  { name: 'address', pattern: '(\\bhttps?:\\/\\/[^\\s<>"\'`]{1,2000}[^\\s<>"\'`.,;:!?)\\]}])' },
  { name: 'bold', pattern: '(?<![\\w*])\\*(?=\\S)([^*\\n]{1,2000}?)(?<=\\S)\\*(?![\\w*])' },
  { name: 'italic', pattern: '(?<![\\w_])_(?=\\S)([^_\\n]{1,2000}?)(?<=\\S)_(?![\\w_])' },
  { name: 'struck', pattern: '(?<![\\w~])~(?=\\S)([^~\\n]{1,2000}?)(?<=\\S)~(?![\\w~])' },
];
const MARKED = combined(INLINE);
const PLAIN = combined(INLINE.filter(({ name }) => ['instant', 'silent', 'mention', 'address'].includes(name)));

/**
 * A text as nodes.
 *
 * @param {string} text the text, which may be hostile
 * @param {object} context 'organisation'; 'markdown' false where marks are just characters; 'instantButton', which
 *     makes the element of a key and a label, or undefined where there is no such button
 */
export function richText(text, context) {
  if (typeof text !== 'string') {
    return [];
  }
  return context.markdown === false ? inline(text, context, PLAIN) : blocks(text, context);
}

function blocks(text, context) {
  const shown = [];
  let from = 0;
  for (const block of text.matchAll(/```\n?([\s\S]+?)\n?```\n?/g)) {
    shown.push(...lines(text.slice(from, block.index), context));
    shown.push(el('pre.code', { tabindex: 0 }, block[1]));
    from = block.index + block[0].length;
  }
  return [...shown, ...lines(text.slice(from), context)];
}

// lines of a quote form one block; other line breaks stay
function lines(text, context) {
  const shown = [];
  let quote;
  let pending = [];
  if (text === '') {
    return shown;
  }
  const flush = () => {
    if (pending.length > 0) {
      shown.push(el('span.lines', {}, inline(pending.join('\n'), context, MARKED)));
      pending = [];
    }
  };
  for (const line of text.replace(/^\n|\n$/g, '').split('\n')) {
    const quoted = /^[!>] ?(\S.*)$/.exec(line);
    if (quoted) {
      flush();
      quote ??= shown[shown.push(el('blockquote')) - 1];
      quote.append(el('span.lines', {}, inline(quoted[1], context, MARKED)));
    } else {
      quote = undefined;
      pending.push(line);
    }
  }
  flush();
  return shown;
}

function inline(text, context, patterns) {
  const shown = [];
  let from = 0;
  for (const match of text.matchAll(patterns)) {
    const made = piece(match, context);
    if (made !== undefined) {
      shown.push(text.slice(from, match.index), made);
      from = match.index + match[0].length;
    }
  }
  shown.push(text.slice(from));
  return shown;
}

// undefined for a text that only looks like a mark: it stays text
function piece({ groups }, context) {
  const found = name => groups[`${name}1`];
  const inside = name => inline(found(name), context, MARKED);
  if (found('code')) {
    return el('code', {}, found('code'));
  } else if (found('instant')) {
    return context.instantButton?.(groups.instant2, found('instant'));
  } else if (found('silent')) {
    return el('span.mention', { title: groups.silent2 }, found('silent'));
  } else if (found('link')) {
    return link(groups.link2, found('link'));
  } else if (found('mention')) {
    return el('span.mention', {}, mentioned(found('mention'), groups.mention2, context.organisation));
  } else if (found('address')) {
    return link(found('address'), found('address'));
  } else if (found('bold')) {
    return el('strong', {}, inside('bold'));
  } else if (found('italic')) {
    return el('em', {}, inside('italic'));
  }
  return el('s', {}, inside('struck'));
}

/** A link that opens in a new tab, or only its label if it is not safe to follow. */
export function link(address, label) {
  const target = followed(address);
  return target === undefined
    ? el('span', {}, label)
    : el('a', { href: target, target: '_blank', rel: 'noopener noreferrer' }, label);
}

// the groups of each pattern are named by the pattern and a number
function combined(kinds) {
  const sources = kinds.map(({ name, pattern }) => {
    let number = 0;
    return pattern.replace(/\\.|\((?!\?)/g, found => (found === '(' ? `(?<${name}${(number += 1)}>` : found));
  });
  return new RegExp(sources.join('|'), 'g');
}

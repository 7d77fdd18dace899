/** Limits on one record, so that a broken row takes neither memory nor its neighbours. */
export const MAX_RECORD_CHARS = 64 * 1024;
export const MAX_RECORD_LINES = 100;

/** A record with its cells and the start of the next one, or a broken one, or the need for more text. */
export type RecordReading =
  | { readonly kind: 'record'; readonly cells: string[]; readonly next: number; readonly lines: number }
  | { readonly kind: 'broken'; readonly fault: 'quote' | 'size'; readonly next: number }
  | { readonly kind: 'more' };

const QUOTE = 34;
const CR = 13;
const LF = 10;
const SPACE = 32;

/**
 * Reads the record that begins at `start` (RFC 4180, with the leniency real exports need: a quote inside an unquoted cell is
 * a letter, spaces before an opening and after a closing quote are ignored). A quote that is never closed would swallow all
 * rows below: such a record is broken and the next one begins on the following line, so only the faulty row is lost.
 */
export function readRecord(text: string, start: number, delimiter: string, ended: boolean): RecordReading {
  const lineEnd = text.indexOf('\n', start);
  const stop = lineEnd < 0 ? text.length : lineEnd;
  if (stop - start > MAX_RECORD_CHARS) return { kind: 'broken', fault: 'size', next: after(lineEnd) };
  if (lineEnd < 0 && !ended) return { kind: 'more' };
  const last = stop > start && text.charCodeAt(stop - 1) === CR ? stop - 1 : stop;
  const line = text.slice(start, last);
  if (!line.includes('"')) {
    return { kind: 'record', cells: line.split(delimiter), next: lineEnd < 0 ? text.length : lineEnd + 1, lines: 1 };
  }
  return readQuoted(text, start, delimiter, ended, lineEnd);
}

const after = (lineEnd: number) => (lineEnd < 0 ? -1 : lineEnd + 1);

function readQuoted(text: string, start: number, delimiter: string, ended: boolean, lineEnd: number): RecordReading {
  const separator = delimiter.charCodeAt(0);
  const resume = lineEnd < 0 ? text.length : lineEnd + 1;
  const cells: string[] = [];
  let lines = 1;
  for (let at = start; ; ) {
    let end: number;
    at = pastSpacesToQuote(text, at);
    if (text.charCodeAt(at) === QUOTE) {
      const close = closingQuote(text, at + 1);
      if (close < 0 || close - start > MAX_RECORD_CHARS) return unclosed(text, start, ended, resume);
      const cell = text.slice(at + 1, close);
      lines += newlines(cell);
      if (lines > MAX_RECORD_LINES) return { kind: 'broken', fault: 'quote', next: resume };
      cells.push(cell.includes('""') ? cell.replaceAll('""', '"') : cell);
      end = close + 1;
      while (text.charCodeAt(end) === SPACE) end += 1;
      if (text.charCodeAt(end) === CR && (end + 1 === text.length || text.charCodeAt(end + 1) === LF)) end += 1;
      if (end >= text.length && !ended) return { kind: 'more' };
      const mark = text.charCodeAt(end);
      if (end < text.length && mark !== separator && mark !== LF)
        return { kind: 'broken', fault: 'quote', next: resume };
    } else {
      end = endOfPlain(text, at, separator);
      if (end >= text.length && !ended) return { kind: 'more' };
      const cr = end > at && text.charCodeAt(end - 1) === CR && text.charCodeAt(end) !== separator;
      cells.push(text.slice(at, cr ? end - 1 : end));
    }
    if (end >= text.length) return { kind: 'record', cells, next: text.length, lines };
    if (text.charCodeAt(end) === LF) return { kind: 'record', cells, next: end + 1, lines };
    at = end + 1;
  }
}

/** The position of the quote that opens a cell behind spaces, else where the cell begins. */
function pastSpacesToQuote(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) === SPACE) at += 1;
  return text.charCodeAt(at) === QUOTE ? at : from;
}

/** The position of the quote that closes a cell, past doubled quotes; -1 when the text ends first. */
function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2)) {
    if (text.charCodeAt(at + 1) !== QUOTE) return at;
  }
  return -1;
}

/** Without a closing quote so far: needs more text within the limits, else the row is broken. */
function unclosed(text: string, start: number, ended: boolean, resume: number): RecordReading {
  if (ended || text.length - start > MAX_RECORD_CHARS) return { kind: 'broken', fault: 'quote', next: resume };
  return { kind: 'more' };
}

function endOfPlain(text: string, from: number, separator: number): number {
  let at = from;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === separator || code === LF) break;
  }
  return at;
}

function newlines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

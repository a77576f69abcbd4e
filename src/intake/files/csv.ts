/** Splits CSV text into records: quotes, doubled quotes, line breaks inside quotes, any separator, LF and CRLF. */

export interface CsvFormat {
  /** One or more characters, or `blanks` for any run of blanks, as files with fixed columns have it. */
  readonly separator: string;
  /** Null when quotes are ordinary characters. */
  readonly quote: string | null;
}

/** One record: the line it starts on, and its cells; `broken` says why the cells cannot be trusted. */
export interface RawRow {
  readonly line: number;
  readonly cells: readonly string[];
  readonly broken?: string;
}

export interface Splitter {
  /** The records that are whole so far. */
  push(text: string): RawRow[];
  /** What is left when the text ends. */
  end(): RawRow[];
}

/** Longest record; more means an opening quote without its closing one. */
const LONGEST = 1_000_000;

interface Record {
  readonly cells: readonly string[];
  readonly next: number;
  readonly broken?: string;
}

/**
 * A splitter over the chunks of one text that begins on line `from`. A broken record costs its own line only: the next
 * line is read afresh. Records without any text, as spreadsheets leave them below their last row, are none.
 */
export function makeSplitter(format: CsvFormat, from = 1): Splitter {
  let rest = '';
  let line = from;
  const take = (text: string, final: boolean): RawRow[] => {
    const rows: RawRow[] = [];
    let at = 0;
    for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', at)) {
      const record = recordAt(text, at, end, format, final);
      if (!record) break;
      const { cells, next, broken } = record;
      const bare = cells.some(isArmoured) ? cells.map(unarmoured) : cells;
      if (broken) rows.push({ line, cells, broken });
      else if (text[at] === format.quote || cells.some((cell) => cell !== '')) rows.push({ line, cells: bare });
      line += next === end + 1 ? 1 : linesIn(text, at, next);
      at = next;
    }
    rest = text.slice(at);
    return rows;
  };
  return { push: (text) => take(rest + text, false), end: () => take(rest === '' ? '' : `${rest}\n`, true) };
}

/** The record at `at`, whose first line ends at `end`; null when its quotes close in text still to come. */
function recordAt(text: string, at: number, end: number, format: CsvFormat, final: boolean): Record | null {
  const plain = text.slice(at, text.charCodeAt(end - 1) === 13 && end > at ? end - 1 : end);
  const { separator, quote } = format;
  if (separator === 'blanks') return { cells: plain.trim().split(/[ \t]+/), next: end + 1 };
  if (quote === null || !plain.includes(quote)) return { cells: plain.split(separator), next: end + 1 };
  const record = quotedRecord(text, at, separator, quote);
  if (record && record !== 'open') return record;
  if (record === null) return { cells: [plain], next: end + 1, broken: 'has text after a closing quote' };
  if (!final && text.length - at < LONGEST) return null;
  return { cells: [plain], next: end + 1, broken: 'opens a quote that is not closed' };
}

/** Cell by cell; `open` when a quote does not close in this text, null when something stands after a closing quote. */
function quotedRecord(text: string, from: number, separator: string, quote: string): Record | 'open' | null {
  const cells: string[] = [];
  for (let at = from; ; ) {
    const cell = text[at] === quote ? quotedCell(text, at, quote) : plainCell(text, at, separator);
    if (!cell || cell.next >= text.length) return 'open';
    cells.push(cell.value);
    at = cell.next;
    if (isCut(text.slice(at, at + Math.max(2, separator.length)), separator)) return 'open';
    if (text.startsWith(separator, at)) at += separator.length;
    else if (text[at] === '\n') return { cells, next: at + 1 };
    else if (text.startsWith('\r\n', at)) return { cells, next: at + 2 };
    else return null;
  }
}

/** Whether the text ends inside a separator or a line's end. */
function isCut(tail: string, separator: string): boolean {
  return tail !== separator && (('\r\n' !== tail && '\r\n'.startsWith(tail)) || separator.startsWith(tail));
}

interface Cell {
  readonly value: string;
  readonly next: number;
}

function quotedCell(text: string, at: number, quote: string): Cell | null {
  let value = '';
  for (let from = at + 1; ; ) {
    const close = text.indexOf(quote, from);
    if (close === -1) return null;
    value += text.slice(from, close);
    if (text[close + 1] !== quote) return { value, next: close + 1 };
    value += quote;
    from = close + 2;
  }
}

/** A quote inside a cell that does not start with one is an ordinary character, as in 5" pipe. */
function plainCell(text: string, at: number, separator: string): Cell | null {
  const newline = text.indexOf('\n', at);
  const found = text.indexOf(separator, at);
  if (newline === -1) return null;
  if (found !== -1 && found < newline) return { value: text.slice(at, found), next: found };
  const end = newline > at && text[newline - 1] === '\r' ? newline - 1 : newline;
  return { value: text.slice(at, end), next: end };
}

/** Digits that a spreadsheet must not shorten, as exports write them: `="0123"`, or an apostrophe before them. */
const ARMOUR = /^(?:="(.*)"|'(?=[+\d][\d\w +()-]*$)(.*))$/s;

function isArmoured(cell: string): boolean {
  return (cell.startsWith('="') || cell.startsWith("'")) && ARMOUR.test(cell);
}

function unarmoured(cell: string): string {
  const match = ARMOUR.exec(cell);
  return match ? (match[1] ?? match[2]!) : cell;
}

function linesIn(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

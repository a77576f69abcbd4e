import type { RawRow, Splitter } from './csv.js';

/** What a card is read into, as columns that a mapping may name; lists hold `;` between their values. */
const CARD_COLUMNS = [
  ...['uid', 'name', 'familyName', 'givenName', 'phone', 'email', 'organisation', 'title', 'birthday', 'gender'],
  ...['address', 'city', 'region', 'country', 'url', 'note', 'categories', 'changedAt', 'related', 'relation'],
] as const;
type CardColumn = (typeof CARD_COLUMNS)[number];

/** One property of a card: its name and parameters in capital letters, and its value as it is written. */
interface Property {
  readonly name: string;
  readonly types: readonly string[];
  readonly value: string;
}

/** Longest card; more means one that does not end. */
const LONGEST = 1_000_000;

/**
 * A splitter over cards of vCard 2.1, 3.0 and 4.0 (RFC 2426, 6350): the first record is the header. A card becomes one
 * record, or one for each related person that it names.
 */
export function makeCardSplitter(): Splitter {
  let rest = '';
  let line = 1;
  let begun = false;
  const take = (text: string): RawRow[] => {
    const rows: RawRow[] = begun ? [] : [{ line: 1, cells: CARD_COLUMNS }];
    begun = true;
    let from = 0;
    for (const match of text.matchAll(/^END:VCARD[ \t]*(?:\r?\n|$)/gim)) {
      const to = match.index + match[0].length;
      rows.push(...recordsOf(text.slice(from, to), line));
      line += text.slice(from, to).split('\n').length - 1;
      from = to;
    }
    rest = text.slice(from);
    return rows;
  };
  return {
    push: (text) => {
      const whole = rest + text;
      const end = whole.lastIndexOf('\n') + 1;
      const rows = take(whole.slice(0, end));
      rest += whole.slice(end);
      if (rest.length > LONGEST) throw new RangeError('a card does not end');
      return rows;
    },
    end: () => {
      const rows = take(rest);
      return rest.trim() === '' ? rows : [...rows, { line, cells: [rest.slice(0, 200)], broken: 'is no whole card' }];
    },
  };
}

function recordsOf(card: string, line: number): RawRow[] {
  const properties = propertiesOf(card);
  if (properties.length === 0) return [];
  const own = ownOf(properties);
  const related = relatedOf(properties);
  const rows = related.length === 0 ? [{}] : related;
  return rows.map((one) => ({ line, cells: CARD_COLUMNS.map((column) => ({ ...own, ...one })[column] ?? '') }));
}

function ownOf(properties: readonly Property[]): Partial<Record<CardColumn, string>> {
  const first = (name: string) => properties.find((one) => one.name === name);
  const texts = (name: string) => properties.filter((one) => one.name === name).map(({ value }) => unescaped(value));
  const [familyName = '', givenName = ''] = partsOf(first('N')?.value ?? '');
  const [, , street = '', city = '', region = '', code = '', country = ''] = partsOf(first('ADR')?.value ?? '');
  const phones = texts('TEL').map((text) => text.replace(/^tel:/i, '').replace(/;.*$/, ''));
  return {
    uid: unescaped(first('UID')?.value ?? '').replace(/^urn:uuid:/i, ''),
    name: unescaped(first('FN')?.value ?? '') || `${givenName} ${familyName}`.trim(),
    ...{ familyName, givenName, city, region, country },
    phone: phones.join(' ; '),
    email: texts('EMAIL').join(' ; '),
    organisation: partsOf(first('ORG')?.value ?? '')[0] ?? '',
    title: texts('TITLE')[0] ?? '',
    birthday: dayOf(first('BDAY')?.value ?? ''),
    gender: partsOf(first('GENDER')?.value ?? '')[0] ?? '',
    address: [street, city, region, code, country].filter(Boolean).join(', '),
    url: texts('URL')[0] ?? '',
    note: texts('NOTE').join('\n'),
    categories: texts('CATEGORIES').join(','),
    changedAt: basicTime(first('REV')?.value ?? ''),
  };
}

function relatedOf(properties: readonly Property[]): Partial<Record<CardColumn, string>>[] {
  return properties
    .filter(({ name }) => name === 'RELATED')
    .map(({ value, types }) => ({
      related: unescaped(value).replace(/^urn:uuid:/i, ''),
      relation: types.find((type) => type !== 'PREF')?.toLowerCase() ?? '',
    }));
}

/** The properties of a card, its folded lines joined. */
function propertiesOf(card: string): Property[] {
  const soft = /QUOTED-PRINTABLE[^\r\n]*(?:=\r?\n[^\r\n]*)+/gi; // lines of vCard 2.1 go on after a `=`
  const unfolded = card.replace(soft, (lines) => lines.replace(/=\r?\n/g, '')).replace(/\r?\n[ \t]/g, '');
  return unfolded.split(/\r?\n/).flatMap((text) => propertyOf(text) ?? []);
}

function propertyOf(text: string): Property | null {
  const match = /^(?:[\w-]+\.)?([\w-]+)((?:;(?:[^":;]|"[^"]*")*)*):(.*)$/s.exec(text);
  if (!match) return null;
  const [, name, params, value] = match as unknown as [string, string, string, string];
  const given = params.toUpperCase().split(';').filter(Boolean);
  const quoted = given.some((one) => one.endsWith('QUOTED-PRINTABLE'));
  const types = given.flatMap((one) => (one.startsWith('TYPE=') ? one.slice(5).replaceAll('"', '').split(',') : []));
  return { name: name.toUpperCase(), types, value: quoted ? printable(value) : value };
}

/** Bytes of UTF-8 as `=E6=9D=8E`, as phones of vCard 2.1 write them. */
function printable(value: string): string {
  const bytes = value.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** The components of a structured value, as of N and ADR. */
function partsOf(value: string): string[] {
  return value.split(/(?<!\\);/).map((part) => unescaped(part).trim());
}

function unescaped(value: string): string {
  return value.replace(/\\([nN,;:\\])/g, (_, sign: string) => (sign.toLowerCase() === 'n' ? '\n' : sign)).trim();
}

/** A whole day as YYYY-MM-DD; a day without its year, as `--0415`, is none. */
function dayOf(value: string): string {
  const match = /^(\d{4})-?(\d\d)-?(\d\d)/.exec(value.trim());
  return match ? `${match[1]}-${match[2]}-${match[3]}` : '';
}

function basicTime(value: string): string {
  const match = /^(\d{4})-?(\d\d)-?(\d\d)T(\d\d):?(\d\d):?(\d\d)/.exec(value.trim());
  return match ? `${match[1]}-${match[2]}-${match[3]}T${match[4]}:${match[5]}:${match[6]}Z` : '';
}

import type { KindName } from './names.js';

/** What a column of a kind may hold. */
type ColumnType = 'text' | 'integer' | 'number' | 'money' | 'time' | 'date' | 'lunar' | 'boolean' | 'json' | 'currency';
type Meaning = readonly [english: string, chinese: string];

export interface Column {
  readonly type: ColumnType;
  /** Whether every row must fill it. */
  readonly required: boolean;
  readonly about: Meaning;
  readonly choices?: readonly string[];
  readonly min?: number;
  readonly max?: number;
  /** Longest text, in characters; see `longestOf`. */
  readonly longest?: number;
  /** Sealed under the key of the row's customer before it is stored, as `textSealed` for `text`. */
  readonly personal?: boolean;
  /** The kind of the row that this one names: a row that names nobody known is rejected, nothing is invented. */
  readonly names?: KindName;
  /** The relationship to what it names: `IN_CATEGORY>` leads there, `<POSTED` comes from there. */
  readonly link?: `<${string}` | `${string}>`;
}
export type Columns = Readonly<Record<string, Column>>;

/** Rows that become nodes of a label, found by `id` or, where the kind's key has several columns, by `key`. */
export interface NodeShape {
  readonly form: 'node';
  readonly label: string;
  /** Properties that only new nodes get, as Cypher writes them. */
  readonly onCreate?: Readonly<Record<string, string>>;
}

/** Rows that become relationships between what two of their columns name. */
export interface TieShape {
  readonly form: 'tie';
  readonly type: string;
  readonly from: string;
  readonly to: string;
  /** The column that tells several relationships of the type between two ends apart. */
  readonly apart?: string;
  /** Columns that become properties; by default all but the ends. */
  readonly only?: readonly string[];
  /**
   * Whether new ones are made by a statement of their own, faster where there are many; `only` where all else is
   * written by hand.
   */
  readonly fresh?: 'too' | 'only';
  /** Whether each carries its key as a property. */
  readonly keyed?: boolean;
}

/**
 * A kind of rows: what their columns mean, and what they become. Everything else about the kind is derived from this.
 */
export interface Kind {
  /** The file of the declaration, for what is generated from it. */
  readonly file: string;
  readonly about: Meaning;
  /** Labels and relationships by which a mapping file names the kind. */
  readonly targets: readonly string[];
  /** The column that takes the target's own name, as `LIKED` gives `kind`. */
  readonly fixes?: string;
  /** The label of its nodes, where other kinds name them. */
  readonly label?: string;
  readonly columns: Columns;
  /** The columns that two rows about the same thing share. */
  readonly key: readonly string[];
  /** The columns by which rows are parted into lanes (rows/lanes.ts). */
  readonly lanes: readonly string[];
  /**
   * By name of their statement. Kinds that do more than write what the row says have none: their statements are written
   * by hand.
   */
  readonly shapes: Readonly<Record<string, NodeShape | TieShape>>;
}

type More = Omit<Partial<Column>, 'required' | 'about'>;
const column =
  (required: boolean) =>
  (en: string, zh: string, more: More = {}): Column => ({ type: 'text', ...more, required, about: [en, zh] });
/** A column that every file of the kind has, filled in every row. */
export const must = column(true);
/** A column that may be missing or empty. */
export const may = column(false);

export const TIME: More = { type: 'time' };
export const SHARE: More = { type: 'number', min: 0, max: 1 };
export const COUNT: More = { type: 'integer', min: 0 };
export const CURRENCY: More = { type: 'currency' };
export const PERSONAL: More = { personal: true };

/**
 * Longest id, reference, name or part of a key, in characters: an index takes about 8,000 bytes, some keys have three
 * such parts.
 */
const LONGEST_KEY = 500;
const LONGEST_TEXT = 100_000;

export function longestOf({ longest, names }: Column): number {
  return longest ?? (names ? LONGEST_KEY : LONGEST_TEXT);
}

export const KEY: More = { longest: LONGEST_KEY };
/** The id of the rows of a kind. */
export const id = (en: string, zh: string): Column => must(en, zh, KEY);
export const name = must('name', '名称', KEY);
export const nameZh = may('Chinese name', '中文名', KEY);
/** A customer that a row is about. */
export const customerId = (en: string, zh: string, link?: Column['link']): Column =>
  must(en, zh, { names: 'customers', ...(link && { link }) });

type Given = Omit<Kind, 'targets' | 'lanes' | 'key' | 'label' | 'shapes'> & Partial<Kind>;

/** A kind whose statements are written by hand. */
export function byHand(given: Given & Pick<Kind, 'targets' | 'lanes'>): Kind {
  return { key: ['id'], shapes: {}, ...given };
}

/** A kind whose rows become nodes; the relationships to what they name follow from the columns. */
export function nodes(kind: KindName, label: string, given: Given & Pick<NodeShape, 'onCreate'>): Kind {
  const { onCreate, ...rest } = given;
  const shape: NodeShape = { form: 'node', label, ...(onCreate && { onCreate }) };
  const { key = ['id'], columns } = given;
  return { key, targets: [label], label, lanes: lanesOf(columns, key), shapes: { [kind]: shape }, ...rest };
}

/** A kind whose rows become relationships. */
export function ties(kind: KindName, shape: Omit<TieShape, 'form'>, given: Given): Kind {
  const key = [shape.from, shape.to];
  const lanes = lanesOf(given.columns, key);
  return { key, targets: [shape.type], lanes, shapes: { [kind]: { form: 'tie', ...shape } }, ...given };
}

/**
 * The first two nodes that a row names. One lane where it may name more: a few that nearly every row names would make
 * lanes wait.
 */
function lanesOf(columns: Columns, key: readonly string[]): readonly string[] {
  const named = Object.entries(columns).filter(([, { names }]) => names);
  if (named.some(([, { required }]) => !required)) return [];
  return named.length > 0 ? named.slice(0, 2).map(([column]) => column) : key.slice(0, 1);
}

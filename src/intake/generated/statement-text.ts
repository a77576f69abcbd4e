import type { Column, Kind, NodeShape, TieShape } from '../kinds/model.js';
import type { KindName } from '../kinds/names.js';

/** A property of the graph that a row sets, and the field of the row that holds its value. */
export interface Property {
  readonly name: string;
  /** As the header of a statement writes it, without the `?`. */
  readonly type: string;
  readonly nullable: boolean;
  readonly about: string;
  /** What it names, where it is another node's id. */
  readonly names?: KindName | undefined;
}

const TYPES: Readonly<Record<Column['type'], string>> = {
  text: 'string',
  json: 'string',
  currency: 'string',
  date: 'string',
  lunar: 'string',
  integer: 'integer',
  money: 'integer',
  number: 'float',
  time: 'datetime',
  boolean: 'boolean',
};

const KEY: Property = { name: 'key', type: 'string', nullable: false, about: 'the parts of its key, joined' };

/** The properties that rows of a shape set, its key first. */
export function propertiesOf({ columns, key }: Kind, shape: NodeShape | TieShape): Property[] {
  const keyed = shape.form === 'tie' ? shape.keyed === true : key.length > 1;
  const wanted = (name: string) =>
    shape.form === 'node'
      ? !columns[name]!.names
      : shape.only
        ? shape.only.includes(name)
        : ![shape.from, shape.to].includes(name);
  const apart = shape.form === 'tie' ? shape.apart : undefined;
  const own = Object.keys(columns).filter(wanted);
  return [...(keyed ? [KEY] : []), ...own.map((name) => propertyOf(name, columns[name]!, name === apart))];
}

function propertyOf(name: string, { type, personal, required, about: [about] }: Column, apart: boolean): Property {
  const nullable = !required && !apart;
  if (personal) return { name: `${name}Sealed`, type: 'string', nullable, about: `${about}, sealed` };
  return { name, type: TYPES[type], nullable, about };
}

/** The field of a row that names another node. */
export function referenceOf({ columns }: Kind, name: string): Property {
  const { required, about, names } = columns[name]!;
  return { name, type: 'string', nullable: !required, about: about[0], names };
}

/** Times as milliseconds: what new rows are sent with (docs/decisions/data/031-import-rate.md). */
export function inMilliseconds(properties: readonly Property[]): Property[] {
  return properties.map((p) => (p.type === 'datetime' ? { ...p, type: 'epoch' } : p));
}

interface Header {
  readonly kind: Kind;
  readonly title: string;
  readonly mode: 'read' | 'write';
  readonly takes: readonly Property[];
  readonly gives: readonly Property[];
  readonly needs: readonly string[];
}

const WRITTEN: Property = { name: 'written', type: 'integer', nullable: false, about: '' };

/** What a statement that writes says and takes. */
export const writing = (kind: Kind, title: string, takes: readonly Property[], needs: readonly string[]): Header => ({
  ...{ kind, title, takes, needs, mode: 'write', gives: [WRITTEN] },
});

/** A whole statement: its header, and its lines. */
export function statement({ kind, title, mode, takes, gives, needs }: Header, body: readonly string[]): string {
  const header = [
    title,
    `Generated from src/intake/kinds/${kind.file} by \`guanxi generate\`: change that, not this.`,
    `mode  ${mode}`,
    'param rows list<record>',
    ...table(takes).map((line) => `.  ${line}`),
    ...table(gives).map((line) => `row ${line}`),
    ...needs.map((label) => `needs constraint ${label}`),
    `try   :param rows => [{${takes.map((p) => `${p.name}: ${sampleOf(p)}`).join(', ')}}];`,
  ];
  return `${[...header.map((line) => `// ${line}`), ...body].join('\n')};\n`;
}

function table(properties: readonly Property[]): string[] {
  const rows = properties.map(
    ({ name, type, nullable, about }) => [name, nullable ? `${type}?` : type, about] as const,
  );
  const [names, types] = [0, 1].map((at) => Math.max(...rows.map((row) => row[at]!.length)));
  return rows.map(([name, type, about]) => `${name.padEnd(names!)}  ${type.padEnd(types!)}  ${about}`.trimEnd());
}

const SAMPLES: Readonly<Record<string, string>> = {
  string: "'x1'",
  integer: '1',
  float: '0.5',
  datetime: "datetime('2026-01-01')",
  epoch: '1767225600000',
  boolean: 'true',
};

/** An id of the made world for each kind that others name: what `try` lines begin with. */
export const MADE_IDS: Readonly<Partial<Record<KindName, string>>> = {
  ...{ companies: 'B000001', interests: 'I01', categories: 'G01', products: 'P001', stores: 'S001' },
  ...{ campaigns: 'M001', customers: 'C0000001', orders: 'O0000001-001', posts: 'T0000001-1' },
  touches: 'M001-C0000001',
};

/** A value of the property's type, as Cypher writes it. */
export function sampleOf({ type, names }: Property): string {
  const made = names && MADE_IDS[names];
  return made ? `'${made}'` : SAMPLES[type]!;
}

/** The constraint that finds a node of a label by `property`. */
export function constraintOf(label: string, property = 'id'): string {
  return `${label.replace(/(?!^)[A-Z]/g, (capital) => `_${capital}`).toLowerCase()}_${property}`;
}

const RESERVED: Readonly<Record<string, string>> = { order: 'ordered' };

/** A variable for what a column or label names: `customer` for `customerId`, `sourceRecord` for `SourceRecord`. */
export function variableOf(name: string): string {
  const bare = name.replace(/Id$/, '');
  const variable = bare.slice(0, 1).toLowerCase() + bare.slice(1);
  return RESERVED[variable] ?? variable;
}

/** Parts after one another, broken into lines of at most 120 characters. */
export function wrapped(first: string, parts: readonly string[], end = '', indent = '  '): string[] {
  const lines = [first];
  parts.forEach((part, at) => {
    const piece = at < parts.length - 1 ? `${part},` : `${part}${end}`;
    const line = lines.at(-1)!;
    const gap = at === 0 || line === indent ? '' : ' ';
    if (line.length + gap.length + piece.length > 120) lines.push(`${indent}${piece}`);
    else lines[lines.length - 1] = `${line}${gap}${piece}`;
  });
  return lines;
}

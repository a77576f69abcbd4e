import { KINDS } from '../kinds/index.js';
import type { Kind, NodeShape } from '../kinds/model.js';
import { marksOf, marksOfNode } from './marks.js';
import {
  constraintOf,
  type Property,
  propertiesOf,
  referenceOf,
  statement,
  variableOf,
  wrapped,
  writing,
} from './statement-text.js';

interface Link {
  /** The column that names the other end. */
  readonly column: string;
  readonly required: boolean;
  readonly label: string;
  readonly end: string;
  /** The relationship between the node and `(end)`, as a pattern without the node. */
  readonly pattern: (relationship: string, end: string) => string;
  readonly type: string;
}

/** What reads and what writes nodes of a kind, by the ending of their names. */
export function nodeStatements(kind: Kind, shape: NodeShape): Record<string, string> {
  return { '': write(kind, shape), '-known': known(kind, shape) };
}

function linksOf({ columns }: Kind): Link[] {
  return Object.entries(columns).flatMap(([column, { link, names, required }]) => {
    if (!link) return [];
    const into = link.startsWith('<');
    const pattern = (relationship: string, end: string) =>
      into ? `<-[${relationship}]-(${end})` : `-[${relationship}]->(${end})`;
    const end = variableOf(column);
    return { column, required, label: KINDS[names!].label!, end, pattern, type: link.replace(/[<>]/, '') };
  });
}

function write(kind: Kind, shape: NodeShape): string {
  const properties = propertiesOf(kind, shape);
  const links = linksOf(kind);
  const takes = [...properties, ...links.map(({ column }) => referenceOf(kind, column))];
  const title = `Writes ${kind.about[0]} as their rows say: new ones are made, known ones changed.`;
  const key = keyOf(kind);
  return statement(writing(kind, title, takes, [constraintOf(shape.label, key)]), [
    'UNWIND $rows AS row',
    ...links.filter(({ required }) => required).map((l) => `MATCH (${l.end}:${l.label} {id: row.${l.column}})`),
    ...merged(shape, key, properties),
    ...(links.length > 0 ? withEnds(shape, links) : []),
    'RETURN count(*) AS written',
  ]);
}

function merged(shape: NodeShape, key: string, properties: readonly Property[]): string[] {
  const node = variableOf(shape.label);
  const first = Object.entries(shape.onCreate ?? {}).map(([name, value]) => `${node}.${name} = ${value}`);
  const sets = properties.filter(({ name }) => name !== key).map(({ name }) => `${node}.${name} = row.${name}`);
  return [
    `MERGE (${node}:${shape.label} {${key}: row.${key}})`,
    ...(first.length > 0 ? [`  ON CREATE SET ${first.join(', ')}`] : []),
    ...wrapped('SET ', [...marksOfNode(shape.label, node), ...sets], '', '    '),
  ];
}

/** Unties what a row says otherwise, and ties what it names. */
function withEnds(shape: NodeShape, links: readonly Link[]): string[] {
  const node = variableOf(shape.label);
  const required = links.filter((l) => l.required);
  const other = ({ column, required }: Link) =>
    required ? `other.id <> row.${column}` : `row.${column} IS NULL OR other.id <> row.${column}`;
  return [
    `WITH ${[node, 'row', ...required.map(({ end }) => end)].join(', ')}`,
    ...links.flatMap((l) => [
      `CALL (${node}, row) {`,
      `  MATCH (${node})${l.pattern(`old:${l.type}`, `other:${l.label}`)}`,
      `  WHERE ${other(l)}`,
      ...marksOf(l.type, 'other').map((mark) => `  SET ${mark}`),
      '  DELETE old',
      '}',
    ]),
    ...links
      .filter((l) => !l.required)
      .flatMap((l) => [
        `CALL (${node}, row) {`,
        `  MATCH (${l.end}:${l.label} {id: row.${l.column}})`,
        `  MERGE (${node})${l.pattern(`:${l.type}`, l.end)}`,
        '}',
      ]),
    ...required.map((l) => `MERGE (${node})${l.pattern(`:${l.type}`, l.end)}`),
    ...required.flatMap((l) => marksOf(l.type, l.end)).map((mark) => `SET ${mark}`),
  ];
}

function known(kind: Kind, shape: NodeShape): string {
  const node = variableOf(shape.label);
  const key = keyOf(kind);
  const properties = propertiesOf(kind, shape);
  const links = linksOf(kind);
  const own = properties.filter(({ name }) => name === key);
  const gives = [
    ...own.map((p) => ({ ...p, about: 'unique' })),
    ...properties.filter(({ name }) => name !== key).map((p) => ({ ...p, nullable: true, about: '' })),
    ...links.map(({ column }) => ({ ...referenceOf(kind, column), nullable: true, about: '' })),
  ];
  const title = `What the graph holds of these ${kind.about[0]}; those it does not know are left out.`;
  const needs = [constraintOf(shape.label, key)];
  return statement({ kind, title, mode: 'read', takes: own, gives, needs }, [
    'UNWIND $rows AS row',
    `MATCH (${node}:${shape.label} {${key}: row.${key}})`,
    ...links.map((l) => `OPTIONAL MATCH (${node})${l.pattern(`:${l.type}`, `${l.end}:${l.label}`)}`),
    ...wrapped(
      'RETURN ',
      [
        ...[...own, ...properties.filter(({ name }) => name !== key)].map(({ name }) => `${node}.${name} AS ${name}`),
        ...links.map(({ end, column }) => `${end}.id AS ${column}`),
      ],
      '',
      '       ',
    ),
  ]);
}

/** The property that nodes of the kind are found by. */
function keyOf({ key }: Kind): string {
  return key.length > 1 ? 'key' : key[0]!;
}

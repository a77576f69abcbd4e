import { KINDS } from '../kinds/index.js';
import type { Kind, TieShape } from '../kinds/model.js';
import { endOf, marksOf } from './marks.js';
import {
  constraintOf,
  inMilliseconds,
  type Property,
  propertiesOf,
  referenceOf,
  statement,
  variableOf,
  wrapped,
  writing,
} from './statement-text.js';

/** What reads, writes and makes relationships of a kind, by the ending of their names. */
export function tieStatements(kind: Kind, shape: TieShape): Record<string, string> {
  if (shape.fresh === 'only') return { '': fresh(kind, shape) };
  const all = { '': write(kind, shape), '-known': known(kind, shape) };
  return shape.fresh ? { ...all, '-new': fresh(kind, shape) } : all;
}

function endsOf({ columns }: Kind, { from, to }: TieShape) {
  const [a, b] = [from, to].map((column) => KINDS[columns[column]!.names!].label!) as [string, string];
  const alike = a === b;
  return { a, b, from: alike ? 'a' : variableOf(from), to: alike ? 'b' : variableOf(to), alike };
}

function matched(kind: Kind, shape: TieShape): string[] {
  const { a, b, from, to } = endsOf(kind, shape);
  return [
    'UNWIND $rows AS row',
    `MATCH (${from}:${a} {id: row.${shape.from}})`,
    `MATCH (${to}:${b} {id: row.${shape.to}})`,
  ];
}

function takesOf(kind: Kind, shape: TieShape): Property[] {
  return [referenceOf(kind, shape.from), referenceOf(kind, shape.to), ...propertiesOf(kind, shape)];
}

function needsOf(kind: Kind, shape: TieShape): string[] {
  const { a, b } = endsOf(kind, shape);
  return [...new Set([a, b])].map((label) => constraintOf(label));
}

function write(kind: Kind, shape: TieShape): string {
  const { from, to } = endsOf(kind, shape);
  const { type, apart } = shape;
  const title = `Writes ${kind.about[0]} (${type}) as the rows say: new ones are made, known ones changed.`;
  const sets = propertiesOf(kind, shape).filter(({ name }) => name !== apart);
  return statement(writing(kind, title, takesOf(kind, shape), needsOf(kind, shape)), [
    ...matched(kind, shape),
    `MERGE (${from})-[tie:${type}${apart ? ` {${apart}: row.${apart}}` : ''}]->(${to})`,
    ...(sets.length > 0
      ? wrapped('SET ', [...marksOf(type, from), ...sets.map(({ name }) => `tie.${name} = row.${name}`)], '', '    ')
      : []),
    ...endOf(type, from),
  ]);
}

function fresh(kind: Kind, shape: TieShape): string {
  const { from, to } = endsOf(kind, shape);
  const title = `Makes ${kind.about[0]} (${shape.type}) that the graph lacks; one whose end is missing is left out.`;
  const takes = inMilliseconds(takesOf(kind, shape));
  const set = inMilliseconds(propertiesOf(kind, shape)).map(({ name, type }) => `${name}: ${assigned(name, type)}`);
  return statement(writing(kind, title, takes, needsOf(kind, shape)), [
    ...matched(kind, shape),
    ...wrapped(`CREATE (${from})-[:${shape.type} {`, set, `}]->(${to})`),
    ...endOf(shape.type, from),
  ]);
}

function assigned(name: string, type: string): string {
  if (type !== 'epoch') return `row.${name}`;
  return `CASE WHEN row.${name} IS NULL THEN null ELSE datetime({epochMillis: toInteger(row.${name})}) END`;
}

/** Asked from the first end: a statement that names both lets the planner begin at one with many ties. */
function known(kind: Kind, shape: TieShape): string {
  const { a, b, from, to } = endsOf(kind, shape);
  const { type, apart } = shape;
  const ends = [referenceOf(kind, shape.from), referenceOf(kind, shape.to)].map((p) => ({ ...p, about: '' }));
  const properties = propertiesOf(kind, shape);
  const own = properties.map((p) => ({ ...p, nullable: p.name !== apart, about: '' }));
  const title = `All that the graph holds of ${kind.about[0]} (${type}) at the first end of these rows.`;
  const head = { kind, title, mode: 'read', takes: ends.slice(0, 1), gives: [...ends, ...own] } as const;
  return statement({ ...head, needs: [constraintOf(a)] }, [
    'UNWIND $rows AS row',
    `WITH DISTINCT row.${shape.from} AS ${shape.from}`,
    `MATCH (${from}:${a} {id: ${shape.from}})-[tie:${type}]->(${to}:${b})`,
    ...wrapped(
      'RETURN ',
      [shape.from, `${to}.id AS ${shape.to}`, ...properties.map(({ name }) => `tie.${name} AS ${name}`)],
      '',
      '       ',
    ),
  ]);
}

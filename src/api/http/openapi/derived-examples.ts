import {
  astFromValue,
  type GraphQLField,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isObjectType,
  isRequiredArgument,
  print,
} from 'graphql';
import type { Statement } from '../../../graph/library/header.js';
import { triedExamples } from '../../../graph/library/tried.js';

/** An operation to try, under the name of what it is for. */
export interface Example {
  readonly name: string;
  readonly query: string;
}

type Field = GraphQLField<unknown, unknown>;
type Values = Readonly<Record<string, unknown>>;

/** What reads with required arguments are asked about: ids of the made world. */
const ASKED: Readonly<Record<string, Values>> = {
  audience: { segmentId: 'all', purposeId: 'marketing', channel: 'SMS', limit: 5 },
  breachReport: { since: '2026-01-01T00:00:00Z' },
  campaign: { id: 'M001' },
  customer: { id: 'C0000002' },
  explainValue: { customer: 'C0000002' },
  journeyOf: { customer: 'C0000002' },
  previewSegment: { rule: '{"property": {"name": "tier", "in": ["GOLD"]}}' },
  segmentHistory: { id: 'rfm:champions', limit: 5 },
  segmentMembers: { id: 'rfm:champions', limit: 5 },
  segmentMoves: { since: '2026-01-01T00:00:00Z', limit: 5 },
  touches: { campaign: 'M001', first: 5 },
};

/** Enough to see what rows are like. */
const FEW: Values = { limit: 5, first: 5 };

/** How far an answer is followed into records and edges. */
const DEEPEST = 3;

/**
 * An example for every read that no worked one asks: published questions with the values of their `try` lines, one tab
 * for each of their areas, then the reads of the graph and of the areas, as the schema says what they take and give.
 */
export function derivedExamples(
  schema: GraphQLSchema,
  questions: ReadonlyMap<string, Statement>,
  asked: ReadonlySet<string>,
): Example[] {
  const tabs = new Map<string, string[]>();
  for (const field of Object.values(schema.getQueryType()!.getFields())) {
    const question = questions.get(field.name);
    if (asked.has(field.name)) continue;
    const values = { ...(question ? triedExamples(question) : FEW), ...ASKED[field.name] };
    if (field.args.some((arg) => isRequiredArgument(arg) && values[arg.name] === undefined)) continue;
    const topic = question ? `Questions: ${question.name.split('/')[0]}` : topicOf(field);
    tabs.set(topic, [...(tabs.get(topic) ?? []), operationOf(field, values)]);
  }
  return [...tabs].map(([topic, operations]) => ({
    name: `derived ${topic}`,
    query: `# ${topic}. Choose the operation beside the play button.\n${operations.join('\n\n')}\n`,
  }));
}

function topicOf({ name, type }: Field): string {
  return name.endsWith('Connection') || /^\[\w+!\]!$/.test(String(type)) ? 'Lists' : 'Reads';
}

function operationOf({ name, args, type }: Field, values: Values): string {
  const given = args
    .filter((arg) => values[arg.name] !== undefined)
    .map((arg) => `${arg.name}: ${print(astFromValue(values[arg.name], arg.type)!)}`);
  const called = given.length > 0 ? `(${given.join(', ')})` : '';
  return `query ${name[0]!.toUpperCase()}${name.slice(1)} {\n  ${name}${called}${selectionOf(type, 1, '  ')}\n}`;
}

/** All that a type tells without arguments; empty for a value. */
function selectionOf(type: GraphQLOutputType, depth: number, indent: string): string {
  const named = getNamedType(type);
  if (!isObjectType(named)) return '';
  const lines = Object.values(named.getFields()).flatMap((field): string[] => {
    if (field.args.length > 0) return [];
    if (!isObjectType(getNamedType(field.type))) return [field.name];
    if (getNamedType(field.type).name === 'Customer' && field.name !== 'node') return [`${field.name} { alias }`];
    const inner = depth < DEEPEST ? selectionOf(field.type, depth + 1, `${indent}  `) : '';
    return inner ? [`${field.name}${inner}`] : [];
  });
  return lines.length === 0 ? '' : ` {\n${lines.map((line) => `${indent}  ${line}\n`).join('')}${indent}}`;
}

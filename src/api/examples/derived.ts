import { type GraphQLSchema, isRequiredArgument } from 'graphql';
import type { Statement } from '../../graph/library/header.js';
import { triedExamples } from '../../graph/library/tried.js';
import type { Example, Values } from './change.js';
import { type Field, operationOf } from './operation.js';

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
    tabs.set(topic, [...(tabs.get(topic) ?? []), operationOf('query', field, values)]);
  }
  return [...tabs].map(([topic, operations]) => ({
    name: `derived ${topic}`,
    query: `# ${topic}. Choose the operation beside the play button.\n${operations.join('\n\n')}\n`,
  }));
}

function topicOf({ name, type }: Field): string {
  return name.endsWith('Connection') || /^\[\w+!\]!$/.test(String(type)) ? 'Lists' : 'Reads';
}

import { explanationsOf, publishedAs, SCORES, scoreOf, shownIn } from './registry.js';
import type { Score, ScoreKind } from './score.js';

const TYPES: Readonly<Record<ScoreKind, string>> = {
  number: 'Float',
  integer: 'Int',
  money: 'Float',
  text: 'String',
  texts: '[String!]',
  integers: '[Int!]',
  boolean: 'Boolean',
  date: 'DateTime',
};

/** The fields of the node Customer that are scores, for the generated reads. */
export function customerScoreFields(): string {
  return extension('Customer', 'customer');
}

/** The scores of customer360, the names that explainScore takes, and the columns that publications may use. */
export function scoreTypes(): string {
  const explained = explanationsOf('analysis').map((name) => {
    const told = SCORES.find((score) => score.explained === name)!;
    return `  "${sentence(told)}"\n  ${name}`;
  });
  return [
    extension('CustomerScores', 'scores'),
    extension('CustomerWorth', 'worth'),
    `"What can be explained."\nenum ScoreName {\n${explained.join('\n')}\n}\n`,
    enumExtension('PublishSensitive', publishedAs('sensitive')),
    enumExtension('PublishCountedColumn', publishedAs('counted')),
  ].join('\n');
}

function enumExtension(name: string, properties: readonly string[]): string {
  const values = properties.map((property) => `  "${sentence(scoreOf(property)!)}"\n  ${property}`);
  return `extend enum ${name} {\n${values.join('\n')}\n}\n`;
}

function extension(type: string, place: 'customer' | 'scores' | 'worth'): string {
  const fields = shownIn(place).map((property) => {
    const score = scoreOf(property)!;
    return `  "${sentence(score)}"\n  ${property}: ${TYPES[score.kind]}`;
  });
  return `extend type ${type} {\n${fields.join('\n')}\n}\n`;
}

/** The meaning with its range; money says its unit too. */
function sentence({ kind, meaning, range }: Score): string {
  const text = meaning.replaceAll('"', "'");
  const measure = [...(kind === 'money' ? ['in minor units'] : []), ...(range === undefined ? [] : [range])];
  return `${text[0]!.toUpperCase()}${[text.slice(1), ...measure].join(', ')}.`;
}

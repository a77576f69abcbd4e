import type { GraphQLSchema } from 'graphql';
import type { Change, Example, Found } from './change.js';
import { changes } from './changes.js';
import { operationOf } from './operation.js';

/** One change as its example sends it, and the reads that show the ids it carries. */
export interface ChangeExample {
  readonly change: Change;
  readonly query: string;
}

/** The changes of a tab as operations, each with a name of its own. */
export function changeExamples(schema: GraphQLSchema, all: readonly Change[]): ChangeExample[] {
  const fields = schema.getMutationType()!.getFields();
  const times = new Map<string, number>();
  return all.map((change) => {
    const { mutation, given, ids } = change;
    const time = (times.get(mutation) ?? 0) + 1;
    times.set(mutation, time);
    const variables = Object.fromEntries(Object.entries(ids).map(([argument, { variable }]) => [argument, variable]));
    const named = { name: time > 1 ? `${mutation}${time}` : mutation, variables };
    return { change, query: operationOf('mutation', fields[mutation]!, given, named) };
  });
}

/** A tab for the changes of each topic; before the first that carries an id stands the read that shows it. */
export function examplesOfChanges(schema: GraphQLSchema, now: Date): Example[] {
  return changes(now).map(({ topic, changes: all }) => {
    const shown = new Set<string>();
    const operations = changeExamples(schema, all).flatMap(({ change, query }) => [
      ...Object.values(change.ids).flatMap((one) => showing(one, shown)),
      query,
    ]);
    const about = `# ${topic}. Choose the operation beside the play button, from the first on.`;
    const variables = Object.fromEntries([...shown].map((name) => [name, `what Show${capital(name)} answers`]));
    return {
      name: `derived ${topic}`,
      query: `${about}\n${operations.join('\n\n')}\n`,
      ...(shown.size > 0 ? { variables: JSON.stringify(variables, null, 2) } : {}),
    };
  });
}

function showing({ variable, query }: Found, shown: Set<string>): string[] {
  if (shown.has(variable)) return [];
  shown.add(variable);
  const named = `Show${capital(variable)}`;
  const operation = query.startsWith('{') ? `query ${named} ${query}` : query.replace('mutation', `mutation ${named}`);
  return [`# Put what this answers into the variables below, as "${variable}".\n${operation}`];
}

function capital(name: string): string {
  return `${name[0]!.toUpperCase()}${name.slice(1)}`;
}

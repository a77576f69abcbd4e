import { loadLibrary } from '../../graph/library/library.js';
import type { Policy } from '../../security/index.js';
import { endpoints } from '../http/endpoints.js';
import { graphReads } from '../schema/graph-schema.js';
import { publishedQuestions } from '../schema/questions.js';
import { buildSchema } from '../schema/schema.js';

/**
 * What a policy leaves open against the API that there is: operations it does not name (the roles in the code hold), names of no operation,
 * and roles that the code does not let in whatever the policy says. Empty for a policy that says everything.
 */
export async function policyGaps({ operations }: Policy): Promise<string[]> {
  const library = loadLibrary();
  const [{ schema }, reads] = await Promise.all([buildSchema(library), graphReads(false)]);
  const generated = Object.keys(reads.schema.getQueryType()?.getFields() ?? {});
  const roots = [schema.getQueryType(), schema.getMutationType()].flatMap((type) =>
    Object.keys(type?.getFields() ?? {}),
  );
  const most = new Map<string, readonly string[]>([
    ...[...publishedQuestions(library).values()].map(({ api, roles }) => [api!, roles] as const),
    ...endpoints.map(({ method, path, roles }) => [`${method.toUpperCase()} ${path}`, roles] as const),
  ]);
  const known = new Set([...roots.filter((name) => !generated.includes(name)), ...most.keys()]);
  const named = Object.keys(operations);
  return [
    ...[...known].filter((name) => !named.includes(name)).map((name) => `not named, left to the code: ${name}`),
    ...named.filter((name) => !known.has(name)).map((name) => `no such operation: ${name}`),
    ...named.flatMap((name) => {
      const beyond = operations[name]!.filter((role) => most.has(name) && !most.get(name)!.includes(role));
      return beyond.length > 0 ? [`${name}: the code does not let in ${beyond.join(', ')}`] : [];
    }),
  ];
}

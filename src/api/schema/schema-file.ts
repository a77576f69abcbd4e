import { lexicographicSortSchema, printSchema } from 'graphql';
import { loadLibrary } from '../../graph/library/library.js';
import { buildSchema } from './schema.js';

/** The committed SDL of the whole API: its path below the root and the text it must hold. */
export async function schemaFile(): Promise<{ path: string; text: string }> {
  const { schema } = await buildSchema(loadLibrary(), { strict: true });
  const preface =
    '# Made from src/api/schema/graph-types.graphql, the areas and the published questions by `npm run cypher:types`. Do not edit.\n\n';
  return { path: 'schema.graphql', text: `${preface}${printSchema(lexicographicSortSchema(schema))}\n` };
}

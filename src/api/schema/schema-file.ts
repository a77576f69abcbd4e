import { type GraphQLSchema, isObjectType, Kind, lexicographicSortSchema, parse, print, printSchema } from 'graphql';
import type { Library } from '../../graph/library/library.js';
import { buildSchema } from './schema.js';

const PREFACE =
  '# Made from src/api/schema/graph-types.graphql, the areas and the published questions by `npm run cypher:types`. Do not edit.\n\n';

/**
 * The committed SDL of the whole API, with who may ask each operation: its path below the root and the text it must
 * hold.
 */
export async function schemaFile(library: Library): Promise<{ path: string; text: string }> {
  const { schema } = await buildSchema(library, { strict: true });
  return { path: 'schema.graphql', text: `${PREFACE}${withDirectives(schema)}\n` };
}

/** Printing a schema leaves out the directives of fields: `@for` and `@customer` are put behind their types again. */
function withDirectives(schema: GraphQLSchema): string {
  const text = printSchema(lexicographicSortSchema(schema));
  let [out, from] = ['', 0];
  for (const type of parse(text).definitions) {
    if (type.kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
    for (const field of type.fields ?? []) {
      const { end } = field.type.loc!;
      out += `${text.slice(from, end)}${ownDirectives(schema, type.name.value, field.name.value)}`;
      from = end;
    }
  }
  return out + text.slice(from);
}

function ownDirectives(schema: GraphQLSchema, type: string, field: string): string {
  const found = schema.getType(type);
  const node = isObjectType(found) ? found.getFields()[field]?.astNode : undefined;
  const own = (node?.directives ?? []).filter(({ name }) => name.value === 'for' || name.value === 'customer');
  return own.map((directive) => ` ${print(directive)}`).join('');
}

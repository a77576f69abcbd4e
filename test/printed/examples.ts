import { Kind, parse } from 'graphql';
import { examples, workedExamples } from '../../src/api/http/graphiql.js';
import { schemaOf } from '../../src/api/schema/schema.js';
import { type ApiServer, ask } from '../api/api-server.js';

/** The examples in GraphiQL that follow from schema and questions, each asked on the made world. */
export function examplesShowSomething(serverOf: () => ApiServer): void {
  test('every derived example of GraphiQL is answered, most with rows', async () => {
    const { library } = serverOf().graph;
    const { schema } = await schemaOf(library);
    const derived = examples({ schema, library }).slice(workedExamples().length);
    const failed: unknown[] = [];
    const empty: string[] = [];
    let asked = 0;
    for (const { query } of derived)
      for (const definition of parse(query).definitions) {
        if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
        const { start, end } = definition.loc!;
        const { data, errors } = await ask(serverOf(), 'admin', query.slice(start, end));
        const name = definition.name!.value;
        asked++;
        if (errors.length > 0) failed.push([name, errors]);
        else if (Object.values(data).some((rows) => rows === null || (rows as unknown[]).length === 0))
          empty.push(name);
      }
    expect(failed).toEqual([]);
    expect(asked).toBeGreaterThan(80);
    expect({ asked, empty: empty.length < asked / 4 ? [] : empty }).toEqual({ asked, empty: [] });
  });
}

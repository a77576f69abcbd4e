import { Kind, parse } from 'graphql';
import { idIn } from '../../src/api/examples/change.js';
import { changes } from '../../src/api/examples/changes.js';
import { changeExamples } from '../../src/api/examples/tabs-of-changes.js';
import { operationsOf } from '../../src/api/gate/operations.js';
import { examples, workedExamples } from '../../src/api/http/graphiql.js';
import { schemaOf } from '../../src/api/schema/schema.js';
import { journeyJobs } from '../../src/campaigns/journeys/jobs.js';
import type { Job } from '../../src/jobs/job.js';
import { rightsJobs } from '../../src/rights/jobs.js';
import type { Services } from '../../src/security/services.js';
import { servicesFor } from '../analysis/karate.js';
import { type ApiServer, ask } from '../api/api-server.js';

interface Operation {
  readonly name: string;
  readonly text: string;
}

function operationsIn(query: string, kind: 'query' | 'mutation'): Operation[] {
  return parse(query).definitions.flatMap((one) => {
    if (one.kind !== Kind.OPERATION_DEFINITION || one.operation !== kind) return [];
    return [{ name: one.name!.value, text: query.slice(one.loc!.start, one.loc!.end) }];
  });
}

/** What an answer says that took nothing: rows rejected, a code not accepted, an id that nobody knows, `false`. */
const REFUSED = /"rejected":\[\{|"accepted":false|"unknown":[1-9]|^\{"\w+":false\}$/;

/** Worked examples that those after them go on from; test/api/examples sends them all. */
const NEEDED = new Set(['CreateCampaign', 'LaunchCampaign', 'OpenRequest']);

/** What goes on by jobs every few minutes, by the id that is there only afterwards. */
const BEFORE: ReadonlyMap<string, readonly Job<Services>[]> = new Map([
  ['todo', journeyJobs],
  ['key', rightsJobs.filter(({ name }) => name === 'erasure-proof')],
]);

async function jobsBefore({ graph, vault }: ApiServer, variable: string): Promise<void> {
  const services = { ...servicesFor(graph), vault };
  for (const { run } of BEFORE.get(variable) ?? []) await run(services);
}

/** The examples in GraphiQL that follow from schema and questions, each asked on the made world. */
export function examplesShowSomething(serverOf: () => ApiServer): void {
  test('every derived example of a read in GraphiQL is answered, most with rows', async () => {
    const { library } = serverOf().graph;
    const { schema } = await schemaOf(library);
    const derived = examples({ schema, library }).slice(workedExamples().length);
    const failed: unknown[] = [];
    const empty: string[] = [];
    const operations = derived.flatMap(({ query }) => operationsIn(query, 'query'));
    for (const { name, text } of operations) {
      const { data, errors } = await ask(serverOf(), 'admin', text);
      if (errors.length > 0) failed.push([name, errors]);
      else if (Object.values(data).some((rows) => rows === null || (rows as unknown[]).length === 0)) empty.push(name);
    }
    const asked = operations.length;
    expect(failed).toEqual([]);
    expect(asked).toBeGreaterThan(80);
    expect({ asked, empty: empty.length < asked / 4 ? [] : empty }).toEqual({ asked, empty: [] });
  });
}

/** Every change that GraphiQL has to try, in the order of its tabs: it leaves the made world changed, so it is the last. */
export function changesAreTaken(serverOf: () => ApiServer): void {
  test('every mutation has an example, and each is taken as it stands', async () => {
    const server = serverOf();
    const { library } = server.graph;
    const { schema } = await schemaOf(library);
    const worked = workedExamples().flatMap(({ query }) => operationsIn(query, 'mutation'));
    for (const { name, text } of worked.filter((one) => NEEDED.has(one.name)))
      expect([name, (await ask(server, 'admin', text)).errors]).toEqual([name, []]);
    const roles = operationsOf(library);
    const failed: unknown[] = [];
    const known = new Map<string, string | undefined>();
    const all = changes(new Date()).flatMap((one) => changeExamples(schema, one.changes));
    for (const { change, query } of all) {
      const role = roles.get(change.mutation)!.roles;
      const as = role.includes('admin') ? 'admin' : role[0]!;
      for (const one of Object.values(change.ids))
        if (!known.has(one.variable)) {
          await jobsBefore(server, one.variable);
          known.set(one.variable, idIn((await ask(server, as, one.query)).data, one));
        }
      const { data, errors } = await ask(server, as, query, Object.fromEntries(known));
      if (errors.length > 0) failed.push([change.mutation, errors]);
      else if (REFUSED.test(JSON.stringify(data))) failed.push([change.mutation, data]);
    }
    expect(failed).toEqual([]);
    const sent = [...worked.map(({ text }) => text), ...all.map(({ query }) => query)].join('\n');
    const mutations = Object.keys(schema.getMutationType()!.getFields());
    expect(mutations.filter((name) => !new RegExp(`^ {2}${name}\\b`, 'm').test(sent))).toEqual([]);
  });
}

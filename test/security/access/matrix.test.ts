import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type GraphQLSchema, isInputObjectType } from 'graphql';
import { operationsOf, pictureOperation } from '../../../src/api/gate/operations.js';
import { policyGaps } from '../../../src/api/gate/policy-gaps.js';
import { endpoints } from '../../../src/api/http/endpoints.js';
import { doorTo } from '../../../src/api/http/rest.js';
import { graphReads } from '../../../src/api/schema/graph-schema.js';
import { publishedQuestions } from '../../../src/api/schema/published.js';
import { schemaOf } from '../../../src/api/schema/schema.js';
import { ROLES, type Role } from '../../../src/kernel/role.js';
import { currentPolicy, readPolicy, SEALED_FIELDS, SHIPPED, usePolicy } from '../../../src/security/policy/index.js';
import { type ApiServer, apiServer, ask, emptyDatabase, LIBRARY, rest } from '../../api/api-server.js';
import { testDriver } from '../../setup/database.js';
import { cellOf } from './cells.js';
import { shown, WAYS, writePeople } from './matrix.setup.js';

const folder = mkdtempSync(join(tmpdir(), 'guanxi-policy-'));
let server: ApiServer;
let schema: GraphQLSchema;

beforeAll(async () => {
  await emptyDatabase();
  server = await apiServer();
  ({ schema } = await schemaOf(LIBRARY));
  await writePeople(server.vault);
});
afterAll(async () => {
  await server?.end();
  usePolicy(readPolicy());
  rmSync(folder, { recursive: true });
});

const roles = (expected: (role: Role) => boolean) => Object.fromEntries(ROLES.map((role) => [role, expected(role)]));
const each = async <T>(ask: (role: Role) => Promise<T>) =>
  Object.fromEntries(await Promise.all(ROLES.map(async (role) => [role, await ask(role)] as const)));
const forbidden = ({ errors }: { errors: readonly { extensions?: Record<string, unknown> }[] }) =>
  errors.some(({ extensions }) => extensions?.code === 'FORBIDDEN');

test('the policy says nothing in vain', () => {
  expect(policyGaps(currentPolicy().policy, LIBRARY)).toEqual([]);
});

const operations = () => [...operationsOf(LIBRARY).values()];

/** A document each, since an error in a field that is not null hides what became of its neighbours. */
async function allowedIn(role: Role, operations: readonly string[]): Promise<string[]> {
  const allowed: string[] = [];
  for (const name of operations) {
    const { root, field } = cellOf(schema, name);
    const answer = await ask(server, role, `${root} { ${field} }`);
    expect([name, answer.status]).toEqual([name, 200]);
    if (!forbidden(answer)) allowed.push(name);
  }
  return allowed;
}

test('each operation of the schema declares its roles, and lets in those', async () => {
  const named = operations().filter(({ kind }) => kind === 'query' || kind === 'mutation');
  const names = named.map(({ name }) => name);
  const declared = each(async (role) => named.filter(({ roles }) => roles.includes(role)).map(({ name }) => name));
  expect(await each((role) => allowedIn(role, names))).toEqual(await declared);
  const { schema: reads } = await graphReads(false);
  const roots = [schema.getQueryType(), schema.getMutationType()].flatMap((type) => Object.keys(type!.getFields()));
  const generated = Object.keys(reads.getQueryType()!.getFields());
  expect(roots.filter((name) => !generated.includes(name)).sort()).toEqual(names.sort());
});

test('each REST endpoint, question and picture lets in the roles of its operation', async () => {
  const declared = operationsOf(LIBRARY);
  const pictures = [...LIBRARY.values()].filter(({ mode, roles }) => mode === 'picture' && roles.length > 0);
  type Door = readonly [path: string, roles: readonly Role[]];
  const pathOf = ({ method, path }: (typeof endpoints)[number]) => `${method.toUpperCase()} ${path}`;
  const questions = [...publishedQuestions(LIBRARY).keys()];
  const doors: Door[] = [
    ...endpoints.map((endpoint): Door => [pathOf(endpoint), doorTo(declared, endpoint).roles]),
    ...questions.map((name): Door => [`GET /api/questions/${name}`, declared.get(name)!.roles]),
    ...pictures.map(
      ({ name }): Door => [
        `GET /api/pictures/${name.replace(/\.picture$/, '')}`,
        declared.get(pictureOperation(name))!.roles,
      ],
    ),
  ];
  const cells = doors.flatMap(([path, allowing]) => ROLES.map((role) => ({ path, role, allowing })));
  const wrong: string[] = [];
  for (const { path, role, allowing } of cells) {
    const [method, address] = path.split(' ') as [string, string];
    const init = method === 'POST' ? { method, body: '{}', headers: { 'content-type': 'application/json' } } : {};
    const { status } = await rest(server, role, address.replace('{id}', 'nobody'), init);
    if ((status !== 403) !== allowing.includes(role)) wrong.push(`${role} ${path}: ${status}`);
  }
  expect(wrong).toEqual([]);
});

async function fieldsHold(): Promise<void> {
  for (const [query, pick] of Object.values(WAYS)) {
    const got = await each(async (role) => pick((await ask(server, role, query)).data as never));
    expect(got).toEqual(Object.fromEntries(ROLES.map((role) => [role, shown(role)])));
  }
}

test('each way to personal fields shows them open, masked or not at all, as the policy says', fieldsHold);

test('restricted reads answer the roles of the policy, read, through a connection and as a filter', async () => {
  const { reads } = currentPolicy().policy;
  const consents = [
    '{ customers { consents { id } } }',
    '{ customers { consentsConnection { totalCount } } }',
    '{ customers(where: { consents: { some: { id: { eq: "marketing" } } } }) { id } }',
    '{ customersConnection(where: { NOT: { consentsConnection: { some: { node: { id: { eq: "x" } } } } } }) { totalCount } }',
  ];
  for (const query of consents)
    expect(await each(async (role) => !forbidden(await ask(server, role, query)))).toEqual(
      roles((role) => reads['Customer.consents']!.includes(role)),
    );
  const byVariable = 'query($where: CustomerWhere) { customers(where: $where) { id } }';
  const where = { AND: [{ consents: { none: { id: { eq: 'x' } } } }] };
  expect(await each(async (role) => !forbidden(await ask(server, role, byVariable, { where })))).toEqual(
    roles((role) => reads['Customer.consents']!.includes(role)),
  );
  for (const root of ['events', 'campaigns'])
    expect(await each(async (role) => !forbidden(await ask(server, role, `{ ${root} { id } }`)))).toEqual(
      roles((role) => reads[`Query.${root}`]!.includes(role)),
    );
});

test('nobody filters, sorts, aggregates, searches or subscribes to a personal field', async () => {
  const inputs = Object.values(schema.getTypeMap()).filter(isInputObjectType);
  const named = inputs.filter(({ name }) => /^(Customer.*)(Where|Sort|Filters)$|^CustomerSort$/.test(name));
  const ofCustomer = named.flatMap((type) => Object.keys(type.getFields()));
  const personal: readonly string[] = [
    ...SEALED_FIELDS,
    ...SEALED_FIELDS.map((field) => `${field}Sealed`),
    'sealed',
    'keyWrapped',
  ];
  expect(ofCustomer.filter((field) => personal.includes(field))).toEqual([]);
  expect(Object.keys(schema.getTypeMap()).filter((name) => /Aggregat|Fulltext/i.test(name))).toEqual([]);
  expect(schema.getSubscriptionType() ?? null).toBeNull();
  const attempts = SEALED_FIELDS.flatMap((field) => [
    `{ customers(where: { ${field}: { startsWith: "1" } }) { id } }`,
    `{ customers(sort: [{ ${field}: ASC }]) { id } }`,
    `{ customers(where: { knows: { some: { ${field}: { eq: "x" } } } }) { id } }`,
    `{ customersConnection { aggregate { node { ${field} { longest } } } } }`,
    `{ customers(phrase: "x") { ${field} } }`,
  ]);
  for (const query of attempts)
    expect([query, await each(async (role) => (await ask(server, role, query)).status)]).toEqual([
      query,
      Object.fromEntries(ROLES.map((role) => [role, 400])),
    ]);
  const subscribed = await ask(server, 'admin', 'subscription { customerUpdated { phone } }');
  expect([subscribed.data ?? null, subscribed.errors.length]).toEqual([null, 1]);
});

describe('another policy file', () => {
  beforeAll(async () => {
    const text = readFileSync(SHIPPED, 'utf8')
      .replace(
        /analyst: \{ .*\}/,
        'analyst: { identity: hidden, contact: open, behaviour: open, score: hidden, freeText: open, purpose: analysis }',
      )
      .replace(
        /privacy-officer: \{ .*\}/,
        'privacy-officer: { identity: masked, contact: hidden, behaviour: hidden, score: open, freeText: open, purpose: privacy }',
      );
    const file = join(folder, 'policy.yaml');
    writeFileSync(file, text);
    const other = await apiServer({ GUANXI_POLICY: file });
    await other.end();
  });

  test('is in force from the start of a server on, and recorded', async () => {
    const { records } = await testDriver().executeQuery(
      `MATCH (e:AuditEntry {action: 'POLICY_CHANGED'}) WHERE NOT e.subject STARTS WITH 'purpose ' RETURN e.subject AS hash ORDER BY e.seq`,
    );
    expect(records.map((row) => row.get('hash'))).toEqual([readPolicy().hash, currentPolicy().hash]);
    await fieldsHold();
  });

  test.each([
    ['read', '{ customers { influence } }'],
    ['in a row of a question', '{ influencers { influence } }'],
    ['nested', '{ customers { knows { pageRank } } }'],
    ['as a filter', '{ customers(where: { influence: { gt: 0 } }) { id } }'],
    ['as a filter of others', '{ companies { people(where: { degree: { gt: 0 } }) { id } } }'],
    ['as a sort', '{ customers(sort: [{ influence: DESC }]) { id } }'],
  ])('hides a class of fields %s', async (_how, query) => {
    expect(forbidden(await ask(server, 'analyst', query))).toBe(true);
    expect(forbidden(await ask(server, 'admin', query))).toBe(false);
  });

  test('hides it in REST rows and by variables too', async () => {
    const rows = async (role: Role) =>
      ((await (await rest(server, role, '/api/questions/influencers')).json()) as { rows: object[] }).rows;
    for (const row of await rows('analyst')) expect(row).not.toHaveProperty('influence');
    const query = 'query($sort: [CustomerSort!]) { customers(sort: $sort) { id } }';
    expect(forbidden(await ask(server, 'analyst', query, { sort: [{ influence: 'DESC' }] }))).toBe(true);
  });
});

import { areaOperations, operationNamed, operationsOf, peopleOfRows } from '../../../src/api/gate/operations.js';
import { endpoints } from '../../../src/api/http/endpoints.js';
import { doorTo } from '../../../src/api/http/rest.js';
import { COMMANDS } from '../../../src/cli/commands/index.js';
import { operationsFile } from '../../../src/cli/operations-file.js';
import { OPEN_DOORS } from '../../../src/cli/permitted.js';
import { staleFiles } from '../../../src/graph/library/generate.js';
import { parseStatement } from '../../../src/graph/library/header.js';
import { LIBRARY } from '../api-server.js';

const slice = (typeDefs: string, resolvers = {}) => [{ area: 'value', typeDefs, resolvers }];
const setup = (message: RegExp) => expect.objectContaining({ kind: 'SETUP', message: expect.stringMatching(message) });

test('an operation without @for is a SETUP error that names it and its file', () => {
  const typeDefs = 'extend type Query { told: Int @for(roles: [admin]) untold: Int }';
  expect(() => areaOperations(slice(typeDefs))).toThrow(
    setup(/^src\/value\/schema\.graphql: untold declares no roles$/),
  );
});

test('an operation for a role that is none is a SETUP error', () => {
  expect(() => areaOperations(slice('extend type Mutation { x: Int @for(roles: [boss]) }'))).toThrow(setup(/"boss"/));
});

test('the customers of a limited operation are told by its types, those it is given in lists and records too', () => {
  const [operation] = areaOperations(
    slice(`extend type Query { x: X! @for(roles: [privacy_officer], limited: true) }
      type X { customerId: ID! ids: [ID!]! @customer others: [Y!] name: String } type Y { byId: ID @customer }`),
  );
  expect(operation).toMatchObject({ name: 'x', roles: ['privacy-officer'], limited: true });
  expect(operation!.people).toEqual({
    fields: { customerId: 'customer', ids: { each: 'customer' }, others: { each: { fields: { byId: 'customer' } } } },
  });
});

test('a limited operation whose customers its types cannot tell is a SETUP error', () => {
  const query = 'extend type Query { x: X @for(roles: [admin], limited: true) }';
  const resolvers = { X: { customerId: () => 'c1' } };
  expect(() => areaOperations(slice(`${query} type X { customerId: ID }`, resolvers))).toThrow(setup(/X\.customerId/));
  expect(() => areaOperations(slice(`${query} type X { inner: X customerId: ID }`))).toThrow(setup(/contains itself/));
});

test('every REST endpoint and every command is a door to an operation; a door to none is a SETUP error', () => {
  const operations = operationsOf(LIBRARY);
  for (const endpoint of endpoints) expect(doorTo(operations, endpoint).roles.length).toBeGreaterThan(0);
  for (const { name, door } of COMMANDS)
    if (door && !OPEN_DOORS.includes(door)) expect(operationNamed(operations, door, name).name).toBe(door);
  expect(() => operationNamed(operations, 'nothing', 'GET /x')).toThrow(setup(/GET \/x is a door to "nothing"/));
});

test('a door may be narrower than its operation', () => {
  const reply = endpoints.find(({ path }) => path === '/api/replies')!;
  const operations = operationsOf(LIBRARY);
  expect([operations.get('withdrawConsent')!.limited, doorTo(operations, reply).limited]).toEqual([true, false]);
});

const question = (header: string) => parseStatement('value/x', `// Title.\n// mode read\n${header}\nRETURN 1;`);

test('a question tells of the customers in its columns or of the one asked about, else of everybody', () => {
  const of = (header: string) => question(header).tellsOf;
  expect(of('// row customerId customer')).toBe('customers');
  expect(of('// param customer customer\n// row people integer')).toBe('customers');
  expect(of('// row leaders list<customer>\n// row people integer')).toBe('everybody');
  expect(of('// param scope map? = null\n// row people integer')).toBe('scope');
  expect(of('// row stale boolean\n// scope none')).toBe('nobody');
  expect(peopleOfRows(question('// row customerId customer?\n// row value list<record>\n// . byId customer'))).toEqual({
    each: { fields: { customerId: 'customer', value: { each: { fields: { byId: 'customer' } } } } },
  });
});

test('no column of a published question holds customers without saying so', () => {
  const asked = [...LIBRARY.values()].filter(({ api }) => api !== null);
  const silent = asked.flatMap(({ name, rows }) =>
    rows
      .filter(
        ({ name: column, type }) =>
          /customer|member|leader|referred|fromId|byId/i.test(column) && type.kind === 'string',
      )
      .map(({ name: column }) => `${name}.${column}`),
  );
  expect(silent).toEqual([]);
});

test('the table of who may ask what is current', () => {
  expect(staleFiles([operationsFile(LIBRARY, COMMANDS)])).toEqual([]);
});

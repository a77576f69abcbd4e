import { type GraphQLInputObjectType, type GraphQLSchema, isInputObjectType, isObjectType } from 'graphql';
import { schemaOf } from '../../src/api/schema/schema.js';
import { schemaFile } from '../../src/api/schema/schema-file.js';
import { staleFiles } from '../../src/graph/library/generate.js';
import { SEALED_FIELDS } from '../../src/security/policy/index.js';
import { LIBRARY } from './api-server.js';

let schema: GraphQLSchema;

beforeAll(async () => {
  ({ schema } = await schemaOf(LIBRARY));
});

/**
 * The ledger tells where the proof of a consent is kept, to those who answer for consents; the reference itself names
 * nobody.
 */
const SHOWN = ['LedgerEvent.proof'];
const HIDDEN = /sealed|tokens|keywrapped|keyid|lookup|payload|proof/i;

/** Inputs that filter or sort what the graph holds; what an operation takes in is another matter. */
function graphInputs(): GraphQLInputObjectType[] {
  return Object.values(schema.getTypeMap())
    .filter(isInputObjectType)
    .filter(({ name }) => /(Where|Sort|Filters)$/.test(name));
}

test('no type gives, and no filter or sort takes, a sealed property, a key, a lookup, a payload or a proof', () => {
  const names = Object.values(schema.getTypeMap()).flatMap((type) =>
    (isObjectType(type) && !type.name.startsWith('__')) || (isInputObjectType(type) && graphInputs().includes(type))
      ? Object.keys(type.getFields()).map((field) => `${type.name}.${field}`)
      : [],
  );
  expect(names.length).toBeGreaterThan(500);
  expect(names.filter((name) => HIDDEN.test(name.split('.')[1]!))).toEqual(SHOWN);
});

test('no filter and no sort of a customer takes a personal field', () => {
  const ofCustomers = graphInputs().filter(({ name }) => /^Customer(Where|Sort)$/.test(name));
  expect(ofCustomers).toHaveLength(2);
  for (const input of ofCustomers)
    expect(
      Object.keys(input.getFields()).filter((field) => (SEALED_FIELDS as readonly string[]).includes(field)),
    ).toEqual([]);
});

test('nothing aggregates, so that no average or shortest text tells a field', () => {
  const generated = Object.values(schema.getTypeMap()).filter(({ name }) => /Aggregat/.test(name));
  expect(generated.map(({ name }) => name)).toEqual([]);
});

test('nothing generated writes', () => {
  const mutations = Object.keys(schema.getMutationType()?.getFields() ?? {});
  expect(
    mutations.filter((name) =>
      /^(create|update|delete)(Customers|Companies|Orders|Posts|Purposes|Campaigns)$/.test(name),
    ),
  ).toEqual([]);
  expect(schema.getSubscriptionType() ?? null).toBeNull();
});

test('schema.graphql is current', async () => {
  expect(staleFiles([await schemaFile(LIBRARY)])).toEqual([]);
});

test('every type and field of the operations says what it is', () => {
  const silent = [schema.getQueryType(), schema.getMutationType()].flatMap((type) =>
    Object.values(type?.getFields() ?? {})
      .filter((field) => field.args.every(({ name }) => !['where', 'sort'].includes(name)))
      .filter((field) => !field.description)
      .map((field) => `${type?.name}.${field.name}`),
  );
  expect(silent).toEqual([]);
});

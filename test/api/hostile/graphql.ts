import fc from 'fast-check';
import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { plausible } from './plausible.js';
import type { Input, Target } from './target.js';
import { EnumName, rawJson, rawLiteral, spoiled } from './values.js';

type Field = GraphQLField<unknown, unknown>;
type Root = 'query' | 'mutation';

/** Every argument of every field of Query and Mutation, as the schema has them; each as a variable and as a literal. */
export function argumentTargets(schema: GraphQLSchema): Target[] {
  const roots = [
    ['query', schema.getQueryType()],
    ['mutation', schema.getMutationType()],
  ] as const;
  return roots.flatMap(([root, type]) =>
    Object.values(type!.getFields()).flatMap((field) => field.args.map((argument) => targetOf(root, field, argument))),
  );
}

function targetOf(root: Root, field: Field, argument: GraphQLArgument): Target {
  const others = field.args.filter((one) => one !== argument);
  const given = fc.tuple(spoiled(valueFor(argument, 0)), fc.boolean(), ...others.map((other) => maybe(other)));
  return {
    name: `${root} ${field.name}(${argument.name})`,
    inputs: given.map(([value, literal, ...rest]) => {
      const all = [[argument, value] as const, ...others.map((other, at) => [other, rest[at]] as const)];
      return requestOf(root, field, { all: all.filter(([, one]) => one !== undefined), literal });
    }),
  };
}

function maybe(argument: GraphQLArgument): fc.Arbitrary<unknown> {
  const value = valueFor(argument, 0);
  return isNonNullType(argument.type) && argument.defaultValue === undefined
    ? value
    : fc.option(value, { nil: undefined, freq: 1 });
}

interface Given {
  readonly all: readonly (readonly [GraphQLArgument, unknown])[];
  readonly literal: boolean;
}

function requestOf(root: Root, field: Field, { all, literal }: Given): Input {
  const texts = all.map(([{ name }, value]) => `${name}: ${literal ? rawLiteral(value) : `$${name}`}`);
  const declared =
    literal || all.length === 0 ? '' : `(${all.map(([{ name, type }]) => `$${name}: ${type}`).join(', ')})`;
  const query = `${root} Q${declared} { ${field.name}${texts.length > 0 ? `(${texts.join(', ')})` : ''} ${selectionOf(field)} }`;
  const variables = literal ? {} : Object.fromEntries(all.map(([{ name }, value]) => [name, value]));
  return {
    method: 'POST',
    path: '/graphql',
    body: `{"query":${JSON.stringify(query)},"variables":${rawJson(variables)}}`,
  };
}

/** The plain fields of what it answers, and of lists in it the same once more. */
function selectionOf({ type }: Pick<Field, 'type'>, deep = 1): string {
  const named = getNamedType(type);
  if (isLeafType(named)) return '';
  if (!isObjectType(named)) return '{ __typename }';
  const fields = Object.values(named.getFields()).filter(({ args }) => args.every((one) => !isNonNullType(one.type)));
  const plain = fields.filter((one) => isLeafType(getNamedType(one.type)));
  const inner = deep === 0 ? [] : fields.filter((one) => !plain.includes(one)).slice(0, 4);
  const texts = [
    ...plain.slice(0, 30).map(({ name }) => name),
    ...inner.map((one) => `${one.name} ${selectionOf(one, deep - 1)}`),
  ];
  return `{ ${texts.join(' ') || '__typename'} }`;
}

const DEEPEST = 3;

/** A value of the type as a client would send it. */
function valueFor(
  { name, type }: Pick<GraphQLArgument | GraphQLInputField, 'name' | 'type'>,
  depth: number,
): fc.Arbitrary<unknown> {
  const bare: GraphQLInputType = isNonNullType(type) ? type.ofType : type;
  if (isListType(bare)) return fc.array(valueFor({ name, type: bare.ofType }, depth), { minLength: 1, maxLength: 2 });
  if (isNonNullType(bare)) return valueFor({ name, type: bare.ofType }, depth);
  if (isEnumType(bare)) return fc.constantFrom(...bare.getValues().map((value) => new EnumName(value.name)));
  if (!isInputObjectType(bare)) return plausible(name, bare.name);
  const fields = Object.values(bare.getFields());
  const needed = fields.filter((one) => isNonNullType(one.type) && one.defaultValue === undefined);
  const others = fields.filter(
    (one) => !needed.includes(one) && (depth < DEEPEST || isLeafType(getNamedType(one.type))),
  );
  return fc
    .subarray(others, { minLength: Math.min(1, others.length), maxLength: Math.min(4, others.length) })
    .chain((some) =>
      fc.record(Object.fromEntries([...needed, ...some].map((one) => [one.name, valueFor(one, depth + 1)]))),
    );
}

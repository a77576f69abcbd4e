import {
  type DefinitionNode,
  type FieldDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  type TypeNode,
} from 'graphql';
import { AppError } from '../../kernel/error.js';
import { type People, peopleOfFields, peopleOfList } from '../../security/index.js';

type Resolvers = readonly (readonly [string, object])[];

/**
 * Where customers are in the answer of an operation, by its types: fields `customerId`, and fields marked `@customer`.
 * Throws SETUP for a type that contains itself, and for a field with customers that a resolver works out: the gate sees
 * what the operation returned, not what comes of it.
 */
export function peopleOfType(
  definitions: readonly DefinitionNode[],
  own: Resolvers,
  field: FieldDefinitionNode,
): People {
  const types = new Map<string, ObjectTypeDefinitionNode>();
  for (const one of definitions) if (one.kind === Kind.OBJECT_TYPE_DEFINITION) types.set(one.name.value, one);
  const of = (type: TypeNode, path: readonly string[]): People => {
    if (type.kind === Kind.NON_NULL_TYPE) return of(type.type, path);
    if (type.kind === Kind.LIST_TYPE) return peopleOfList(of(type.type, path));
    const definition = types.get(type.name.value);
    if (!definition) return null;
    if (path.includes(type.name.value)) throw notTold(field, `${type.name.value} contains itself`);
    return peopleOfFields(
      (definition.fields ?? []).map((inner) => [inner.name.value, inside(definition, inner, path)]),
    );
  };
  const inside = (owner: ObjectTypeDefinitionNode, inner: FieldDefinitionNode, path: readonly string[]): People => {
    const people = isCustomer(inner) ? customers(inner.type) : of(inner.type, [...path, owner.name.value]);
    const resolved = own.some(([type, fields]) => type === owner.name.value && inner.name.value in fields);
    if (people && resolved) throw notTold(field, `${owner.name.value}.${inner.name.value} is worked out by a resolver`);
    return people;
  };
  return of(field.type, []);
}

/** Whether a field of a type is the id of a customer, or ids. */
export function isCustomer({ name, directives }: FieldDefinitionNode): boolean {
  return name.value === 'customerId' || (directives ?? []).some((one) => one.name.value === 'customer');
}

function customers(type: TypeNode): People {
  if (type.kind === Kind.NON_NULL_TYPE) return customers(type.type);
  return type.kind === Kind.LIST_TYPE ? peopleOfList(customers(type.type)) : 'customer';
}

function notTold({ name }: FieldDefinitionNode, why: string): AppError {
  return new AppError(
    'SETUP',
    `${name.value} is limited, but where its customers are is not told by its types: ${why}`,
    'return the customers as the type names them, or drop `limited`',
  );
}

import { type DocumentNode, GraphQLError, type GraphQLSchema, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import { ERROR_KINDS } from '../kernel/error.js';
import type { Role } from '../kernel/role.js';

/** Generated reads that are not for every role. Everything else generated is pseudonymous and may be read by all. */
const FOR: Readonly<Record<string, readonly Role[]>> = {
  'Customer.consents': ['admin', 'marketer', 'service', 'privacy-officer'],
  'Customer.events': ['admin', 'analyst', 'privacy-officer'],
  'Query.events': ['admin', 'analyst', 'privacy-officer'],
  'Query.campaigns': ['admin', 'marketer', 'analyst', 'privacy-officer'],
};

const seen = new WeakMap<DocumentNode, readonly string[]>();

/** A FORBIDDEN error for the first field of the document that the role may not read, or null. */
export function forbiddenField(schema: GraphQLSchema, document: DocumentNode, role: Role): GraphQLError | null {
  let touched = seen.get(document);
  if (!touched) {
    touched = restrictedFields(schema, document);
    seen.set(document, touched);
  }
  const field = touched.find((coordinate) => !FOR[coordinate]!.includes(role));
  if (field === undefined) return null;
  return new GraphQLError(`role ${role} may not read ${field}`, {
    extensions: { code: ERROR_KINDS.FORBIDDEN.code, hint: `ask with a token of role ${FOR[field]!.join(' or ')}` },
  });
}

function restrictedFields(schema: GraphQLSchema, document: DocumentNode): string[] {
  const found = new Set<string>();
  const info = new TypeInfo(schema);
  const enter = ({ name }: { name: { value: string } }) => {
    const coordinate = `${info.getParentType()?.name}.${name.value.replace(/Connection$/, '')}`;
    if (FOR[coordinate]) found.add(coordinate);
  };
  visit(document, visitWithTypeInfo(info, { Field: { enter } }));
  return [...found];
}

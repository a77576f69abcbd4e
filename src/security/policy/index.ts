/** What the policy says, to be asked by the code; the words themselves are in policy/policy.yaml. */
export { classOf, currentPolicy, hiddenClasses, mayOpen, readersOf, rolesOf, seenBy, usePolicy } from './current.js';
export type { FieldClass, Policy, Seen } from './format.js';
export { policyOf, type ReadPolicy, readPolicy, SHIPPED, shownPath } from './read.js';
export { SEALED_FIELDS, type SealedField } from './sealed-fields.js';

/** What the policy says, to be asked by the code; the words themselves are in policy/policy.yaml. */
export { classOf, currentPolicy, hiddenClasses, mayOpen, readersOf, rolesOf, seenBy, usePolicy } from './current.js';
export type { Policy } from './format.js';
export { policyOf, readPolicy, SHIPPED, shownPath } from './read.js';
export { SEALED_FIELDS, type SealedField } from './sealed-fields.js';

import type { Role } from '../../kernel/role.js';
import { SCORES, scoreOf } from '../../scores/index.js';
import type { FieldClass, Policy, Seen } from './format.js';
import { type ReadPolicy, readPolicy } from './read.js';
import type { SealedField } from './sealed-fields.js';

let current: ReadPolicy | undefined;
let classes: ReadonlyMap<string, FieldClass> | undefined;

/** The policy in force: of this process one, read at its first use from GUANXI_POLICY or as shipped. Throws CONFIG. */
export function currentPolicy(): ReadPolicy {
  current ??= readPolicy(process.env.GUANXI_POLICY || undefined);
  return current;
}

/** Puts another policy in force. */
export function usePolicy(policy: ReadPolicy): void {
  current = policy;
  classes = undefined;
}

/** What a role sees of a sealed field. Each opening is recorded. */
export function seenBy(role: Role, field: SealedField): Seen {
  const { policy } = currentPolicy();
  return policy.roles[role][classOf(field) as 'identity' | 'contact'];
}

/** Whether a role sees a sealed field opened. */
export function mayOpen(role: Role, field: SealedField): boolean {
  return seenBy(role, field) === 'open';
}

/** The class of a field by its name; undefined for what is in none. */
export function classOf(field: string): FieldClass | undefined {
  classes ??= classesOf(currentPolicy().policy);
  return classes.get(field);
}

/** The classes that are refused to a role: what cannot be masked and is not open. */
export function hiddenClasses(role: Role): readonly FieldClass[] {
  const seen = currentPolicy().policy.roles[role];
  return (['behaviour', 'score', 'freeText'] as const).filter((name) => seen[name] === 'hidden');
}

/** The roles that the policy lets ask an operation, or null where it does not name the operation and the code's roles hold. */
export function rolesOf(operation: string): readonly Role[] | null {
  const { operations } = currentPolicy().policy;
  return Object.hasOwn(operations, operation) ? operations[operation]! : null;
}

/** Who may read a field, given as Type.field: by the policy, else by the registry of scores; null for everybody. */
export function readersOf(coordinate: string): readonly Role[] | null {
  const { reads } = currentPolicy().policy;
  if (Object.hasOwn(reads, coordinate)) return reads[coordinate]!;
  const [type, field] = coordinate.split('.') as [string, string];
  return /^Customer(Scores)?$/.test(type) ? (scoreOf(field)?.roles ?? null) : null;
}

/** Classes as the registry of scores has them; the policy's own word comes after it. */
function classesOf(policy: Policy): Map<string, FieldClass> {
  const registered = SCORES.flatMap(({ property, fieldClass }) =>
    fieldClass ? [[property, fieldClass] as const] : [],
  );
  const entries = Object.entries(policy.classes) as [FieldClass, readonly string[]][];
  return new Map([
    ...registered,
    ...entries.flatMap(([name, fields]) => fields.map((field) => [field, name] as const)),
  ]);
}

import type { Library } from '../../graph/library/library.js';
import type { Policy } from '../../security/index.js';
import { operationsOf } from './operations.js';

/**
 * Where a policy says what has no effect, since it only narrows: names of no operation, roles that an operation does
 * not declare, and operations in `limited` that are closed to viewers of limited rows. Empty for one that says nothing
 * in vain.
 */
export function policyGaps({ operations, limited = [] }: Policy, library: Library): string[] {
  const declared = operationsOf(library);
  const beyond = (name: string) => operations[name]!.filter((role) => !declared.get(name)!.roles.includes(role));
  const named = Object.keys(operations).filter((name) => declared.has(name));
  return [
    ...[...Object.keys(operations), ...limited]
      .filter((name) => !declared.has(name))
      .map((name) => `no such operation: ${name}`),
    ...named
      .filter((name) => beyond(name).length > 0)
      .map((name) => `${name}: a policy cannot let in ${beyond(name).join(', ')}, it narrows only`),
    ...limited
      .filter((name) => declared.get(name)?.limited === false)
      .map((name) => `${name}: closed to viewers of limited rows, a policy cannot open it`),
  ];
}

import type { z } from 'zod';
import { ROLES, type Role } from '../../kernel/role.js';

/**
 * Pairs like `crm-users=marketer`, with commas between, as a map to our roles; an issue for each that is none of them.
 */
export function roleMap(text: string, context: z.RefinementCtx): ReadonlyMap<string, Role> {
  const pairs = text === '' ? [] : text.split(',').map((pair) => pair.split('=').map((part) => part.trim()));
  const map = new Map<string, Role>();
  for (const [theirs, ours] of pairs as [string, string][]) {
    const role = ROLES.find((name) => name === ours);
    if (role) map.set(theirs, role);
    else context.addIssue({ code: 'custom', message: `maps to "${ours}", which is none of ${ROLES.join(', ')}` });
  }
  return map;
}

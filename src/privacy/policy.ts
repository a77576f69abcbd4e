import type { Role } from '../kernel/role.js';

/** The fields of a customer that identify a person: sealed from the first import on. A company may shorten the list. */
export const SEALED_FIELDS = ['name', 'phone', 'email', 'wechat', 'weibo', 'linkedin', 'address', 'birthday'] as const;
export type SealedField = (typeof SEALED_FIELDS)[number];

/** Whether a role sees a sealed field opened (each opening is recorded) or masked; anything not listed is masked. */
const OPENED_FOR: Readonly<Record<Role, readonly SealedField[]>> = {
  admin: SEALED_FIELDS,
  'privacy-officer': SEALED_FIELDS,
  marketer: [],
  analyst: [],
  service: [],
};

export function mayOpen(role: Role, field: SealedField): boolean {
  return OPENED_FOR[role].includes(field);
}

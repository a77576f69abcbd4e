import { z } from 'zod';
import { AppError } from '../../kernel/error.js';
import { contactKeys } from '../lookups/contact-lookups.js';
import { normalIdentity } from '../lookups/normal-forms.js';
import type { Services } from '../services.js';
import { takeLookUp } from './look-up-limit.js';
import { reasonOf } from './reason.js';
import { recordAudit } from './record.js';

export const LOOKUP_KINDS = ['PHONE', 'EMAIL', 'WECHAT', 'WEIBO', 'LINKEDIN', 'MEMBER_CARD'] as const;

export const findInput = z.object({
  kind: z.enum(LOOKUP_KINDS),
  value: z.union([z.string().min(3).max(200), z.number().transform(String)]),
  purpose: reasonOf(3),
});

/** Whom a lookup found. */
export interface FoundCustomers {
  readonly found: boolean;
  /** Those with this identity, or this contact of their own; several may share one. */
  readonly customers: readonly { readonly customerId: string; readonly verified: boolean }[];
  /** Lookups that are left to the viewer. */
  readonly remaining: number;
  readonly why: string;
}

/**
 * The customers with exactly this phone, mail or handle, by keyed hashes. Every lookup is recorded with kind and
 * purpose, also when nobody is found; never the value. Throws INPUT when it cannot be one of its kind, RATE_LIMIT after
 * LOOKUPS_PER_DAY in 24 hours.
 */
export async function findCustomer(services: Services, asked: z.output<typeof findInput>): Promise<FoundCustomers> {
  const { graph, vault } = services;
  const { kind, purpose } = asked;
  const normal = normalIdentity(kind, asked.value);
  if (normal === null)
    throw new AppError('INPUT', `findCustomer: value cannot be a ${kind}`, 'send it as it is written');
  vault.refresh();
  return graph.transaction(async (tx) => {
    const remaining = await takeLookUp(services, tx);
    const keys = vault.lookups(kind, normal).map((lookup) => `${kind}|${lookup}`);
    const customers = await tx.read('security/steps/lookups/lookup-customers', {
      keys,
      own: contactKeys(vault, kind, normal),
    });
    const ids = customers.map(({ customerId }) => customerId);
    const entry = { action: 'LOOKED_UP', customers: ids, count: Math.max(1, ids.length), purpose };
    await recordAudit(services, { ...entry, detail: { kind, found: ids.length } }, tx);
    return { found: ids.length > 0, customers, remaining, why: whyOf(kind, ids.length) };
  });
}

function whyOf(kind: string, found: number): string {
  if (found === 0) return `no customer has this ${kind}`;
  return found === 1 ? `one customer has this ${kind}` : `${found} customers share this ${kind}`;
}

import { z } from 'zod';
import { AppError } from '../../kernel/error.js';
import { SEALED_FIELDS, type SealedField } from '../policy/index.js';
import { openPerson } from '../sealing/person.js';
import type { Services } from '../services.js';
import { reasonOf } from './reason.js';
import { recordAudit } from './record.js';

export const breakGlassInput = z.object({
  customer: z.string().min(1).max(200),
  fields: z.array(z.enum(SEALED_FIELDS)).min(1).max(SEALED_FIELDS.length),
  reason: reasonOf(20),
});

/** What was opened this once. */
export interface OpenedOnce {
  readonly customerId: string;
  readonly fields: readonly { readonly field: SealedField; readonly value: string | null }[];
  /** Id of the alert that it raised. */
  readonly alert: string;
}

/**
 * Opens fields of one customer for a role that else sees them masked, for this one answer. Recorded as BREAK_GLASS with
 * its reason, and an alert is raised, both before anything is handed out. Throws NOT_FOUND (nobody, or erased), INPUT
 * (the reason holds what was opened).
 */
export async function breakGlass(
  services: Services,
  { customer, fields, reason }: z.output<typeof breakGlassInput>,
): Promise<OpenedOnce> {
  const { graph, random } = services;
  const opened = await openFields(services, customer, [...new Set(fields)]);
  if (opened.some(({ value }) => value !== null && value.length > 1 && reason.includes(value)))
    throw new AppError('INPUT', 'breakGlass: reason names the person', 'say why, not who');
  const alert = `BREAK_GLASS|${random.id()}`;
  await graph.transaction(async (tx) => {
    await tx.write('security/steps/audit/alert-save', {
      now: services.clock.now(),
      rows: [alertOf(services, alert, opened, reason)],
    });
    const entry = { action: 'BREAK_GLASS', subject: alert, fields: opened.map(({ field }) => field) };
    await recordAudit(services, { ...entry, customers: [customer], count: 1, detail: reason }, tx);
  });
  return { customerId: customer, fields: opened, alert };
}

async function openFields({ graph, vault }: Services, id: string, fields: readonly SealedField[]) {
  const [row] = await graph.read('security/steps/keys/sealed-fields', { customerIds: [id] });
  if (!row?.keyWrapped)
    throw new AppError('NOT_FOUND', 'no customer has this id, or the person was erased', 'check the id');
  const person = openPerson(vault, vault.unwrap(row.keyWrapped), row.sealed);
  return fields.map((field) => ({ field, value: person[field] }));
}

function alertOf({ viewer, clock }: Services, id: string, opened: OpenedOnce['fields'], reason: string) {
  const fields = opened.map(({ field }) => field).join(', ');
  return {
    id,
    rule: 'BREAK_GLASS',
    severity: 'HIGH',
    viewer: viewer.id,
    role: viewer.role,
    at: clock.now(),
    value: opened.length,
    bound: 1,
    why: `opened ${fields} of one customer by break-glass: ${reason}`,
    whyZh: `紧急打开了一位客户的 ${fields}：${reason}`,
  };
}

import { closeRequest, type DataRequest, requestOf } from '../../consent/index.js';
import type { RowOf } from '../../graph/queries.gen.js';
import { AppError } from '../../kernel/error.js';
import { openPerson, recordAudit, SEALED_FIELDS, type Services, type Vault } from '../../security/index.js';
import { SHARED_LABELS, SHOWN_TIES } from '../erasure/erasure.js';
import { partOf, properties, type Sections, sectionsOf } from './copy.js';

type Row = Readonly<Record<string, unknown>>;

/** A person's copy: what is told in each section, beside what made it. */
export interface PersonCopy {
  readonly requestId: string;
  readonly kind: string;
  readonly madeAt: Date;
  readonly records: number;
  readonly sections: Sections;
}

/** Tells the scores of a customer in plain words: another area's, handed in. */
export type ExplainScores = (customerId: string) => Promise<readonly Row[]>;

/**
 * Everything personal that is kept of the person of an identified ACCESS or PORTABILITY request, with sealed fields
 * opened, and closes the request. Recorded before it is handed out. Throws NOT_FOUND, INPUT for another kind of
 * request, CONFLICT when it is not identified.
 */
export async function exportPerson(services: Services, requestId: string, explain: ExplainScores): Promise<PersonCopy> {
  const request = await requestOf(services, requestId);
  const customerId = exportable(request);
  const sections = partOf(request.kind as 'ACCESS', await copyOf(services, customerId, explain));
  const records = Object.values(sections).reduce((sum, rows) => sum + rows.length, 0);
  const fields = SEALED_FIELDS.filter((field) => field in (sections.person?.[0] ?? {}));
  const said = { subject: requestId, fields, customers: [customerId], count: records, detail: request.kind };
  await recordAudit(services, { action: 'EXPORTED', ...said });
  if (request.state !== 'DONE') await closeRequest(services, requestId);
  return { requestId, kind: request.kind, madeAt: services.clock.now(), records, sections };
}

function exportable({ kind, state, customerId }: DataRequest): string {
  if (kind !== 'ACCESS' && kind !== 'PORTABILITY')
    throw new AppError('INPUT', `a request of kind ${kind} asks for no copy`, 'open one of kind ACCESS or PORTABILITY');
  if (customerId === null) throw new AppError('NOT_FOUND', 'the customer was erased', 'nothing is left to copy');
  if (state === 'IDENTIFIED' || state === 'DONE') return customerId;
  throw new AppError('CONFLICT', 'nobody checked yet who asks', 'check it, then `guanxi rights identify`');
}

export async function copyOf(
  { graph, vault }: Services,
  customerId: string,
  explain: ExplainScores,
): Promise<Sections> {
  const [person] = await graph.read('rights/steps/requests/rights-copy-person', { customerId });
  const around = { customerId, shared: SHARED_LABELS.filter((l) => l !== 'DataRequest'), shown: SHOWN_TIES };
  const copied = await graph.read('rights/steps/requests/rights-copy', around);
  const more = await graph.read('rights/steps/requests/rights-copy-more', { customerId });
  const looked = await graph.read('rights/steps/requests/rights-copy-audit', { customerId });
  const { given, derived } = properties(person!.properties);
  const key = keyOf(vault, person!);
  const open = opener(vault, key);
  const sections = sectionsOf(copied, more);
  return {
    person: [{ ...given, ...personOf(vault, key, person!) }],
    derived,
    scores: await explain(customerId),
    ...Object.fromEntries(Object.entries(sections).map(([name, rows]) => [name, rows.map((row) => opened(row, open))])),
    access: looked,
  };
}

type Open = (row: Row) => Row;

type Person = RowOf<'rights/steps/requests/rights-copy-person'>;

function keyOf(vault: Vault, { properties: { keyWrapped } }: Person): Buffer | null {
  return typeof keyWrapped === 'string' ? vault.unwrap(keyWrapped) : null;
}

/** The person's own fields that have a value; none where the key was destroyed. */
function personOf(vault: Vault, key: Buffer | null, { properties: { sealed } }: Person): Row {
  if (key === null || typeof sealed !== 'string') return {};
  return Object.fromEntries(Object.entries(openPerson(vault, key, sealed)).filter(([, value]) => value !== null));
}

/** The sealed values of a row under their plain names; none where the key was destroyed. */
function opener(vault: Vault, key: Buffer | null): Open {
  return (row) =>
    Object.fromEntries(
      Object.entries(row).flatMap(([name, value]) => {
        const field = /^(\w+)Sealed$/.exec(name)?.[1];
        return field && key && typeof value === 'string' ? [[field, vault.open(key, field, value)]] : [];
      }),
    );
}

function opened(row: Row, open: Open): Row {
  const plain = Object.entries(row).filter(([name]) => !name.endsWith('Sealed'));
  return { ...Object.fromEntries(plain), ...open(row) };
}

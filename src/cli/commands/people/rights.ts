import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import {
  dataRequests,
  ERASURE_MODES,
  fulfilInput,
  identifyRequest,
  MEANS,
  openRequest,
  openRequestInput,
  REQUEST_KINDS,
  refuseInput,
  refuseRequest,
  requestOf,
  requestsInput,
} from '../../../consent/index.js';
import { AppError } from '../../../kernel/error.js';
import {
  documentOf,
  fulfilRequest,
  personCopy,
  proveErasure,
  replayErasures,
  restrictPerson,
  verifyErasure,
  welcomeBack,
} from '../../../rights/index.js';
import type { Services } from '../../../security/index.js';
import { command } from '../../command.js';
import { argument, capitals, choice, option, required } from '../../options.js';
import { formatRows } from '../../table.js';

type Means = (typeof MEANS)[number];
const means = () => choice('--means <means>', 'how it was checked who asks', MEANS).makeOptionMandatory();

/** `guanxi rights`: requests of people about their data, from recording them to the receipt. */
export const RIGHTS = [
  command<z.output<typeof requestsInput>>({
    name: 'rights requests',
    about: 'list requests, those due first',
    example: 'rights requests --overdue',
    door: 'dataRequests',
    options: [
      option('--state <state>', 'OPEN, IDENTIFIED, DONE or REFUSED'),
      option('--overdue', 'only those not answered in time'),
    ],
    input: requestsInput,
    answer: async (services, asked) => ({ rows: await dataRequests(services, asked) }),
  }),
  command<z.output<typeof openRequestInput>>({
    name: 'rights open',
    about: 'record a request of a customer',
    example: 'rights open C0000999 access --via mail',
    door: 'openRequest',
    args: [argument('<customer-id>'), capitals('<kind>', REQUEST_KINDS.join(', '))],
    options: [option('--via <way>', 'how it came', 'command-line')],
    input: openRequestInput,
    answer: async (services, said) => ({ rows: [await openRequest(services, said)] }),
  }),
  command<{ request: string; means: Means }>({
    name: 'rights identify',
    about: 'note how it was checked who asks',
    example: 'rights identify REQUEST --means IN_PERSON',
    door: 'identifyRequest',
    args: [argument('<request>')],
    options: [means()],
    answer: async (services, { request, means: by }) => ({ rows: [await identifyRequest(services, request, by)] }),
  }),
  command<z.output<typeof fulfilInput>>({
    name: 'rights fulfil',
    about: 'carry out an identified request',
    example: 'rights fulfil REQUEST --correction \'{"city":"Suzhou"}\'',
    door: 'fulfilRequest',
    args: [argument('<request>')],
    options: [
      choice('--mode <mode>', 'of an erasure', ERASURE_MODES),
      option('--correction <json>', 'new values of a correction, like {"city":"Suzhou"}').argParser(parsed),
    ],
    input: fulfilInput,
    answer: async (services, asked) => {
      const done = await fulfilRequest(services, asked);
      return { rows: [done], notes: done.receiptId === null ? [] : [await proofOf(services, done.receiptId)] };
    },
  }),
  command<z.output<typeof refuseInput>>({
    name: 'rights refuse',
    about: 'refuse a request',
    example: "rights refuse REQUEST --reason 'we could not tell that it was you'",
    door: 'refuseRequest',
    args: [argument('<request>')],
    options: [required('--reason <text>', 'what the person is told')],
    input: refuseInput,
    answer: async (services, { request, reason }) => ({ rows: [await refuseRequest(services, request, reason)] }),
  }),
  command<{ customer: string; lift?: boolean }>({
    name: 'rights restrict',
    about: 'restrict the processing of a person’s data, or lift the restriction',
    example: 'rights restrict C0000999 --lift',
    door: 'restrictPerson',
    args: [argument('<customer>')],
    options: [option('--lift', 'lift the restriction')],
    answer: async (services, { customer, lift }) => ({ rows: [await restrictPerson(services, customer, !lift)] }),
  }),
  command<{ receipt: string; customer?: string }>({
    name: 'rights verify',
    about: 'verify that an erasure still holds',
    example: 'rights verify RECEIPT --customer C0000999',
    door: 'verifyErasure',
    args: [argument('<receipt>')],
    options: [option('--customer <id>', 'the id, to look through every property and file for it')],
    answer: async (services, { receipt, customer: customerId }) => ({
      rows: [await verifyErasure(services, { receipt, customerId } as Parameters<typeof verifyErasure>[1])],
    }),
  }),
  command({
    name: 'rights replay',
    about: 'carry out again the erasures that this database does not know',
    example: 'rights replay',
    answer: async (services) => ({ rows: [await replayErasures(services)] }),
  }),
  command<{ customer: string; reason: string }>({
    name: 'rights welcome',
    about: 'let somebody who was erased come back',
    example: "rights welcome C0000999 --reason 'signed up again in the shop'",
    door: 'welcomeBack',
    args: [argument('<customer>')],
    options: [required('--reason <text>', 'that they asked to')],
    answer: async (services, { customer, reason }) => ({ rows: [await welcomeBack(services, customer, reason)] }),
  }),
  command<Export>({
    name: 'rights export',
    about: 'write a person’s copy: one JSON document, and a CSV for each of its sections',
    example: 'rights export C0000999 --means IN_PERSON --out copy',
    door: 'exportPerson',
    args: [argument('<customer>')],
    options: [
      required('--out <folder>', 'made for this user only'),
      option('--portable', 'only what the person gave, to take elsewhere'),
      means(),
    ],
    formats: [],
    answer: async (services, asked) => ({ said: await exportTo(services, asked) }),
  }),
];

/** A server proves an erasure at its next round; here the look is waited for, and its time said. */
async function proofOf(services: Services, receiptId: string): Promise<string> {
  const { proved, remaining = [], lookedMs } = await proveErasure(services, receiptId);
  const left = proved ? 'nothing is left' : `left: ${remaining.join(', ')}`;
  return `looked through everything in ${((lookedMs ?? 0) / 1000).toFixed(1)} s: ${left}`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new AppError('INPUT', '--correction is not JSON', 'write it like {"city":"Suzhou"}', {}, error);
  }
}

interface Export {
  readonly customer: string;
  readonly out: string;
  readonly means: Means;
  readonly portable?: boolean;
}

async function exportTo(services: Services, { customer: customerId, out, means: by, portable }: Export) {
  const kind = portable ? 'PORTABILITY' : 'ACCESS';
  const { requestId } = await openRequest(services, { customerId, kind, via: 'command-line' });
  if ((await requestOf(services, requestId)).state === 'OPEN') await identifyRequest(services, requestId, by);
  const copy = await personCopy(services, requestId);
  mkdirSync(out, { recursive: true, mode: 0o700 });
  const write = (name: string, text: string) => writeFileSync(join(out, name), `${text}\n`, { mode: 0o600 });
  write('person.json', documentOf(copy));
  const told = Object.entries(copy.sections).filter(([, rows]) => rows.length > 0);
  for (const [name, rows] of told) write(`${name}.csv`, formatRows(evened(rows), 'csv'));
  return `written: ${copy.records} records to ${out} (person.json and ${told.length} CSV files)`;
}

/** Rows of a CSV need the same columns. */
function evened(rows: readonly Readonly<Record<string, unknown>>[]): Record<string, unknown>[] {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return rows.map((row) => Object.fromEntries(columns.map((column) => [column, row[column] ?? null])));
}

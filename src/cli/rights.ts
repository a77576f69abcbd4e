import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Command, Option } from 'commander';
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
} from '../consent/index.js';
import { checked } from '../kernel/checked.js';
import { AppError } from '../kernel/error.js';
import {
  documentOf,
  fulfilRequest,
  personCopy,
  proveErasure,
  replayErasures,
  restrictPerson,
  verifyErasure,
  welcomeBack,
} from '../rights/index.js';
import type { Services } from '../security/index.js';
import type { CliContext } from './context.js';
import { rowsFormat } from './options.js';
import { withServices } from './session.js';
import { type Format, formatRows } from './table.js';

interface Printed {
  readonly format: Format;
}

const means = () => new Option('--means <means>', 'how it was checked who asks').choices(MEANS).makeOptionMandatory();

/** `guanxi rights`: requests of people about their data, from taking them down to the receipt. */
export function register(program: Command, context: CliContext): void {
  const group = program.command('rights').description('what people ask about their data: copies, corrections, erasure');
  const printing = (name: string, about: string) => group.command(name).description(about).addOption(rowsFormat());
  const print = async ({ format }: Printed, rows: (services: Services) => Promise<object | readonly object[]>) => {
    const found = await withServices(context, rows);
    context.out(formatRows((Array.isArray(found) ? found : [found]) as Record<string, unknown>[], format));
  };
  printing('requests', 'requests, those due first')
    .option('--state <state>', 'OPEN, IDENTIFIED, DONE or REFUSED')
    .option('--overdue', 'only those not answered in time')
    .action(({ state, overdue, ...o }) =>
      print(o, (services) => dataRequests(services, checked(requestsInput, { state, overdue }, 'requests'))),
    );
  printing('open', 'take a request down')
    .argument('<customer>')
    .argument('<kind>', REQUEST_KINDS.join(', '))
    .option('--via <way>', 'how it came', 'command-line')
    .action((customerId, kind, { via, ...o }) => {
      const said = checked(openRequestInput, { customerId, kind: kind.toUpperCase(), via }, 'rights open');
      return print(o, (services) => openRequest(services, said));
    });
  printing('identify', 'note how it was checked who asks')
    .argument('<request>')
    .addOption(means())
    .action((request, { means: by, ...o }) => print(o, (services) => identifyRequest(services, request, by)));
  printing('fulfil', 'carry out an identified request')
    .argument('<request>')
    .addOption(new Option('--mode <mode>', 'of an erasure').choices(ERASURE_MODES))
    .option('--correction <json>', 'new values of a correction, like {"city":"Suzhou"}')
    .action((request, { mode, correction, ...o }) => {
      const given = { request, mode, correction: correction === undefined ? undefined : parsed(correction) };
      return print(o, async (services) => {
        const done = await fulfilRequest(services, checked(fulfilInput, given, 'rights fulfil'));
        if (done.receiptId !== null) await prove(services, done.receiptId, context);
        return done;
      });
    });
  printing('refuse', 'refuse a request')
    .argument('<request>')
    .requiredOption('--reason <text>', 'what the person is told')
    .action((request, { reason, ...o }) => {
      const said = checked(refuseInput, { request, reason }, 'rights refuse');
      return print(o, (services) => refuseRequest(services, said.request, said.reason));
    });
  printing('restrict', 'let a person’s data lie still')
    .argument('<customer>')
    .option('--lift', 'use it again')
    .action((customer, { lift, ...o }) => print(o, (services) => restrictPerson(services, customer, !lift)));
  printing('verify', 'look again whether an erasure holds')
    .argument('<receipt>')
    .option('--customer <id>', 'the id, to look through every property and file for it')
    .action((receipt, { customer, ...o }) =>
      print(o, (services) => verifyErasure(services, { receipt, customerId: customer })),
    );
  printing('replay', 'carry out again the erasures that this database does not know').action((o) =>
    print(o, (services) => replayErasures(services)),
  );
  printing('welcome', 'let somebody who was erased come back')
    .argument('<customer>')
    .requiredOption('--reason <text>', 'that they asked to')
    .action((customer, { reason, ...o }) => print(o, (services) => welcomeBack(services, customer, reason)));
  group
    .command('export')
    .description('a person’s copy: one JSON document, and a CSV for each of its sections')
    .argument('<customer>')
    .requiredOption('--out <folder>', 'made for this user only')
    .option('--portable', 'only what the person gave, to take elsewhere')
    .addOption(means())
    .action((customer, options) => exportTo(context, customer, options));
}

/** A server proves an erasure at its next round; here the look is waited for, and its time said. */
async function prove(services: Services, receiptId: string, { err }: CliContext): Promise<void> {
  const { proved, remaining = [], lookedMs } = await proveErasure(services, receiptId);
  const left = proved ? 'nothing is left' : `left: ${remaining.join(', ')}`;
  err(`looked through everything in ${((lookedMs ?? 0) / 1000).toFixed(1)} s: ${left}`);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new AppError('INPUT', '--correction is not JSON', 'write it like {"city":"Suzhou"}', {}, error);
  }
}

interface Export {
  readonly out: string;
  readonly means: (typeof MEANS)[number];
  readonly portable?: boolean;
}

async function exportTo(context: CliContext, customerId: string, { out, means: by, portable }: Export): Promise<void> {
  const copy = await withServices(context, async (services) => {
    const kind = portable ? 'PORTABILITY' : 'ACCESS';
    const { requestId } = await openRequest(services, { customerId, kind, via: 'command-line' });
    if ((await requestOf(services, requestId)).state === 'OPEN') await identifyRequest(services, requestId, by);
    return personCopy(services, requestId);
  });
  mkdirSync(out, { recursive: true, mode: 0o700 });
  const write = (name: string, text: string) => writeFileSync(join(out, name), `${text}\n`, { mode: 0o600 });
  write('person.json', documentOf(copy));
  const told = Object.entries(copy.sections).filter(([, rows]) => rows.length > 0);
  for (const [name, rows] of told) write(`${name}.csv`, formatRows(evened(rows), 'csv'));
  context.out(`written: ${copy.records} records to ${out} (person.json and ${told.length} CSV files)`);
}

/** Rows of a CSV need the same columns. */
function evened(rows: readonly Readonly<Record<string, unknown>>[]): Record<string, unknown>[] {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return rows.map((row) => Object.fromEntries(columns.map((column) => [column, row[column] ?? null])));
}

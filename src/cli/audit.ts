import type { Command } from 'commander';
import { checked } from '../kernel/checked.js';
import { AppError } from '../kernel/error.js';
import { plural } from '../kernel/plural.js';
import {
  anchorAudit,
  auditEntries,
  checkAccess,
  listInput,
  type Services,
  type Verified,
  verifyAudit,
} from '../security/index.js';
import type { CliContext } from './context.js';
import { rowsFormat } from './options.js';
import { withServices } from './session.js';
import { type Format, formatRows } from './table.js';

type Rows = readonly Record<string, unknown>[];

/** `guanxi audit`: check the chain, anchor it, read it, and look for unusual access. */
export function register(program: Command, context: CliContext): void {
  const group = program.command('audit').description('who opened, changed or exported what: checked, anchored, listed');
  const printing = (name: string, about: string) => group.command(name).description(about).addOption(rowsFormat());
  printing('verify', 'check the whole chain against hashes, head and anchors').action((o: Printed) =>
    verify(context, o.format),
  );
  printing('anchor', 'note where the chain ends in the home folder').action((o: Printed) =>
    print(context, o.format, async (services) => {
      const done = await anchorAudit(services, context.config.GUANXI_HOME);
      return [{ anchored: done !== null, seq: done?.seq ?? null, hash: done?.hash ?? null }];
    }),
  );
  printing('list', 'entries, newest first')
    .option('--viewer <subject>', 'of this token subject only')
    .option('--action <action>', 'of this action only, like OPENED')
    .option('--since <time>', 'ISO 8601 with offset, like 2026-01-01T00:00:00Z')
    .option('--first <count>', 'how many, 1 to 1000', '50')
    .option('--before-chain', 'those of before the chain instead')
    .action(({ format, first, ...filter }: Printed & { first: string }) => {
      const asked = checked(listInput, { ...filter, first: Number(first) }, 'audit list');
      return print(context, format, async (services) =>
        (await auditEntries(services, asked)).map((line) => ({ ...line })),
      );
    });
  printing('alerts', 'look for unusual access, and list the open alerts')
    .option('--days <count>', 'how many days back, 1 to 30', '2')
    .action(({ format, days }: Printed & { days: string }) => print(context, format, (s) => alerts(s, Number(days))));
}

interface Printed {
  readonly format: Format;
}

async function print(context: CliContext, format: Format, rows: (services: Services) => Promise<Rows>): Promise<void> {
  context.out(formatRows(await withServices(context, rows), format));
}

async function alerts(services: Services, days: number): Promise<Rows> {
  if (!Number.isInteger(days) || days < 1 || days > 30)
    throw new AppError('INPUT', '--days is not a whole number from 1 to 30', 'write it like --days 2');
  await checkAccess(services, days);
  const rows = await services.graph.read('security/steps/audit/alerts', { status: 'OPEN', limit: 200 });
  return rows.map(({ id, rule, severity, viewer, role, at, why }) => ({ id, rule, severity, viewer, role, at, why }));
}

/** Throws CONFLICT when anything was found, so that the exit code says so. */
async function verify(context: CliContext, format: Format): Promise<void> {
  const done = await withServices(context, (services) => verifyAudit(services, context.config.GUANXI_HOME));
  if (format === 'json') context.out(JSON.stringify(done, null, 2));
  else if (done.findings.length > 0)
    context.out(
      formatRows(
        [...done.findings].map((f) => ({ ...f })),
        format,
      ),
    );
  if (format === 'table') context.err(summaryOf(done));
  if (!done.intact)
    throw new AppError(
      'CONFLICT',
      `the audit was tampered with: ${done.findings.length} findings`,
      'keep database and anchors as they are, and compare with a backup',
    );
}

function summaryOf({ checked: count, seq, unchained, anchors, intact }: Verified): string {
  const old = unchained > 0 ? `, ${unchained} entries of before the chain that nothing binds` : '';
  return `${count} entries up to number ${seq} checked against ${anchors} ${plural(anchors, 'anchor')}${old}: ${intact ? 'intact' : 'not intact'}`;
}

import { type Command, Option } from 'commander';
import { checked } from '../kernel/checked.js';
import {
  applyRetention,
  breachInput,
  breachReport,
  complianceScore,
  markdownOf,
  recordsOfProcessing,
} from '../rights/index.js';
import type { Services } from '../security/index.js';
import type { CliContext } from './context.js';
import { rowsFormat } from './options.js';
import { withServices } from './session.js';
import { type Format, formatRows } from './table.js';

/** `guanxi privacy` and `guanxi retention`: what one has to show for oneself. */
export function register(program: Command, context: CliContext): void {
  const group = program.command('privacy').description('records of processing, how well duties are kept, breaches');
  const print = async (as: Format, rows: (services: Services) => Promise<readonly object[]>) =>
    context.out(formatRows((await withServices(context, rows)) as Record<string, unknown>[], as));
  group
    .command('records')
    .description('records of processing (GDPR art. 30), from the registry of the code')
    .addOption(
      new Option('--format <format>', 'as a page or as data').choices(['markdown', 'json']).default('markdown'),
    )
    .action(async ({ format: as }: { format: string }) => {
      const records = await withServices(context, recordsOfProcessing);
      context.out(as === 'json' ? JSON.stringify(records, null, 2) : markdownOf(records));
    });
  group
    .command('score')
    .description('how well duties are kept, 0 to 100, and what would raise each part')
    .addOption(rowsFormat())
    .action(async (o: { format: Format }) => {
      const { score, parts } = await withServices(context, complianceScore);
      context.out(formatRows(parts as never, o.format));
      if (o.format === 'table') context.out(`score ${score.toFixed(1)} of 100`);
    });
  group
    .command('breach')
    .description('who was affected since a time, by what')
    .requiredOption('--since <time>', 'like 2026-03-01T00:00:00Z')
    .option('--until <time>', 'now when left out')
    .option('--viewer <subject>', 'only what this token or colleague did')
    .option('--field <field>', 'only where this field was opened, like phone')
    .action(async (options: object) => {
      const question = checked(breachInput, options, 'privacy breach');
      const report = await withServices(context, (s) => breachReport(s, question));
      context.out(JSON.stringify(report, null, 2));
    });
  program
    .command('retention')
    .description('delete or mask what is past its time')
    .option('--dry-run', 'only say what would go')
    .addOption(rowsFormat())
    .action(({ dryRun, format: as }: { dryRun?: boolean; format: Format }) =>
      print(as, (services) => applyRetention(services, { dryRun: dryRun === true })),
    );
}

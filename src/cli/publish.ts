import { type Command, Option } from 'commander';
import {
  PUBLISH_PURPOSES,
  publishTable,
  QUASI_IDENTIFIERS,
  SENSITIVE_COLUMNS,
  type TableInput,
} from '../publish/index.js';
import type { CliContext } from './context.js';
import { answerFormat } from './options.js';
import { registerBudget, registerStatistics } from './publish-budget.js';
import { mustBeNew, readHierarchies, writePrivately } from './publish-file.js';
import { registerNetwork } from './publish-network.js';
import { withServices } from './session.js';
import { formatRows } from './table.js';

interface TableOptions
  extends Pick<TableInput, 'columns' | 'sensitive' | 'k' | 'l' | 'suppress' | 'joinedFrom' | 'purpose'> {
  readonly hierarchies?: string;
  readonly out?: string;
  readonly format: 'table' | 'json';
}

/** `guanxi publish`: what may leave the house about people, without any of them. */
export function register(program: Command, context: CliContext): void {
  const publish = program
    .command('publish')
    .description('tables, numbers and pictures for outsiders, in which nobody can be found');
  registerTable(publish, context);
  registerNetwork(publish, context);
  registerStatistics(publish, context);
  registerBudget(publish, context);
}

function registerTable(publish: Command, context: CliContext): void {
  const command = publish
    .command('table')
    .description('a table in which every line stands among k people or more')
    .addOption(new Option('--columns <columns...>', 'what is known of people').choices(QUASI_IDENTIFIERS))
    .addOption(new Option('--sensitive <column>', 'published as it is').choices(SENSITIVE_COLUMNS))
    .option('-k, --k <people>', 'smallest class, 5 when not given', Number)
    .option('-l, --l <values>', 'different sensitive values in every class', Number)
    .option('--suppress <share>', 'share of people that may be left out, 0.05 when not given', Number)
    .addOption(new Option('--joined-from <part>', 'how fine joinedAt begins').choices(['day', 'month', 'year']))
    .option('--hierarchies <file>', 'YAML or JSON with the steps of each column (see docs/privacy/publishing.md)')
    .option('--out <file>', 'a new .csv or .json file; the risk report goes beside it');
  command
    .addOption(new Option('--purpose <purpose>', 'whose consent counts').choices(PUBLISH_PURPOSES))
    .addOption(answerFormat())
    .action((options: TableOptions) => table(context, options));
}

async function table(context: CliContext, { hierarchies, out, format, ...given }: TableOptions): Promise<void> {
  const input = hierarchies === undefined ? given : { ...given, hierarchies: readHierarchies(hierarchies) };
  if (out !== undefined) mustBeNew(out, `${out}.report.json`);
  const { rows, report } = await withServices(context, (services) => publishTable(services, input as TableInput));
  if (out !== undefined) {
    writePrivately(out, `${formatRows(rows, out.endsWith('.json') ? 'json' : 'csv')}\n`);
    writePrivately(`${out}.report.json`, `${JSON.stringify(report, null, 2)}\n`);
  }
  if (format === 'json') return context.out(JSON.stringify(out === undefined ? { report, rows } : { report }, null, 2));
  if (out === undefined) context.out(formatRows(rows, 'table'));
  const { levels, ...numbers } = report;
  context.out(formatRows(levels, 'table'));
  context.out(
    `${numbers.published} of ${numbers.people} people in ${numbers.classes} classes, ${numbers.suppressed} left out`,
  );
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  context.out(
    `risk at most ${percent(numbers.prosecutorRisk)}, on average ${percent(numbers.averageRisk)}; lost ${percent(numbers.informationLoss)} of what the columns tell`,
  );
  context.out(report.verdict);
}

import { join } from 'node:path';
import type { Command } from 'commander';
import { type ImportReport, importFiles, tableOf } from '../intake/index.js';
import { AppError } from '../kernel/error.js';
import type { CliContext } from './context.js';
import { progressLine } from './import-progress.js';
import { withServices } from './session.js';

interface Options {
  readonly mapping?: string;
  readonly rejects?: string;
}

/** `guanxi import`: files of customers, ties and orders into the graph. */
export function register(program: Command, context: CliContext): void {
  program
    .command('import')
    .description('import CSV files: canonical ones by their names, any others by a mapping file and their folder')
    .argument('[paths...]', 'files such as customers.csv ties.csv.gz; with --mapping the folder of its files')
    .option('--mapping <file>', 'YAML that says which file and columns become what (see docs/import.md)')
    .option('--rejects <file>', 'a rejects file of an earlier import, corrected')
    .action((paths: string[], options: Options) => run(context, paths, options));
}

async function run(context: CliContext, paths: readonly string[], options: Options): Promise<void> {
  if (options.mapping !== undefined && paths.length > 1)
    throw new AppError('INPUT', 'with --mapping there is one folder', 'guanxi import --mapping FILE DIR');
  const given = options.mapping === undefined ? { files: paths } : { dir: paths[0] ?? '.' };
  const rejectsFolder = join(context.config.GUANXI_HOME, 'rejects');
  const progress = progressLine(context);
  const report = await withServices(context, (services) =>
    importFiles(services, { ...options, ...given, rejectsFolder, onProgress: progress.show }),
  );
  progress.end();
  print(context, report);
  if (report.rejected > 0) throw rejectedRows(report);
}

function print({ out, err }: CliContext, report: ImportReport): void {
  for (const line of tableOf(report)) out(line);
  const speed = Math.round(report.rows / Math.max(report.seconds, 0.001));
  out(`${report.rows} rows in ${report.seconds.toFixed(1)} s, ${speed} a second`);
  for (const { name, extraColumns, repeated } of report.files) {
    if (extraColumns.length > 0) err(`warning: ${name}: columns not imported: ${extraColumns.join(', ')}`);
    if (repeated > 0)
      err(`warning: ${name}: ${repeated} rows were followed by another about the same; the last given values count`);
  }
}

function rejectedRows({ files, rejected }: ImportReport): AppError {
  const paths = files.flatMap(({ rejects }) => (rejects === null ? [] : [rejects]));
  const rows = files.reduce((sum, file) => sum + file.rows, 0);
  return new AppError(
    'REJECTED_ROWS',
    rejected === rows ? `none of the ${rows} rows went in` : `${rejected} of ${rows} rows did not go in; the rest did`,
    `correct them in ${paths.join(', ')} and run guanxi import --rejects on each`,
    { paths },
  );
}

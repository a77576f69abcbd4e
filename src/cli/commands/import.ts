import { join } from 'node:path';
import { type ImportReport, importFiles, tableOf } from '../../intake/index.js';
import { AppError } from '../../kernel/error.js';
import { type Answer, command } from '../command.js';
import { progressLine } from '../import-progress.js';
import { argument, option } from '../options.js';

interface Asked {
  readonly paths: readonly string[];
  readonly mapping?: string;
  readonly rejects?: string;
}

/** `guanxi import`: files of customers, ties and orders into the graph. */
export const IMPORT = [
  command<Asked>({
    name: 'import',
    about: 'import CSV files: canonical ones by their names, any others by a mapping file and their folder',
    example: 'import customers.csv ties.csv orders.csv consents.csv',
    args: [argument('[paths...]', 'files such as customers.csv ties.csv.gz; with --mapping the folder of its files')],
    options: [
      option('--mapping <file>', 'YAML that says which file and columns become what (see docs/data/import.md)'),
      option('--rejects <file>', 'a rejects file of an earlier import, corrected'),
    ],
    formats: [],
    answer: async (services, { paths, ...options }, { context }) => {
      if (options.mapping !== undefined && paths.length > 1)
        throw new AppError('INPUT', 'with --mapping there is one folder', 'guanxi import --mapping FILE DIR');
      const given = options.mapping === undefined ? { files: paths } : { dir: paths[0] ?? '.' };
      const rejectsFolder = join(context.config.GUANXI_HOME, 'rejects');
      const progress = progressLine(context);
      const asked = { ...options, ...given, rejectsFolder, onProgress: progress.show };
      const report = await importFiles(services, asked);
      progress.end();
      return told(report);
    },
  }),
];

function told(report: ImportReport): Answer {
  const speed = Math.round(report.rows / Math.max(report.seconds, 0.001));
  const said = [...tableOf(report), `${report.rows} rows in ${report.seconds.toFixed(1)} s, ${speed} a second`];
  return { said, notes: warningsOf(report), failure: report.rejected > 0 ? rejectedRows(report) : undefined };
}

function warningsOf({ files }: ImportReport): string[] {
  return files.flatMap(({ name, extraColumns, repeated, damaged, nobody }) => [
    ...(extraColumns.length > 0 ? [`warning: ${name}: columns not imported: ${extraColumns.join(', ')}`] : []),
    ...(repeated > 0
      ? [`warning: ${name}: ${repeated} rows were followed by another about the same; the last given values count`]
      : []),
    ...(damaged > 0 ? [`warning: ${name}: ${damaged} damaged phones, mails or handles were left out`] : []),
    ...(nobody > 0 ? [`warning: ${name}: ${nobody} withdrawals are by an address that nobody known has`] : []),
  ]);
}

function rejectedRows({ files, rejected }: ImportReport): AppError {
  const paths = files.flatMap(({ rejects }) => (rejects === null ? [] : [rejects]));
  const all = files.reduce((sum, { rows }) => sum + rows, 0);
  return new AppError(
    'REJECTED_ROWS',
    `${rejected} of ${all} rows were rejected; ${rejected === all ? 'nothing was imported' : 'the rest was imported'}`,
    `correct them in ${paths.join(', ')} and run guanxi import --rejects on each`,
    { paths },
  );
}

import { type Command, Option } from 'commander';
import { AppError } from '../kernel/error.js';
import {
  graphMl,
  type NetworkInput,
  PUBLISH_PURPOSES,
  type PublishedNetwork,
  publishNetwork,
  svg,
} from '../publish/index.js';
import type { CliContext } from './context.js';
import { answerFormat } from './options.js';
import { mustBeNew, writePrivately } from './publish-file.js';
import { withServices } from './session.js';

interface Options extends NetworkInput {
  readonly out: readonly string[];
  readonly format: 'table' | 'json';
}

/** How each kind of file is written. */
const WRITERS: Readonly<Record<string, (network: PublishedNetwork) => string>> = {
  json: ({ report: _, ...network }) => `${JSON.stringify(network)}\n`,
  svg,
  graphml: graphMl,
};

/** `guanxi publish network`: who knows whom, without who. */
export function registerNetwork(publish: Command, context: CliContext): void {
  publish
    .command('network')
    .description('who knows whom, without who: every degree occurs k times or more')
    .requiredOption('--out <files...>', 'new .json, .svg or .graphml files; the risk report goes beside the first')
    .option('-k, --k <people>', 'how often each degree occurs at least, 5 when not given', Number)
    .option('--region <region>', 'people of this region only')
    .option('--min-closeness <share>', 'closeness from which a tie counts', Number)
    .option('--bands', 'tell the band of the size of communities where that leaves k people')
    .addOption(new Option('--purpose <purpose>', 'whose consent counts').choices(PUBLISH_PURPOSES))
    .addOption(answerFormat())
    .action((options: Options) => network(context, options));
}

async function network(context: CliContext, { out, format, ...given }: Options): Promise<void> {
  const writers = out.map((path) => [path, writerOf(path)] as const);
  mustBeNew(...out, `${out[0]}.report.json`);
  const found = await withServices(context, (services) => publishNetwork(services, given));
  for (const [path, write] of writers) writePrivately(path, write(found));
  writePrivately(`${out[0]}.report.json`, `${JSON.stringify(found.report, null, 2)}\n`);
  if (format === 'json') return context.out(JSON.stringify(found.report, null, 2));
  const { people, ties, added, degrees } = found.report;
  context.out(`${people} people, ${ties} ties, ${added} of them added, ${degrees} different degrees`);
  context.out(found.report.verdict);
}

function writerOf(path: string): (network: PublishedNetwork) => string {
  const writer = WRITERS[path.split('.').at(-1)!];
  if (writer) return writer;
  throw new AppError('INPUT', `${path}: no kind of file that is known`, 'end it with .json, .svg or .graphml');
}

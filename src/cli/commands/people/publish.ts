import { AppError } from '../../../kernel/error.js';
import {
  graphMl,
  type NetworkInput,
  PUBLISH_PURPOSES,
  type PublishedNetwork,
  publishNetwork,
  publishTable,
  QUASI_IDENTIFIERS,
  SENSITIVE_COLUMNS,
  svg,
  type TableInput,
} from '../../../publish/index.js';
import type { Services } from '../../../security/index.js';
import { type Answer, command, TABLE_OR_JSON } from '../../command.js';
import { choice, number, option } from '../../options.js';
import { mustBeNew, readHierarchies, writePrivately } from '../../publish-file.js';
import { formatRows } from '../../table.js';

interface Table extends Pick<TableInput, 'columns' | 'sensitive' | 'k' | 'l' | 'suppress' | 'joinedFrom' | 'purpose'> {
  readonly hierarchies?: string;
  readonly out?: string;
}

interface Network extends NetworkInput {
  readonly out: readonly string[];
}

/** How each kind of file is written. */
const WRITERS: Readonly<Record<string, (network: PublishedNetwork) => string>> = {
  json: ({ report: _, ...network }) => `${JSON.stringify(network)}\n`,
  svg,
  graphml: graphMl,
};

/** `guanxi publish table` and `network`: what may leave the house about people, without any of them. */
export const PUBLISH = [
  command<Table>({
    name: 'publish table',
    about: 'publish a k-anonymous table',
    example: 'publish table --columns ageBand city -k 10',
    door: 'publishTable',
    options: [
      choice('--columns <columns...>', 'what is known of people', QUASI_IDENTIFIERS),
      choice('--sensitive <column>', 'published as it is', SENSITIVE_COLUMNS),
      number('-k, --k <people>', 'smallest class, 5 when not given'),
      number('-l, --l <values>', 'different sensitive values in every class'),
      number('--suppress <share>', 'share of people that may be left out, 0.05 when not given'),
      choice('--joined-from <part>', 'how fine joinedAt begins', ['day', 'month', 'year']),
      option('--hierarchies <file>', 'YAML or JSON with the steps of each column (see docs/privacy/publishing.md)'),
      option('--out <file>', 'a new .csv or .json file; the risk report goes beside it'),
      choice('--purpose <purpose>', 'whose consent counts', PUBLISH_PURPOSES),
    ],
    formats: TABLE_OR_JSON,
    answer: table,
  }),
  command<Network>({
    name: 'publish network',
    about: 'publish who knows whom, without who: every degree occurs k times or more',
    example: 'publish network --out network.svg -k 10',
    door: 'publishNetwork',
    options: [
      option(
        '--out <files...>',
        'new .json, .svg or .graphml files; the risk report goes beside the first',
      ).makeOptionMandatory(),
      number('-k, --k <people>', 'how often each degree occurs at least, 5 when not given'),
      option('--region <region>', 'people of this region only'),
      number('--min-closeness <share>', 'closeness from which a tie counts'),
      option('--bands', 'tell the band of the size of communities where that leaves k people'),
      choice('--purpose <purpose>', 'whose consent counts', PUBLISH_PURPOSES),
    ],
    formats: TABLE_OR_JSON,
    answer: network,
  }),
];

async function table(services: Services, { hierarchies, out, ...given }: Table): Promise<Answer> {
  const input = hierarchies === undefined ? given : { ...given, hierarchies: readHierarchies(hierarchies) };
  if (out !== undefined) mustBeNew(out, `${out}.report.json`);
  const { rows, report } = await publishTable(services, input as TableInput);
  if (out === undefined) return { whole: { report, rows }, rows, said: reportOf(report) };
  writePrivately(out, `${formatRows(rows, out.endsWith('.json') ? 'json' : 'csv')}\n`);
  writePrivately(`${out}.report.json`, `${JSON.stringify(report, null, 2)}\n`);
  return { whole: { report }, said: reportOf(report) };
}

function reportOf({ levels, verdict, ...r }: Awaited<ReturnType<typeof publishTable>>['report']): string[] {
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  const risk = `risk at most ${percent(r.prosecutorRisk)}, on average ${percent(r.averageRisk)}`;
  return [
    formatRows(levels, 'table'),
    `${r.published} of ${r.people} people in ${r.classes} classes, ${r.suppressed} left out`,
    `${risk}; lost ${percent(r.informationLoss)} of what the columns tell`,
    verdict,
  ];
}

async function network(services: Services, { out, ...given }: Network): Promise<Answer> {
  const writers = out.map((path) => [path, writerOf(path)] as const);
  mustBeNew(...out, `${out[0]}.report.json`);
  const found = await publishNetwork(services, given);
  for (const [path, write] of writers) writePrivately(path, write(found));
  writePrivately(`${out[0]}.report.json`, `${JSON.stringify(found.report, null, 2)}\n`);
  const { people, ties, added, degrees, verdict } = found.report;
  const counted = `${people} people, ${ties} ties, ${added} of them added, ${degrees} different degrees`;
  return { whole: found.report, said: [counted, verdict] };
}

function writerOf(path: string): (network: PublishedNetwork) => string {
  const writer = WRITERS[path.split('.').at(-1)!];
  if (writer) return writer;
  throw new AppError('INPUT', `${path}: unknown kind of file`, 'end it with .json, .svg or .graphml');
}

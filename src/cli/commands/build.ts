import { CUSTOMERS, DEFAULT_SEED, FORMATS, type Format, lastDay, writeWorld } from '../../../seed/world/index.js';
import { systemClock } from '../../kernel/clock.js';
import { AppError } from '../../kernel/error.js';
import { command } from '../command.js';
import type { CliContext } from '../context.js';
import { argument, choice, number, option, required } from '../options.js';

interface World {
  readonly seed: number;
  readonly customers: number;
  readonly until?: string;
  readonly out: string;
  readonly format: Format;
}

interface Bench {
  /** Takes its own arguments, such as `--customers 100000`; prints what it measured. */
  run(args: string[], context: CliContext): Promise<void>;
}

/** Loaded when asked for: what a benchmark needs is not for the product. */
const BENCHES: Readonly<Record<string, () => Promise<Bench>>> = {
  analysis: () => import('../../../bench/graph/analysis.js'),
  attribution: () => import('../../../bench/acting/attribution.js'),
  audience: () => import('../../../bench/acting/audience.js'),
  audit: () => import('../../../bench/audit.js'),
  'audit-cost': () => import('../../../bench/audit-cost.js'),
  bandits: () => import('../../../bench/acting/bandits.js'),
  betweenness: () => import('../../../bench/graph/betweenness.js'),
  churn: () => import('../../../bench/value/churn.js'),
  customer360: () => import('../../../bench/customer360.js'),
  'dispatch-kill': () => import('../../../bench/acting/dispatch-kill.js'),
  erasure: () => import('../../../bench/erasure.js'),
  'experiment-results': () => import('../../../bench/acting/experiment-results.js'),
  experiments: () => import('../../../bench/acting/experiments.js'),
  graphs: () => import('../../../bench/graph/graphs.js'),
  growth: () => import('../../../bench/graph/growth.js'),
  hub: () => import('../../../bench/graph/hub.js'),
  image: () => import('../../../bench/image/image.js'),
  import: () => import('../../../bench/import.js'),
  journeys: () => import('../../../bench/acting/journeys.js'),
  masking: () => import('../../../bench/masking.js'),
  mcp: () => import('../../../bench/mcp.js'),
  outage: () => import('../../../bench/standing/outage.js'),
  paging: () => import('../../../bench/paging.js'),
  parquet: () => import('../../../bench/parquet.js'),
  paths: () => import('../../../bench/graph/paths.js'),
  points: () => import('../../../bench/graph/points.js'),
  roles: () => import('../../../bench/value/roles.js'),
  'real-input': () => import('../../../bench/real-input.js'),
  clv: () => import('../../../bench/value/clv.js'),
  segments: () => import('../../../bench/value/segments.js'),
  rfm: () => import('../../../bench/value/rfm.js'),
  soak: () => import('../../../bench/standing/soak.js'),
};

const names = Object.keys(BENCHES).join(', ');

/** What developers run: `guanxi world` and `bench`. */
export const BUILD = [
  command<World>({
    name: 'world',
    about: 'make a world of customers, ties, orders and consents with its planted truth beside it',
    example: 'world --out world --customers 500',
    door: null,
    options: [
      required('--out <dir>', 'folder to write into'),
      number('--seed <n>', 'number the world grows from; the same number, the same files', DEFAULT_SEED),
      number('--customers <n>', `how many, ${CUSTOMERS.min} to ${CUSTOMERS.max}`, CUSTOMERS.default),
      option('--until <day>', 'last day of the 18 months, YYYY-MM-DD; yesterday when not given'),
      choice(
        '--format <name>',
        `${FORMATS.join(' for `guanxi import`, ')} for neo4j-admin database import`,
        FORMATS,
        FORMATS[0],
      ),
    ],
    formats: [],
    run: async ({ config }, asked) => {
      const until = asked.until ?? lastDay(systemClock.now(), config.TIME_ZONE);
      const { counts, seconds, hash } = await writeWorld({ ...asked, until, onProgress: progress() });
      const lines = Object.entries(counts).map(([name, rows]) => `${String(rows).padStart(10)}  ${name}`);
      const made = `world of ${asked.customers} customers until ${until} in ${asked.out}, ${seconds.toFixed(1)} s`;
      return { said: [...lines, made, `hash ${hash}`] };
    },
  }),
  command<{ name: string; args: string[] }>({
    name: 'bench',
    about: 'measure the product against the usual way, in the same run',
    example: 'bench import --customers 10000',
    door: null,
    args: [
      argument('<name>', `one of ${names}`),
      argument('[args...]', 'settings of that benchmark, such as --customers 100000'),
    ],
    formats: [],
    anyOption: true,
    run: async (context, { name, args }) => {
      const load = Object.hasOwn(BENCHES, name) ? BENCHES[name] : undefined;
      if (!load) throw new AppError('INPUT', `no benchmark "${name}"`, `one of ${names}`);
      await (await load()).run(args, context);
    },
  }),
];

/** Redraws one line ten times a second on a terminal; silent elsewhere. */
function progress(): (written: number, customers: number) => void {
  if (!process.stderr.isTTY) return () => {};
  const started = performance.now();
  let drawn = started;
  return (written, customers) => {
    const now = performance.now();
    if (now - drawn < 100 && written < customers) return;
    drawn = now;
    const left = ((now - started) / written) * (customers - written);
    process.stderr.write(`\r${written} of ${customers} customers, ${Math.ceil(left / 1000)} s left   `);
    if (written === customers) process.stderr.write('\n');
  };
}

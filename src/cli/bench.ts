import type { Command } from 'commander';
import { AppError } from '../kernel/error.js';
import type { CliContext } from './context.js';

interface Bench {
  /** Takes its own arguments, such as `--customers 100000`; prints what it measured. */
  run(args: string[], context: CliContext): Promise<void>;
}

/** Loaded when asked for: what a benchmark needs is not for the product. */
const BENCHES: Readonly<Record<string, () => Promise<Bench>>> = {
  analysis: () => import('../../bench/analysis.js'),
  audit: () => import('../../bench/audit.js'),
  'audit-cost': () => import('../../bench/audit-cost.js'),
  betweenness: () => import('../../bench/betweenness.js'),
  customer360: () => import('../../bench/customer360.js'),
  erasure: () => import('../../bench/erasure.js'),
  graphs: () => import('../../bench/graphs.js'),
  growth: () => import('../../bench/growth.js'),
  import: () => import('../../bench/import.js'),
  masking: () => import('../../bench/masking.js'),
  paths: () => import('../../bench/paths.js'),
  points: () => import('../../bench/points.js'),
  'real-input': () => import('../../bench/real-input.js'),
};

/** `guanxi bench NAME …`: one of the measurements of bench/. */
export function register(program: Command, context: CliContext): void {
  program
    .command('bench')
    .description('measure the product against the usual way, in the same run')
    .argument('<name>', `one of ${Object.keys(BENCHES).join(', ')}`)
    .argument('[args...]', 'settings of that benchmark, such as --customers 100000')
    .allowUnknownOption()
    .action((name: string, args: string[]) => bench(context, name, args));
}

async function bench(context: CliContext, name: string, args: string[]): Promise<void> {
  const load = BENCHES[name];
  if (!load) throw new AppError('INPUT', `no benchmark "${name}"`, `one of ${Object.keys(BENCHES).join(', ')}`);
  await (await load()).run(args, context);
}

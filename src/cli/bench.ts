import { type Command, InvalidArgumentError } from 'commander';
import { AppError } from '../kernel/error.js';
import type { CliContext } from './context.js';

interface BenchOptions {
  readonly customers: number;
}

/** A benchmark is loaded when it is asked for: what it needs is not for the product. */
const BENCHES: Readonly<Record<string, () => Promise<{ run(c: CliContext, o: BenchOptions): Promise<void> }>>> = {
  analysis: () => import('../../bench/analysis.js'),
};

export function register(program: Command, context: CliContext): void {
  program
    .command('bench')
    .argument('<name>', `one of ${Object.keys(BENCHES).join(', ')}`)
    .description('measure the product against the usual way, in the same run')
    .option('--customers <n>', 'size of the network', count, 100_000)
    .action((name: string, options: BenchOptions) => bench(context, name, options));
}

async function bench(context: CliContext, name: string, options: BenchOptions): Promise<void> {
  const load = BENCHES[name];
  if (!load) throw new AppError('INPUT', `no benchmark "${name}"`, `one of ${Object.keys(BENCHES).join(', ')}`);
  await (await load()).run(context, options);
}

function count(text: string): number {
  if (!/^[1-9]\d{0,7}$/.test(text)) throw new InvalidArgumentError('a whole number is wanted, for example 100000');
  return Number(text);
}

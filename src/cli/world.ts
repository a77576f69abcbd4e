import { type Command, InvalidArgumentError } from 'commander';
import { CUSTOMERS, DEFAULT_SEED, DEFAULT_UNTIL, FORMATS, type Format, writeWorld } from '../../seed/world/index.js';
import type { CliContext } from './context.js';

interface Flags {
  seed: number;
  customers: number;
  until: string;
  out: string;
  format: Format;
}

/** `guanxi world`: makes a world of customers with planted truth. */
export function register(program: Command, context: CliContext): void {
  program
    .command('world')
    .description('make a world of customers, ties, orders and consents with its planted truth beside it')
    .requiredOption('--out <dir>', 'folder to write into')
    .option('--seed <n>', 'number the world grows from; the same number, the same files', number, DEFAULT_SEED)
    .option('--customers <n>', `how many, ${CUSTOMERS.min} to ${CUSTOMERS.max}`, number, CUSTOMERS.default)
    .option('--until <day>', 'last day of the 18 months, YYYY-MM-DD', DEFAULT_UNTIL)
    .option('--format <name>', `${FORMATS.join(' for `guanxi import`, ')} for neo4j-admin database import`, FORMATS[0])
    .action((flags: Flags) => makeWorld(flags, context));
}

async function makeWorld(flags: Flags, context: CliContext): Promise<void> {
  const world = await writeWorld({ ...flags, onProgress: progress() });
  for (const [name, rows] of Object.entries(world.counts)) context.out(`${String(rows).padStart(10)}  ${name}`);
  context.out(`world of ${flags.customers} customers in ${flags.out}, ${world.seconds.toFixed(1)} s`);
  context.out(`hash ${world.hash}`);
}

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

function number(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('a whole number is wanted, for example 2000');
  return Number(text);
}

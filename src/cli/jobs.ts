import type { Command } from 'commander';
import { JOBS, jobNamed, jobSettings } from '../api/jobs/jobs.js';
import { jobLines, queueJob, runJob } from '../jobs/run.service.js';
import { AppError } from '../kernel/error.js';
import type { CliContext } from './context.js';
import { rowsFormat } from './options.js';
import { withServices } from './session.js';
import { type Format, formatRows } from './table.js';

/** `guanxi jobs`: what servers do by themselves, when they did it last, and a run by hand. */
export function register(program: Command, context: CliContext): void {
  const group = program.command('jobs').description('list and run the work that servers do by themselves');
  group
    .command('list')
    .description('each job with its interval, its last run and its next')
    .addOption(rowsFormat())
    .action(({ format }: { format: Format }) => list(context, format));
  group
    .command('run <name>')
    .description('run a job now, like `guanxi jobs run retention`')
    .option('--queue', 'leave it to the next server that looks instead')
    .action((name: string, { queue }: { queue?: boolean }) => run(context, name, queue === true));
}

async function list(context: CliContext, format: Format): Promise<void> {
  const lines = await withServices(context, (services) => jobLines(services, JOBS, jobSettings()));
  const rows = lines.map(({ name, does, everyMinutes, running, startedAt, outcome, problem, next }) => {
    const state = running ? 'RUNNING' : (outcome ?? 'never run');
    return { name, does: does.en, everyMinutes, state, problem, startedAt, next };
  });
  context.out(formatRows(rows, format));
}

async function run(context: CliContext, name: string, queue: boolean): Promise<void> {
  const job = jobNamed(name);
  await withServices(context, async (services) => {
    if (queue) {
      await queueJob(services, job);
      context.out(`${name} is queued: a server runs it within 15 s`);
      return;
    }
    const counts = await runJob(services, job);
    if (counts === null)
      throw new AppError('BUSY', `${name} is already running on another server or terminal`, 'wait until it ends');
    const did = Object.entries(counts).map(([what, count]) => `${what} ${count}`);
    context.out(`${name} done${did.length > 0 ? `: ${did.join(', ')}` : ''}`);
  });
}

import { JOBS, jobNamed, jobSettings } from '../../api/jobs/jobs.js';
import { jobLines, queueJob, runJob } from '../../jobs/run.service.js';
import { AppError } from '../../kernel/error.js';
import { command } from '../command.js';
import { argument, option } from '../options.js';

/** `guanxi jobs`: what servers do by themselves, when they did it last, and a run by hand. */
export const JOB_COMMANDS = [
  command({
    name: 'jobs list',
    about: 'list each job with its interval, its last run and its next',
    example: 'jobs list',
    door: 'jobs',
    answer: async (services) => ({
      rows: (await jobLines(services, JOBS, jobSettings())).map(
        ({ name, does, everyMinutes, at, running, startedAt, outcome, problem, next }) => {
          const state = running ? 'RUNNING' : (outcome ?? 'never run');
          return { name, does: does.en, every: at ?? everyMinutes, state, problem, startedAt, next };
        },
      ),
    }),
  }),
  command<{ name: string; queue?: boolean }>({
    name: 'jobs run',
    about: 'run a job now',
    example: 'jobs run retention',
    args: [argument('<name>', 'as `guanxi jobs list` lists it')],
    options: [option('--queue', 'leave it to the next server that looks instead')],
    formats: [],
    answer: async (services, { name, queue = false }) => {
      const job = jobNamed(name);
      if (queue) {
        await queueJob(services, job);
        return { said: `${name} is queued: a server runs it within 15 s` };
      }
      const counts = await runJob(services, job);
      if (counts === null)
        throw new AppError('BUSY', `${name} is already running on another server or terminal`, 'wait until it ends');
      const did = Object.entries(counts).map(([what, count]) => `${what} ${count}`);
      return { said: `${name} done${did.length > 0 ? `: ${did.join(', ')}` : ''}` };
    },
  }),
];

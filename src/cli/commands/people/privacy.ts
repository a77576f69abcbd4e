import type { z } from 'zod';
import { preferenceLink, preferenceLinkInput } from '../../../consent/index.js';
import {
  applyRetention,
  breachInput,
  breachReport,
  complianceScore,
  markdownOf,
  recordsOfProcessing,
} from '../../../rights/index.js';
import { command } from '../../command.js';
import { argument, number, option, required } from '../../options.js';

/**
 * `guanxi privacy`, `retention` and `preferences`: what one has to show for oneself, and to show people of themselves.
 */
export const PRIVACY = [
  command({
    name: 'privacy records',
    about: 'print the records of processing (GDPR art. 30), from the registry of the code',
    example: 'privacy records',
    door: 'recordsOfProcessing',
    formats: ['markdown', 'json'],
    answer: async (services) => {
      const whole = await recordsOfProcessing(services);
      return { whole, said: markdownOf(whole) };
    },
  }),
  command({
    name: 'privacy score',
    about: 'score how well duties are kept, 0 to 100, and say what would raise each part',
    example: 'privacy score',
    door: 'complianceScore',
    answer: async (services) => {
      const { score, parts } = await complianceScore(services);
      return { rows: parts, said: `score ${score.toFixed(1)} of 100` };
    },
  }),
  command<z.output<typeof breachInput>>({
    name: 'privacy breach',
    about: 'report who was affected since a time, by what',
    example: 'privacy breach --since 2026-03-01T00:00:00Z',
    door: 'breachReport',
    options: [
      required('--since <time>', 'like 2026-03-01T00:00:00Z'),
      option('--until <time>', 'now when left out'),
      option('--viewer <subject>', 'only what this token or colleague did'),
      option('--field <field>', 'only where this field was opened, like phone'),
    ],
    input: breachInput,
    formats: ['json'],
    answer: async (services, asked) => ({ whole: await breachReport(services, asked) }),
  }),
  command<{ dryRun?: boolean }>({
    name: 'retention',
    about: 'delete or mask what is past its time',
    example: 'retention --dry-run',
    door: 'applyRetention',
    options: [option('--dry-run', 'only say what would go')],
    answer: async (services, { dryRun = false }) => ({ rows: await applyRetention(services, { dryRun }) }),
  }),
  command<z.output<typeof preferenceLinkInput>>({
    name: 'preferences link',
    about: "print a signed link to a customer's own page of data and choices",
    example: 'preferences link C0000999 --days 7',
    door: 'preferenceLink',
    args: [argument('<customer>')],
    options: [number('--days <days>', 'how long it holds, 1 to 90', 30)],
    input: preferenceLinkInput,
    formats: [],
    answer: async (services, { customer, days }, { context }) => {
      const { path, expiresAt } = await preferenceLink(services, customer, days);
      const { HOST, PORT } = context.config;
      return { said: `http://${HOST}:${PORT}${path}`, notes: [`holds until ${expiresAt.toISOString()}`] };
    },
  }),
];

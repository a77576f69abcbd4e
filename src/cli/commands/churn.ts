import { z } from 'zod';
import { readTold } from '../../insight/index.js';
import { WARNING_RULES, warnOfChurn } from '../../value/index.js';
import { command } from '../command.js';
import { choice, number, option } from '../options.js';

const first = z.looseObject({ first: z.number().int().min(1).max(1000) });

/** `guanxi churn`: who may leave, told by rules and by a model. */
export const CHURN = [
  command({
    name: 'churn warn',
    about: 'look for buyers who show signs of leaving, and keep when each warning began and ended',
    example: 'churn warn',
    door: 'warnOfChurn',
    answer: async (services) => {
      const { looked, begun, ended, rules } = await warnOfChurn(services);
      const rows = Object.entries(rules).map(([rule, customers]) => ({ rule, customers }));
      return { rows, said: `${looked} buyers looked at: ${begun} warnings began, ${ended} ended` };
    },
  }),
  command<{ rule?: string; customer?: string; ended?: boolean; first: number }>({
    name: 'churn warnings',
    about: 'list churn warnings with what they were told by, the newest first',
    example: 'churn warnings --rule SPEND --first 5',
    door: 'churnWarnings',
    options: [
      choice('--rule <rule>', 'of one rule', WARNING_RULES),
      option('--customer <id>', 'of one customer'),
      option('--ended', 'also those that hold no more'),
      number('--first <n>', 'how many, 1 to 1000', 20),
    ],
    input: first as never,
    answer: async ({ graph }, { rule = null, customer = null, ended = false, first: limit }) => {
      const rows = await readTold(graph, 'value/churn-warnings', { rule, customer, ended, since: null, limit });
      const table = rows.map(({ customerId, rule: of, since, why }) => ({ customerId, rule: of, since, why }));
      return { rows, table };
    },
  }),
];

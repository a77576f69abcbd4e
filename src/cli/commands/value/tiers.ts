import { z } from 'zod';
import { reviewTiers } from '../../../value/index.js';
import { command } from '../../command.js';
import { number } from '../../options.js';
import { money } from '../../table.js';

/** `guanxi tiers`: loyalty tiers by rules, and who will fall. */
export const TIERS = [
  command<object>({
    name: 'tiers review',
    about: 'score the loyalty tier of every customer by the rules: up at once, down after a notice',
    example: 'tiers review',
    door: 'reviewTiers',
    answer: async (services) => {
      const { tiers, ...whole } = await reviewTiers(services);
      const { reviewed, up, down, falling } = whole;
      const said = `${reviewed} reviewed, ${up} up, ${down} down, ${falling} told that they will fall`;
      return { rows: tiers, whole: { ...whole, tiers }, said };
    },
  }),
  command<object>({
    name: 'tiers list',
    about: 'list the loyalty tiers with how many customers are in each and how many will fall',
    example: 'tiers list',
    door: 'loyaltyTiers',
    answer: async (services) => ({ rows: await services.graph.read('value/tiers/tiers', {}) }),
  }),
  command<{ days: number; first: number }>({
    name: 'tiers falls',
    about: 'list who will fall out of their tier, when, to which, and what would keep them',
    example: 'tiers falls --days 14 --first 10',
    door: 'tierFalls',
    options: [number('--days <n>', 'ahead', 30), number('--first <n>', 'how many, 1 to 1000', 20)],
    input: z.looseObject({ days: z.int().min(0).max(3650), first: z.int().min(1).max(1000) }) as never,
    answer: async (services, { days, first }) => {
      const rows = await services.graph.read('value/tiers/falls', { days, limit: first });
      const table = rows.map(({ customerId, tier, fallsAt, fallsTo, keepMinor, keepOrders, currency }) => ({
        ...{ customer: customerId, tier, fallsAt: fallsAt.toISOString().slice(0, 10), fallsTo },
        keepBy: currency ? money(keepMinor, currency) : keepMinor,
        purchases: keepOrders,
      }));
      return { rows, table };
    },
  }),
];

import {
  broughtBy,
  type DecisionChain,
  decisionChain,
  hiddenReferrals,
  kFactor,
  potentialReferrers,
  referralPaths,
  referralTree,
} from '../../network/index.js';
import { command } from '../command.js';
import { argument, choice, number, option } from '../options.js';
import { money } from '../table.js';

/** What a service takes as its question. */
type AskedOf<F extends (...args: never[]) => unknown> = Parameters<F>[1];

/**
 * `guanxi referral …` and `guanxi company`: who brought whom, how to be introduced, whom to ask next, who decides in a
 * company.
 */
export const REFERRAL = [
  command<{ customer: string }>({
    name: 'referral tree',
    about: 'show everyone a customer brought',
    example: 'referral tree C0000999',
    door: 'referralTree',
    args: [argument('<customer>')],
    answer: async (services, asked) => {
      const whole = await referralTree(services, asked);
      const rows = whole.levels.map(({ value, ...level }) => ({
        ...{ level: level.level, people: level.people, conversions: level.conversions },
        value: value.map((v) => money(v.valueMinor, v.currency)).join(', '),
      }));
      return { whole, rows, said: `${asked.customer} ${whole.why}` };
    },
  }),
  command<AskedOf<typeof referralPaths>>({
    name: 'referral path',
    about: 'find the best ways to be introduced; an end may be a company',
    example: 'referral path C0000999 C0001021 --max-hops 4',
    door: 'referralPath',
    args: [argument('<from>'), argument('<to>')],
    options: [
      number('--k <paths>', 'how many'),
      number('--max-hops <steps>', 'most steps, 1 to 6'),
      option('--avoiding <ids...>', 'customers no path may touch'),
    ],
    answer: async (services, asked) => {
      const whole = await referralPaths(services, asked);
      const rows = whole.paths.map(({ people, closeness }) => ({ closeness, path: people.join(' → ') }));
      return { whole, rows, said: whole.reason ?? (whole.exact ? null : 'searched in part: better paths may exist') };
    },
  }),
  command<{ customer?: string; first?: number; windowDays?: number }>({
    name: 'referral hidden',
    about: 'tell who probably brought the newest customers, or one',
    example: 'referral hidden --first 5',
    door: 'hiddenReferrals',
    args: [argument('[customer]')],
    options: [number('--first <rows>', 'how many'), number('--window-days <days>', 'days before the first order')],
    answer: async (services, { customer, first, windowDays }) => ({
      rows:
        customer === undefined
          ? await hiddenReferrals(services, { first, windowDays })
          : await broughtBy(services, { customer, windowDays }),
    }),
  }),
  command<AskedOf<typeof kFactor>>({
    name: 'referral k-factor',
    about: 'measure invitations per customer × conversion',
    example: 'referral k-factor --by MONTH',
    door: 'kFactor',
    options: [
      option('--since <date>', 'first day; a year before the end when not given'),
      option('--until <date>', 'exclusive; now when not given'),
      choice('--by <period>', 'length of a period', ['MONTH', 'WEEK']),
    ],
    answer: async (services, asked) => {
      const whole = await kFactor(services, asked);
      return { whole, rows: whole.periods, said: `K ${whole.kFactor.toPrecision(4)}: ${whole.why}` };
    },
  }),
  command<AskedOf<typeof potentialReferrers>>({
    name: 'referral ask',
    about: 'choose whom to ask to recommend next',
    example: 'referral ask --first 10',
    door: 'potentialReferrers',
    options: [
      number('--first <rows>', 'how many'),
      option('--segment <id>', 'only members of this segment'),
      number('--quiet-days <days>', 'nobody asked within these'),
    ],
    answer: async (services, asked) => {
      const whole = await potentialReferrers(services, asked);
      return { whole, rows: whole.map(({ customerId, score, why }) => ({ customerId, score, why })) };
    },
  }),
  command<{ id: string; contact?: string; from?: string; first?: number }>({
    name: 'company',
    about: 'show who decides in a client company, who has influence, who stands in between, the best way in',
    example: 'company B000001',
    door: 'companyNetwork',
    args: [argument('<id>', 'like B000001')],
    options: [
      option('--contact <customer>', 'the chains of this one of its people'),
      option('--from <id>', 'the way in from this customer or company'),
      number('--first <rows>', 'how many of each'),
    ],
    answer: async (services, { id, contact, from, first }) => {
      const whole = await decisionChain(services, { company: id, contact, from, first });
      return { whole, rows: rowsOf(whole), said: `${id}: ${whole.why}; ${whole.notShown} not shown` };
    },
  }),
];

function rowsOf({ decisionMaker, influencers, gatekeepers, chains, waysIn }: DecisionChain): object[] {
  const row = (what: string, who: string, probability: number | null, why: string | null) => ({
    ...{ what, who, probability, why },
  });
  const over = (formal: boolean) => (formal ? 'over superiors' : 'over colleagues');
  return [
    ...(decisionMaker ? [row('decides', decisionMaker.customerId, null, decisionMaker.role)] : []),
    ...chains.map((c) => row('chain', c.people.join(' → '), c.closeness, over(c.formal))),
    ...influencers.map((i) => row('influencer', i.customerId, i.probability, i.why)),
    ...gatekeepers.map((g) => row('gatekeeper', g.customerId, null, g.why)),
    ...waysIn.map((w) => row('way in', w.people.join(' → '), w.closeness, null)),
  ];
}

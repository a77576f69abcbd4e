import { z } from 'zod';
import type { Services } from '../../../security/index.js';
import { type ClvRun, endOfDay, explainValue, fitClv, lastClv, tellLifecycle } from '../../../value/index.js';
import { type Answer, command, TABLE_OR_JSON } from '../../command.js';
import { argument, number, option } from '../../options.js';
import { money } from '../../table.js';

interface Asked {
  readonly asOf?: string;
  readonly currency?: string;
  readonly months?: number;
  readonly discount?: number;
  readonly margin?: number;
  readonly lifetimeYears?: number;
  readonly acquisitionCostMinor?: number;
}

/** `guanxi clv` and `guanxi lifecycle`: what customers are worth, and where they are heading. */
export const VALUE = [
  command<Asked>({
    name: 'clv fit',
    about: 'score what every buyer who consents to profiling will be worth',
    example: 'clv fit --months 12',
    door: 'fitClv',
    options: [
      option('--as-of <date>', 'last day observed, YYYY-MM-DD (default: now)'),
      option('--currency <code>', 'orders of this currency only'),
      number('--months <n>', 'horizon, 1 to 120 (default: 12)'),
      number('--discount <rate>', 'yearly, 0.1 for 10 % (default: 0.1)'),
      number('--margin <share>', 'gross margin, 0 to 1 (default: 1)'),
      number('--lifetime-years <years>', 'mean lifetime, for the simple CLV (default: 3)'),
      number('--acquisition-cost-minor <amount>', 'of a customer in minor units, for the simple CLV (default: 0)'),
    ],
    formats: TABLE_OR_JSON,
    input: z.looseObject({ asOf: z.iso.date().optional() }) as never,
    answer: async (services, { asOf, currency, months, discount, margin, lifetimeYears, acquisitionCostMinor }) => {
      const settings = { currency, months, discount, margin, lifetimeYears, acquisitionCostMinor };
      const until = asOf === undefined ? undefined : endOfDay(services, asOf);
      return fitShown(await fitClv(services, { ...settings, asOf: until }));
    },
  }),
  command<{ customer?: string }>({
    name: 'clv show',
    about: 'show the last fit; of a customer, what they are worth and why',
    example: 'clv show C0000001',
    door: 'explainValue',
    args: [argument('[customer]', 'id of a customer')],
    formats: TABLE_OR_JSON,
    answer: async (services, { customer }) => {
      if (customer !== undefined) return customerShown(services, customer);
      const run = await lastClv(services);
      return run ? fitShown(run) : { whole: null, said: 'nothing is fitted yet: guanxi clv fit' };
    },
  }),
  command<object>({
    name: 'lifecycle',
    about: 'tell the stage of the lifecycle of every buyer who consents to profiling',
    example: 'lifecycle',
    door: 'tellLifecycle',
    answer: async (services) => {
      const { told, moved, stages } = await tellLifecycle(services);
      const rows = Object.entries(stages).map(([stage, customers]) => ({ stage, customers }));
      return { rows, said: `${told} told, ${moved} moved` };
    },
  }),
];

function fitShown({ asOf, currency, customers, card }: ClvRun): Answer {
  const { r, alpha, a, b, logLikelihood } = card.purchases;
  const whole = { model: card.model, r, alpha, a, b, logLikelihood, customers };
  const { p, q, v } = card.spend;
  const rows = Object.entries({ r, alpha, a, b, p, q, v }).map(([parameter, value], at) => ({
    parameter,
    value: value.toPrecision(5),
    low: card.intervals?.[at]?.low.toPrecision(5) ?? null,
    high: card.intervals?.[at]?.high.toPrecision(5) ?? null,
  }));
  const counted = `${customers} buyers until ${asOf.toISOString().slice(0, 10)}, ${card.repeatBuyers} came back`;
  const vague = [r, alpha, a, b].filter((_, at) => card.intervals?.[at] == null).length;
  const fitted = `${card.model} in ${currency}: ${counted}; log-likelihood ${logLikelihood.toFixed(2)}`;
  const dropout = `mean probability of leaving after a purchase, a / (a + b): ${((100 * a) / (a + b)).toFixed(1)} %`;
  return { rows, whole, said: vague > 0 ? [fitted, `${UNKNOWN}; ${dropout}`, UNKNOWN_ZH] : fitted };
}

const UNKNOWN = 'parameters without an interval cannot be told apart by these orders; what they mean together can';
const UNKNOWN_ZH = '没有区间的参数无法由现有订单单独确定，只能确定其组合，如平均流失概率 a / (a + b)';

async function customerShown(services: Services, customer: string): Promise<Answer> {
  const whole = await explainValue(services, customer);
  if (!whole) return { whole, said: 'the last fit did not score this customer, or there is none: guanxi clv fit' };
  const { currency, worth, intervals, networkValueMinor, months } = whole;
  const rows = whole.parts.map(({ kind, customerId, hops, valueMinor }) => ({
    ...{ part: kind.toLowerCase(), customer: customerId, hops },
    value: money(Math.round(valueMinor), currency),
  }));
  const range = intervals
    ? ` (95 %: ${money(Math.round(intervals.clv.low), currency)} to ${money(Math.round(intervals.clv.high), currency)})`
    : '';
  const expected = worth
    ? `still buys with ${(100 * worth.pAlive).toFixed(0)} %; ${worth.purchases.toFixed(1)} purchases of ` +
      `${money(Math.round(worth.value), currency)} in ${months} months: ${money(Math.round(worth.clv), currency)}${range}`
    : 'never bought';
  return { whole, rows, said: [expected, `network value ${money(Math.round(networkValueMinor), currency)}`] };
}

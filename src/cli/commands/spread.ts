import {
  type ContagionInput,
  contagionTest,
  RESPONSE,
  type SeedInput,
  type SeedSet,
  STRATA,
  seedSet,
  WATCHES,
} from '../../analysis/index.js';
import type { ParamsOf } from '../../graph/queries.gen.js';
import { readTold } from '../../insight/index.js';
import { command, TABLE_OR_JSON } from '../command.js';
import { choice, number, option } from '../options.js';

interface Seeds extends Omit<SeedInput, 'costs' | 'perCommunity'> {
  readonly cost?: SeedInput['costs'];
  readonly perCommunity?: number;
  readonly minSize?: number;
}

interface Contagion extends ContagionInput {
  readonly first: number;
}

/** `guanxi seeds` and `guanxi contagion`: how far word gets from whom, and whether churn follows ties. */
export const SPREAD = [
  command<Seeds>({
    name: 'seeds',
    about: 'choose whom to ask to pass word on, so that most people hear of it for the budget',
    example: 'seeds --budget 10 --channel WECHAT',
    door: 'seedSet',
    options: [
      number(
        '--budget <amount>',
        'what all seeds may cost; each costs 1 unless --cost says otherwise',
      ).makeOptionMandatory(),
      choice('--channel <channel>', 'how they are asked', Object.keys(RESPONSE), 'WECHAT'),
      option('--purpose <purpose>', 'what they must consent to: marketing, referral, research'),
      option('--within <communities...>', 'stay within these communities'),
      option('--excluding <customers...>', 'leave these people out as seeds'),
      option('--cost <customer=amount...>', 'what single people cost').argParser(costOf),
      number('--per-community <seeds>', 'at least so many seeds from each community'),
      number('--min-size <people>', 'only communities of so many people have that floor'),
      number('--response <share>', 'share of closeness that becomes the chance to pass word on, 0..1'),
      number('--chance <share>', 'the same chance on every tie instead, 0..1'),
      number('--snapshots <number>', 'worlds that seeds are chosen by'),
      number('--runs <number>', 'simulations of the estimate'),
      number('--seed <number>', 'seed of what is drawn'),
    ],
    formats: TABLE_OR_JSON,
    answer: async (services, { cost, perCommunity, minSize, ...given }) => {
      const floor = perCommunity === undefined ? {} : { perCommunity: { atLeast: perCommunity, minSize } };
      const whole = await seedSet(services, { ...given, ...floor, costs: cost });
      const rows = whole.seeds.map(({ position, customerId, marginalReach, cost: of, why }) => ({
        ...{ position, customerId, marginalReach: Number(marginalReach.toFixed(2)), cost: of, why },
      }));
      return { whole, rows, said: reachOf(whole) };
    },
  }),
  command<Contagion>({
    name: 'contagion',
    about: 'test whether churn or discontent follows close ties, and list whom it may reach next',
    example: 'contagion --watch CHURNED --days 180',
    door: 'contagion',
    options: [
      choice('--watch <what>', 'what may spread', WATCHES, 'CHURNED'),
      number('--days <days>', 'without an order, or in which something negative was said', 180),
      option('--segments <ids...>', 'RFM segments that count as churned instead, like rfm:lost'),
      number('--min-closeness <share>', 'closeness from which a tie is close', 0.3),
      choice('--strata <strata>', 'among whom marks change places', STRATA, 'DEGREE'),
      number('--permutations <number>', 'how often marks are shuffled', 999),
      number('--first <rows>', 'customers listed', 20),
    ],
    formats: TABLE_OR_JSON,
    answer: async (services, { first, ...question }) => {
      const { watch, days, segments = [], minCloseness } = question;
      const test = await contagionTest(services, question);
      const asked = { watch, days, segments, minCloseness, limit: first };
      const exposed = await readTold(services.graph, 'analysis/contagion', asked as ParamsOf<'analysis/contagion'>);
      const counted = `${test.marked} of ${test.people} customers, ${test.ties} close ties between them`;
      return { whole: { test, exposed }, rows: exposed, said: [counted, test.verdict] };
    },
  }),
];

/** One `id=amount`; what is no amount is refused by the service. */
function costOf(text: string, before: SeedInput['costs'] = []): NonNullable<SeedInput['costs']> {
  const at = text.lastIndexOf('=');
  return [...(before ?? []), { customerId: text.slice(0, at), cost: Number(text.slice(at + 1)) }];
}

function reachOf({
  reach,
  topDegree,
  random,
  people,
  candidates,
  spent,
  budget,
  unmetFloors,
  notes,
}: SeedSet): string[] {
  const said = ({ mean, low, high }: SeedSet['reach']) =>
    `${mean.toFixed(1)} people (95 %: ${low.toFixed(1)} to ${high.toFixed(1)})`;
  return [
    `${said(reach)} would hear of it, of ${people}; ${candidates} may be asked; spent ${spent} of ${budget}`,
    `those who know most: ${said(topDegree.reach)}; chosen at random: ${said(random.reach)}`,
    ...unmetFloors.map(({ communityId, wanted, got, why }) => `community ${communityId}: ${got} of ${wanted}, ${why}`),
    ...notes,
  ];
}

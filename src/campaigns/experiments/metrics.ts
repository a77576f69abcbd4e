/** What experiments measure of each person, within the window after they got their variant. */

/** What came of one person. */
export interface Outcome {
  readonly converted: boolean;
  readonly orders: number;
  /** Orders that were not refunded, minor units. */
  readonly spendMinor: number;
  readonly refunds: number;
  /** Withdrew a consent, or objected. */
  readonly withdrew: boolean;
  /** The same before they got it, in as long a time as the settings say. */
  readonly ordersBefore: number;
  readonly spendBeforeMinor: number;
}

interface MetricShape {
  readonly kind: 'SHARE' | 'MEAN' | 'RATIO';
  /** Whether more is better. */
  readonly better: 'MORE' | 'LESS';
  value(one: Outcome): number;
  /** What the value is divided by, over all people; of a ratio only. */
  below?(one: Outcome): number;
  /** The same value before; what CUPED takes out. */
  before?(one: Outcome): number;
}

const METRIC_SHAPES = {
  CONVERSION: { kind: 'SHARE', better: 'MORE', value: ({ converted }) => (converted ? 1 : 0) },
  REVENUE: {
    kind: 'MEAN',
    better: 'MORE',
    value: ({ spendMinor }) => spendMinor,
    before: ({ spendBeforeMinor }) => spendBeforeMinor,
  },
  ORDERS: {
    kind: 'MEAN',
    better: 'MORE',
    value: ({ orders }) => orders,
    before: ({ ordersBefore }) => ordersBefore,
  },
  ORDER_VALUE: {
    kind: 'RATIO',
    better: 'MORE',
    value: ({ spendMinor }) => spendMinor,
    below: ({ orders }) => orders,
  },
  UNSUBSCRIBED: { kind: 'SHARE', better: 'LESS', value: ({ withdrew }) => (withdrew ? 1 : 0) },
  REFUNDED: { kind: 'SHARE', better: 'LESS', value: ({ refunds }) => (refunds > 0 ? 1 : 0) },
} as const satisfies Readonly<Record<string, MetricShape>>;

export type MetricName = keyof typeof METRIC_SHAPES;
export const METRIC_NAMES = Object.keys(METRIC_SHAPES) as [MetricName, ...MetricName[]];
export const METRICS: Readonly<Record<MetricName, MetricShape>> = METRIC_SHAPES;

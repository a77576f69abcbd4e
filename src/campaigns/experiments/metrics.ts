/** What experiments measure of each person, within the window after they got their variant. */

/** Of one person: `people` is 1, `converted`, `refunded` and `withdrew` are 0 or 1, `…Before` is the same before. */
export const QUANTITIES = [
  ...(['people', 'converted', 'orders', 'spendMinor', 'refunded', 'withdrew', 'ordersBefore'] as const),
  'spendBeforeMinor' as const,
];
export type Quantity = (typeof QUANTITIES)[number];

interface MetricShape {
  readonly kind: 'SHARE' | 'MEAN' | 'RATIO';
  /** Whether more is better. */
  readonly better: 'MORE' | 'LESS';
  readonly value: Quantity;
  /** What the value is divided by, over all people. */
  readonly below: Quantity;
  /** The same value before; what CUPED takes out. */
  readonly before?: Quantity;
}

const METRIC_SHAPES = {
  CONVERSION: { kind: 'SHARE', better: 'MORE', value: 'converted', below: 'people' },
  REVENUE: { kind: 'MEAN', better: 'MORE', value: 'spendMinor', below: 'people', before: 'spendBeforeMinor' },
  ORDERS: { kind: 'MEAN', better: 'MORE', value: 'orders', below: 'people', before: 'ordersBefore' },
  ORDER_VALUE: { kind: 'RATIO', better: 'MORE', value: 'spendMinor', below: 'orders' },
  UNSUBSCRIBED: { kind: 'SHARE', better: 'LESS', value: 'withdrew', below: 'people' },
  REFUNDED: { kind: 'SHARE', better: 'LESS', value: 'refunded', below: 'people' },
} as const satisfies Readonly<Record<string, MetricShape>>;

export type MetricName = keyof typeof METRIC_SHAPES;
export const METRIC_NAMES = Object.keys(METRIC_SHAPES) as [MetricName, ...MetricName[]];
export const METRICS: Readonly<Record<MetricName, MetricShape>> = METRIC_SHAPES;

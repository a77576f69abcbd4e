/** The ten RFM segments with their bounds; the order decides where bounds overlap. */

type Bound = readonly [low: number, high: number];

export interface SegmentRule {
  readonly id: string;
  readonly name: string;
  readonly nameZh: string;
  /** Lowest and highest grade of recency, frequency and monetary value. */
  readonly bounds: readonly [recency: Bound, frequency: Bound, monetary: Bound];
}

const segment = (id: string, name: string, nameZh: string, ...bounds: [Bound, Bound, Bound]): SegmentRule => ({
  id: `rfm:${id}`,
  name,
  nameZh,
  bounds,
});

/** In the order of matching: the first whose bounds hold a customer's grades is theirs. */
export const RFM_SEGMENTS: readonly SegmentRule[] = [
  segment('champions', 'Champions', '重要价值客户', [5, 5], [5, 5], [5, 5]),
  segment('potential-loyalist', 'Potential Loyalist', '潜在忠诚客户', [3, 5], [3, 5], [2, 5]),
  segment('loyal', 'Loyal', '忠诚客户', [2, 4], [2, 4], [2, 4]),
  segment('promising', 'Promising', '潜力客户', [3, 4], [1, 3], [3, 5]),
  segment('new', 'New', '新客户', [4, 5], [1, 3], [1, 5]),
  segment('cant-lose', "Can't Lose", '不能失去的客户', [1, 2], [3, 4], [4, 5]),
  segment('at-risk', 'At Risk', '有流失风险的客户', [1, 2], [2, 5], [4, 5]),
  segment('need-attention', 'Need Attention', '需要关注的客户', [1, 3], [3, 5], [3, 5]),
  segment('about-to-sleep', 'About To Sleep', '即将沉睡的客户', [2, 3], [1, 3], [1, 4]),
  segment('lost', 'Lost', '已流失客户', [1, 1], [1, 5], [1, 5]),
];

/** For grades that no segment's bounds hold, so that every scored customer is counted somewhere. */
export const OTHERS: SegmentRule = segment('others', 'Others', '其他客户', [1, 5], [1, 5], [1, 5]);

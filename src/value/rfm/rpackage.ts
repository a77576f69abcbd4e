/** The ten RFM segments of the R package rfm with their bounds; the order decides where bounds overlap. */
import type { Grades } from './rfm.js';

type Bound = readonly [low: number, high: number];

/** A segment as people read it; its id begins with `rfm:`. */
export interface NamedSegment {
  readonly id: string;
  readonly name: string;
  readonly nameZh: string;
}

interface BoundSegment extends NamedSegment {
  /** Lowest and highest grade of recency, frequency and monetary value. */
  readonly bounds: readonly [recency: Bound, frequency: Bound, monetary: Bound];
}

const segment = (id: string, name: string, nameZh: string, ...bounds: [Bound, Bound, Bound]): BoundSegment => ({
  id: `rfm:${id}`,
  name,
  nameZh,
  bounds,
});

/** In the order of matching: the first whose bounds hold a customer's grades is theirs. */
export const RPACKAGE_SEGMENTS: readonly BoundSegment[] = [
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

/** For the ten triples of grades that no segment's bounds hold. */
export const OTHERS: BoundSegment = segment('others', 'Others', '其他客户', [1, 5], [1, 5], [1, 5]);

/** Id of the first segment whose bounds hold the three grades; of `OTHERS` where none does. */
export function rpackageSegmentOf(grades: Grades): string {
  const holds = ({ bounds }: BoundSegment) =>
    bounds.every(([low, high], at) => low <= grades[at]! && grades[at]! <= high);
  return (RPACKAGE_SEGMENTS.find(holds) ?? OTHERS).id;
}

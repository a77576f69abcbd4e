import { type GridFile, gridInForce, gridSegmentOf, gridSegments } from './grid.js';
import type { Grades } from './rfm.js';
import { type NamedSegment, OTHERS, RPACKAGE_SEGMENTS, rpackageSegmentOf } from './rpackage.js';

/**
 * `grid`: eleven segments on the grid R × FM, every triple in one. `rpackage`: the ten of the R package rfm, and the
 * others.
 */
export const SEGMENT_SETS = ['grid', 'rpackage'] as const;
export type SegmentSet = (typeof SEGMENT_SETS)[number];

/** The segments of a set in the order in which they are shown. */
export function segmentsOf(set: SegmentSet, grid: GridFile = gridInForce()): readonly NamedSegment[] {
  return set === 'grid' ? gridSegments(grid) : [...RPACKAGE_SEGMENTS, OTHERS];
}

/** Id of the segment of a set that holds the three grades. */
export function segmentOf(grades: Grades, set: SegmentSet = 'grid', grid: GridFile = gridInForce()): string {
  return set === 'grid' ? gridSegmentOf(grid, grades) : rpackageSegmentOf(grades);
}

/** Ids of the segments of every set. */
export function knownSegments(): string[] {
  return [...new Set(SEGMENT_SETS.flatMap((set) => segmentsOf(set).map(({ id }) => id)))];
}

import type { PathNode, PathTie, PathValue } from './library/codec.js';

/** Paths of a picture's rows as one drawing: every node and tie once, whatever the column is called. */
export function mergePaths(rows: readonly Record<string, unknown>[]): PathValue {
  const nodes = new Map<string, PathNode>();
  const ties = new Map<string, PathTie>();
  for (const row of rows) {
    for (const value of Object.values(row)) {
      const path = value as PathValue;
      for (const node of path.nodes) nodes.set(node.id, node);
      for (const tie of path.ties) ties.set(tie.id, tie);
    }
  }
  return { nodes: [...nodes.values()], ties: [...ties.values()] };
}

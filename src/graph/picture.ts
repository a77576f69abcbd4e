import type { Drawing, DrawnNode, DrawnTie } from '../kernel/drawing.js';

/** Paths of a picture's rows as one drawing: every node and tie once, whatever the column is called. */
export function mergePaths(rows: readonly Record<string, unknown>[]): Drawing {
  const nodes = new Map<string, DrawnNode>();
  const ties = new Map<string, DrawnTie>();
  for (const row of rows) {
    for (const value of Object.values(row)) {
      const path = value as Drawing;
      for (const node of path.nodes) nodes.set(node.id, node);
      for (const tie of path.ties) ties.set(tie.id, tie);
    }
  }
  return { nodes: [...nodes.values()], ties: [...ties.values()] };
}

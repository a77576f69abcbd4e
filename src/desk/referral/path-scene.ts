import type { Drawing } from '../../kernel/drawing.js';
import type { StepFragment } from '../operations.gen.js';
import { type Scene, sceneOf } from '../picture/drawing.js';
import type { Places } from '../picture/places.js';

/** Room between two steps and between two paths, in pixels of the paper. */
const COLUMN = 200;
const ROW = 110;
/** More paths than these stand closer, so that people do not shrink to specks, yet not on each other. */
const ROWS = 7;
const DIAMETER = 30;

/** Chains of people, each with the closeness to the one before. */
interface Paths {
  readonly paths: readonly { readonly steps: readonly StepFragment[] }[];
}

/** The paths as one picture: each person and each step once, coloured by community, with the closeness of each step. */
export function pathScene({ paths }: Paths, label: (closeness: number) => string): Scene {
  const people = new Map<string, StepFragment>();
  const ties = new Map<string, Drawing['ties'][number]>();
  for (const { steps } of paths) {
    steps.forEach((step, index) => {
      people.set(step.customerId, step);
      const before = steps[index - 1]?.customerId;
      if (before === undefined) return;
      const id = `${before}>${step.customerId}`;
      const properties = { closeness: step.closeness ?? 0 };
      ties.set(id, { id, from: before, to: step.customerId, type: 'KNOWS', properties });
    });
  }
  const nodes = [...people.values()].map(({ customerId, customer }) => {
    return { id: customerId, labels: ['Customer'], properties: { ...customer } };
  });
  const scene = sceneOf({ nodes, ties: [...ties.values()] });
  return {
    ...scene,
    dots: scene.dots.map((dot) => ({ ...dot, diameter: DIAMETER })),
    lines: scene.lines.map((line) => ({ ...line, directed: true, label: label(line.closeness) })),
  };
}

/**
 * The start on the left, the end on the right, everybody as far right as their latest step, one row a path; who is on
 * several stands between them.
 */
export function pathPlaces({ paths }: Paths): Places {
  const last = Math.max(...paths.map(({ steps }) => steps.length - 1), 0);
  const seen = new Map<string, { column: number; readonly rows: number[] }>();
  paths.forEach(({ steps }, row) => {
    steps.forEach(({ customerId }, index) => {
      const one = seen.get(customerId) ?? { column: 0, rows: [] };
      one.column = Math.max(one.column, index === steps.length - 1 ? last : index);
      one.rows.push(row);
      seen.set(customerId, one);
    });
  });
  const room = ROW * Math.min(1, ROWS / paths.length);
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  return new Map([...seen].map(([id, { column, rows }]) => [id, { x: column * COLUMN, y: mean(rows) * room }]));
}

import type { Scene } from './drawing.js';

/** Where people stand on the paper, by id, in its pixels. */
export type Places = ReadonlyMap<string, { readonly x: number; readonly y: number }>;

/** The angle of a sunflower's seeds: turning by it, no two places ever line up. */
const GOLDEN = 2.399963;

/** Room a person takes where layout starts, and the free water between communities, in pixels of the paper. */
const STEP = 26;
const WATER = 30;

/**
 * Diameter of a dot in pixels, 16..74. Influence is a blend of percentiles, so a picture of the top would be all large:
 * what counts is the place between the least and the most influential of the picture.
 */
export function diameterOf(influence: number, least: number, most: number): number {
  const share = most > least ? Math.min(1, Math.max(0, (influence - least) / (most - least))) : 0.5;
  return Math.round(16 + 58 * share ** 1.6);
}

/**
 * Where layout starts: communities in a sunflower with the largest in the middle, people likewise inside theirs, the most
 * influential innermost. The same data gives the same picture, which a random start would not.
 */
export function startPositions(scene: Scene): Map<string, { x: number; y: number }> {
  const apart = 2 * STEP * Math.sqrt(scene.groups[0]?.size ?? 1) + WATER;
  const placed = new Map<number, number>();
  return new Map(
    scene.dots.map((dot) => {
      const nth = placed.get(dot.rank) ?? 0;
      placed.set(dot.rank, nth + 1);
      const home = seed(dot.rank < 0 ? scene.groups.length + nth : dot.rank, 0.55 * apart);
      const place = dot.rank < 0 ? { x: 0, y: 0 } : seed(nth, STEP);
      return [dot.id, { x: home.x + place.x, y: home.y + place.y }];
    }),
  );
}

function seed(nth: number, step: number): { x: number; y: number } {
  const away = step * Math.sqrt(nth);
  return { x: away * Math.cos(nth * GOLDEN), y: away * Math.sin(nth * GOLDEN) };
}

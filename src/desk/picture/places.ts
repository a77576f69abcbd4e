import type { Scene } from './drawing.js';

/** Where people stand on the paper, by id, in its pixels. */
export type Places = ReadonlyMap<string, { readonly x: number; readonly y: number }>;

/** A paper narrower than it is made for is read downwards. */
const NARROW = 560;

/** More than this a drawing looks torn apart. */
const MOST_STRETCH = 3;

/**
 * Places stretched to the shape of a paper, so that its room is used; with `turns`, from left to right becomes
 * downwards on a narrow one.
 */
export function fitted(places: Places, width: number, height: number, turns = false): Places {
  const turned = turns && width < NARROW;
  const all = [...places].map(([id, { x, y }]) => ({ id, x: turned ? y : x, y: turned ? x : y }));
  const extent = (values: readonly number[]) => Math.max(...values) - Math.min(...values);
  const [wide, high] = [extent(all.map(({ x }) => x)), extent(all.map(({ y }) => y))];
  if (!(wide > 0 && high > 0 && width > 0 && height > 0)) return new Map(all.map(({ id, x, y }) => [id, { x, y }]));
  const stretch = wide / high / (width / height);
  const [acrossBy, downBy] = [
    Math.min(MOST_STRETCH, Math.max(1, 1 / stretch)),
    Math.min(MOST_STRETCH, Math.max(1, stretch)),
  ];
  return new Map(all.map(({ id, x, y }) => [id, { x: x * acrossBy, y: y * downBy }]));
}

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
 * Where layout starts: communities in a sunflower with the largest in the middle, people likewise inside theirs, the
 * most
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
